import { isAscii, isUtf8 } from "node:buffer";
import { InputError } from "../model/errors.ts";
import { PositionCounter } from "./positions.ts";
import { type Encoding, peek } from "./source.ts";

type Chunks = AsyncGenerator<Buffer, void, undefined>;

export interface Decoded {
  /** The input starts with a byte order mark. It is no part of `chunks`. */
  readonly bom: boolean;
  /** Bytes of the input before the text: 0 without a byte order mark. */
  readonly bomLength: number;
  /** UTF-8. Checked already where it was transcoded; `checkUtf8` is for the rest. */
  readonly chunks: Chunks;
}

/** Enough for a header; the UTF-16 guess looks no further. */
const GUESS_SIZE = 4096;

const CONVERT = "Convert it to UTF-8 first.";

/**
 * Bytes in the given encoding → UTF-8 without its byte order mark. Errors: `InputError`, where the bytes are plainly
 * another encoding's, or (while iterating, windows-1252 and utf-16le) at the first byte that is no text. Offsets in
 * messages are those of the bytes given.
 */
export async function decode(source: Chunks, encoding: Encoding, name: string): Promise<Decoded> {
  const { head, chunks } = await peek(source, GUESS_SIZE);
  const problem = mismatch(head, encoding);
  if (problem !== undefined) {
    await chunks.return();
    throw new InputError(name, problem[0], problem[1]);
  }
  const bomLength =
    encoding === "utf-8" && startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : startsWith(head, 0xff, 0xfe) ? 2 : 0;
  if (encoding === "windows-1252") return { bom: false, bomLength: 0, chunks: fromWindows1252(chunks, name) };
  const text = skip(chunks, bomLength);
  return {
    bom: bomLength > 0,
    bomLength,
    chunks: encoding === "utf-16le" ? fromUtf16(text, bomLength, name) : text,
  };
}

/** Why the first bytes cannot be text of this encoding, and what to do about it. */
function mismatch(head: Buffer, encoding: Encoding): readonly [message: string, remedy: string] | undefined {
  const found = guess(head);
  if (found === undefined || found === encoding) {
    if (encoding !== "utf-16le" || found === encoding || head.length === 0 || head.includes(0)) return undefined;
    return ["The input is not UTF-16: it has no zero bytes", "Leave --encoding out for UTF-8, or name the right one."];
  }
  if (found === "utf-16le") return ["The input is UTF-16 (little endian)", "Pass --encoding utf-16le."];
  if (found === "utf-8")
    return [`The input starts with a UTF-8 byte order mark, but is to be read as ${encoding}`, "Leave --encoding out."];
  return [`The input is ${found}, which claimlint does not read`, CONVERT];
}

function guess(head: Buffer): "utf-8" | "utf-16le" | "UTF-16 (big endian)" | "UTF-32" | undefined {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (startsWith(head, 0xff, 0xfe, 0, 0) || startsWith(head, 0, 0, 0xfe, 0xff)) return "UTF-32";
  if (startsWith(head, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(head, 0xfe, 0xff)) return "UTF-16 (big endian)";
  // A header is nearly all ASCII, so in UTF-16 every other byte of it is zero. Single zero bytes are damage, not UTF-16.
  const pairs = Math.min(head.length, GUESS_SIZE) >> 1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even++;
    if (head[2 * i + 1] === 0) odd++;
  }
  if (odd * 2 > pairs && even * 4 < pairs) return "utf-16le";
  if (even * 2 > pairs && odd * 4 < pairs) return "UTF-16 (big endian)";
  return undefined;
}

function startsWith(head: Buffer, ...bytes: number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}

async function* skip(chunks: Chunks, count: number): Chunks {
  let left = count;
  for await (const chunk of chunks) {
    const rest = left === 0 ? chunk : chunk.subarray(Math.min(left, chunk.length));
    left -= chunk.length - rest.length;
    yield rest;
  }
}

/**
 * 0x80–0x9F in windows-1252; 0 where the code page has no character. By hand, because the TextDecoder of some Node
 * releases reads this range as ISO 8859-1.
 */
export const WINDOWS_1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
] as const;

