/**
 * Distinct texts as UTF-8 bytes, numbered from 0 in order of first appearance. Number 0 is the empty text. A cell is
 * looked up by its bytes: no string is made for one that was seen before.
 */
export class ByteTexts {
  #bytes = Buffer.alloc(1 << 10);
  /** Where each text begins; one more entry closes the last. */
  #starts = new Int32Array(1 << 6);
  #hashes = new Int32Array(1 << 6);
  /** Open addressing: number + 1, 0 for a free slot. Always a power of two, at most half full. */
  #slots = new Int32Array(1 << 7);
  #count = 0;

  constructor() {
    this.intern(EMPTY, 0, 0);
  }

  get count(): number {
    return this.#count;
  }

  /** The number of the text; a new one gets the next number (`count` tells). */
  intern(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    const slots = this.#slots;
    const mask = slots.length - 1;
    hash = mixed(hash);
    let slot = hash & mask;
    for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
      if (this.#hashes[entry - 1] === hash && this.#equals(entry - 1, bytes, start, end)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    return this.#add(slot, hash, bytes, start, end);
  }

  text(number: number): string {
    return this.#bytes.toString("utf8", this.#starts[number], this.#starts[number + 1]);
  }

  #equals(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[number]!;
    const length = end - start;
    if (this.#starts[number + 1]! - from !== length) return false;
    const own = this.#bytes;
    for (let i = 0; i < length; i++) if (own[from + i] !== bytes[start + i]) return false;
    return true;
  }

  #add(slot: number, hash: number, bytes: Uint8Array, start: number, end: number): number {
    const number = this.#count++;
    const from = this.#starts[number]!;
    const to = from + end - start;
    if (number + 2 > this.#starts.length) {
      this.#starts = grown(this.#starts, new Int32Array(this.#starts.length * 2));
      this.#hashes = grown(this.#hashes, new Int32Array(this.#hashes.length * 2));
    }
    if (to > this.#bytes.length) this.#bytes = grown(this.#bytes, Buffer.alloc(Math.max(this.#bytes.length * 2, to)));
    this.#bytes.set(bytes.subarray(start, end), from);
    this.#starts[number + 1] = to;
    this.#hashes[number] = hash;
    this.#slots[slot] = number + 1;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#count; number++) {
      let slot = this.#hashes[number]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** MurmurHash3's last step: without it FNV puts numbers that count up side by side, and linear probing crawls. */
function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const EMPTY = new Uint8Array(0);

function grown<T extends Int32Array | Buffer>(from: T, to: T): T {
  to.set(from);
  return to;
}
