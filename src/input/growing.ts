const SHIFT = 16;
const SIZE = 1 << SHIFT;
const MASK = SIZE - 1;

/** A list of whole numbers that grows by chunks, without copying what it holds. An index never set reads as 0. */
export class GrowingInts {
  readonly #chunks: Int32Array[] = [];

  set(index: number, value: number): void {
    const chunk = index >>> SHIFT;
    while (this.#chunks.length <= chunk) this.#chunks.push(new Int32Array(SIZE));
    this.#chunks[chunk]![index & MASK] = value;
  }

  at(index: number): number {
    return this.#chunks[index >>> SHIFT]?.[index & MASK] ?? 0;
  }
}

/** The same for numbers from 0 to 65,535, in half the memory. */
export class GrowingShorts {
  readonly #chunks: Uint16Array[] = [];

  set(index: number, value: number): void {
    const chunk = index >>> SHIFT;
    while (this.#chunks.length <= chunk) this.#chunks.push(new Uint16Array(SIZE));
    this.#chunks[chunk]![index & MASK] = value;
  }

  at(index: number): number {
    return this.#chunks[index >>> SHIFT]?.[index & MASK] ?? 0;
  }
}