async function* fromWindows1252(chunks: Chunks, name: string): Chunks {
  const at = new PositionCounter();
  let offset = 0;
  for await (const chunk of chunks) {
    const units = new Uint16Array(chunk.length);
    let bad = -1;
    for (let i = 0; i < chunk.length && bad < 0; i++) {
      const byte = chunk[i]!;
      const unit = byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252[byte - 0x80]! : byte;
      if (unit === 0) bad = i;
      else units[i] = unit;
    }
    const text = utf8Of(bad < 0 ? units : units.subarray(0, bad));
    at.advance(text, 0, text.length);
    if (bad >= 0) throw badByte(chunk[bad]!, offset + bad, at, name, "windows-1252");
    offset += chunk.length;
    yield text;
  }
}

async function* fromUtf16(chunks: Chunks, bomLength: number, name: string): Chunks {
  const at = new PositionCounter();
  let offset = bomLength;
  let rest = Buffer.alloc(0);
  const halved = (unit: number) =>
    new InputError(
      `${name}:${at.line}:${at.column}`,
      unit === 0
        ? `NUL character at byte offset ${offset}`
        : `Half a surrogate pair at byte offset ${offset}: not valid UTF-16`,
      "Export the file again; it is damaged or in another encoding.",
    );
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const units = new Uint16Array(bytes.length >> 1);
    let good = 0;
    for (; good < units.length; good++) {
      const unit = bytes.readUInt16LE(2 * good);
      if (unit === 0 || (unit >= 0xdc00 && unit <= 0xdfff)) break;
      units[good] = unit;
      if (unit < 0xd800 || unit > 0xdbff) continue;
      const low = good + 1 < units.length ? bytes.readUInt16LE(2 * good + 2) : undefined;
      if (low === undefined || low < 0xdc00 || low > 0xdfff) break;
      units[++good] = low;
    }
    const text = utf8Of(units.subarray(0, good));
    at.advance(text, 0, text.length);
    offset += 2 * good;
    // What may be the first half of a pair waits for the next chunk.
    if (units.length - good > 1 || (units.length - good === 1 && !isHigh(bytes.readUInt16LE(2 * good)))) {
      throw halved(bytes.readUInt16LE(2 * good));
    }
    rest = Buffer.from(bytes.subarray(2 * good));
    yield text;
  }
  if (rest.length > 1) throw halved(rest.readUInt16LE(0));
  if (rest.length === 1) {
    throw new InputError(
      `${name}:${at.line}:${at.column}`,
      `The input ends in the middle of a UTF-16 character, at byte offset ${offset}`,
      "Copy or export the file again.",
    );
  }
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function utf8Of(units: Uint16Array): Buffer {
  return Buffer.from(Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString("utf16le"), "utf8");
}

/**
 * Throws `InputError` at the first NUL or byte that is not UTF-8. `line` is the physical line the bytes start on (they
 * start at its first column), `offset` the place of their first byte in the input.
 */
export function checkUtf8(bytes: Buffer, line: number, offset: number, name: string): void {
  const nul = bytes.indexOf(0);
  const invalid = isAscii(bytes) || isUtf8(bytes) ? -1 : firstInvalid(bytes);
  if (nul < 0 && invalid < 0) return;
  const bad = nul < 0 ? invalid : invalid < 0 ? nul : Math.min(nul, invalid);
  const at = new PositionCounter(line).advance(bytes, 0, bad);
  throw badByte(bytes[bad]!, offset + bad, at, name, "utf-8");
}

function badByte(byte: number, offset: number, at: PositionCounter, name: string, encoding: Encoding): InputError {
  const where = `${name}:${at.line}:${at.column}`;
  if (byte === 0) {
    return new InputError(
      where,
      `NUL byte at byte offset ${offset}`,
      "Export the file again: NUL bytes are damage, or the file is not text.",
    );
  }
  const hex = `0x${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  return encoding === "utf-8"
    ? new InputError(
        where,
        `Byte ${hex} at byte offset ${offset} is not valid UTF-8`,
        "Export the file as UTF-8; or pass --encoding windows-1252, the usual encoding of older Windows exports.",
      )
    : new InputError(
        where,
        `Byte ${hex} at byte offset ${offset} stands for no character in ${encoding}`,
        "Name the right --encoding, or convert the file to UTF-8.",
      );
}

/** Offset of the first byte that starts no well-formed sequence (Unicode 15, table 3-7), −1 where all do. */
function firstInvalid(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0) return i;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    for (let k = 1; k < length; k++) {
      const byte = bytes[i + k];
      if (byte === undefined || byte < (k === 1 ? low : 0x80) || byte > (k === 1 ? high : 0xbf)) return i;
    }
    i += length;
  }
  return -1;
}
