import { isAscii } from "node:buffer";
import type { CutBlock } from "./blocks.ts";
import { PositionCounter, utf16Length } from "./positions.ts";
import { HAS_QUOTE, NOT_ASCII, SPANS_LINES } from "./scan.ts";

/** V8 copies a substring shorter than this and lets a longer one hold on to its whole parent (SlicedString). */
const COPIED_LENGTH = 13;

/** Where a raw cell, its quotes included, stands: lines and UTF-16 columns from 1, the end exclusive. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A table that numbers texts, given as UTF-8 bytes or as a string. */
export interface TextNumbers {
  intern(bytes: Uint8Array, start: number, end: number): number;
  internText(text: string): number;
}

/**
 * Some records of a file. Cells are made into strings only when asked for. Records and columns count from 0 here; a record
 * or column that is not there is a `RangeError`.
 */
export class RecordBlock {
  /** Number of records. */
  readonly count: number;
  /** Record number of record 0: 1 is the first behind the header. */
  readonly firstRow: number;
  readonly strayQuotes: readonly { readonly record: number; readonly column: number }[];
  readonly #bytes: Buffer;
  readonly #line: number;
  readonly #offset: number;
  readonly #firstCells: Int32Array;
  readonly #cellEnds: Int32Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #lines: Int32Array;
  readonly #flags: Uint8Array;
  readonly #delimiterLength: number;
  readonly #delimiterUnits: number;
  readonly #relaxed: ReadonlyMap<number, string>;
  /** The block read as one byte a character. */
  #characters: string | undefined;
  /** Places of the cells of one record that is not plain: four numbers a cell. */
  #measured: Int32Array = new Int32Array(0);
  #measuredRecord = -1;

  constructor(cut: CutBlock, firstRow: number, delimiter: Uint8Array, relaxed: ReadonlyMap<number, string>) {
    const { index } = cut;
    this.count = index.count;
    this.firstRow = firstRow;
    this.strayQuotes = index.strayQuotes;
    this.#bytes = cut.bytes;
    this.#line = cut.line;
    this.#offset = cut.offset;
    this.#firstCells = index.firstCells;
    this.#cellEnds = index.cellEnds;
    this.#starts = index.starts;
    this.#ends = index.ends;
    this.#lines = index.lines;
    this.#flags = index.flags;
    this.#delimiterLength = delimiter.length;
    this.#delimiterUnits = utf16Length(delimiter, 0, delimiter.length);
    this.#relaxed = relaxed;
    if (isAscii(cut.bytes)) return;
    for (let record = 0; record < this.count; record++) {
      if (!isAscii(this.bytes(record))) this.#flags[record] = this.#flags[record]! | NOT_ASCII;
    }
  }

  /** Number of cells of a record. */
  width(record: number): number {
    return this.#firstCells[record + 1]! - this.#firstCells[record]!;
  }

  /** The cell's text, unquoted and unescaped, nothing trimmed. */
  text(record: number, column: number): string {
    const cell = this.#cell(record, column);
    const start = column === 0 ? this.#starts[record]! : this.#cellEnds[cell - 1]! + this.#delimiterLength;
    const end = this.#cellEnds[cell]!;
    const flags = this.#flags[record]!;
    if (flags === 0) return this.#slice(start, end);
    const decoded = (from: number, to: number) =>
      flags & NOT_ASCII ? this.#bytes.toString("utf8", from, to) : this.#slice(from, to);
    if (!(flags & HAS_QUOTE) || this.#bytes[start] !== 0x22 || start === end) return decoded(start, end);
    const relaxed = this.#relaxed.get(cell);
    if (relaxed !== undefined) return relaxed;
    const text = decoded(start + 1, end - 1);
    return text.includes('"') ? text.replaceAll('""', '"') : text;
  }

  /**
   * Hands the cell's text to a table of texts and gives the number it has there. Straight from the bytes wherever they
   * are the text, so that a text that was seen before needs no string.
   */
  internIn(record: number, column: number, into: TextNumbers): number {
    const cell = this.#firstCells[record]! + column;
    let start = column === 0 ? this.#starts[record]! : this.#cellEnds[cell - 1]! + this.#delimiterLength;
    let end = this.#cellEnds[cell]!;
    if (this.#flags[record]! & HAS_QUOTE && this.#bytes[start] === 0x22 && start < end) {
      if (this.#relaxed.has(cell)) return into.internText(this.text(record, column));
      start++;
      end--;
      if (this.#bytes.subarray(start, end).includes(0x22)) return into.internText(this.text(record, column));
    }
    return into.intern(this.#bytes, start, end);
  }

  /** Physical line of the record's first character, from 1. */
  line(record: number): number {
    return this.#line + this.#lines[record]!;
  }

  position(record: number, column: number): CellPlace {
    const cell = this.#cell(record, column);
    if (this.#plain(record)) {
      const line = this.line(record);
      const start = this.#starts[record]!;
      const from = column === 0 ? start : this.#cellEnds[cell - 1]! + this.#delimiterLength;
      return { line, column: from - start + 1, endLine: line, endColumn: this.#cellEnds[cell]! - start + 1 };
    }
    const places = this.#measure(record);
    const at = 4 * column;
    return { line: places[at]!, column: places[at + 1]!, endLine: places[at + 2]!, endColumn: places[at + 3]! };
  }

  /** Every cell is its bytes, and every byte is one column of one line. */
  plain(record: number): boolean {
    return this.#flags[record] === 0;
  }

  /** The record holds no line break. */
  singleLine(record: number): boolean {
    return (this.#flags[record]! & SPANS_LINES) === 0;
  }

  /** UTF-16 column of the raw cell's first character on its line, from 1. */
  startColumn(record: number, column: number): number {
    const cell = this.#cell(record, column);
    if (!this.#plain(record)) return this.#measure(record)[4 * column + 1]!;
    return column === 0 ? 1 : this.#cellEnds[cell - 1]! + this.#delimiterLength - this.#starts[record]! + 1;
  }

  /** UTF-16 length of the raw cell: its quotes, escapes and line breaks included. */
  rawWidth(record: number, column: number): number {
    const cell = this.#cell(record, column);
    const start = column === 0 ? this.#starts[record]! : this.#cellEnds[cell - 1]! + this.#delimiterLength;
    const end = this.#cellEnds[cell]!;
    return this.#flags[record]! & NOT_ASCII ? utf16Length(this.#bytes, start, end) : end - start;
  }

  /**
   * Offset of the record in the decoded text: UTF-8 without the byte order mark. In a UTF-8 file that is the place in the
   * file, less the mark's three bytes; windows-1252 and utf-16le input was transcoded, so there it is not.
   */
  byteOffset(record: number): number {
    return this.#offset + this.#starts[record]!;
  }

  /** Offsets of the raw cell, its quotes included, in the decoded text; the end exclusive. */
  range(record: number, column: number): readonly [from: number, to: number] {
    const cell = this.#cell(record, column);
    const start = column === 0 ? this.#starts[record]! : this.#cellEnds[cell - 1]! + this.#delimiterLength;
    return [this.#offset + start, this.#offset + this.#cellEnds[cell]!];
  }

  /** The raw cell begins with a quote. */
  quoted(record: number, column: number): boolean {
    const [from, to] = this.range(record, column);
    return from < to && this.#bytes[from - this.#offset] === 0x22;
  }

  /** UTF-8 bytes of the record, its line end included. */
  byteLength(record: number): number {
    return this.#ends[record]! - this.#starts[record]!;
  }

  /** The record as it stands in the decoded text, its line end included. A view: it lives as long as the block. */
  bytes(record: number): Uint8Array {
    return this.#bytes.subarray(this.#starts[record], this.#ends[record]);
  }

  #cell(record: number, column: number): number {
    const cell = this.#firstCells[record]! + column;
    if (!(column >= 0 && cell < this.#firstCells[record + 1]!)) throw new RangeError("no such cell in the block");
    return cell;
  }

  /** One byte is one column: everything follows from the byte offsets. */
  #plain(record: number): boolean {
    return (this.#flags[record]! & (SPANS_LINES | NOT_ASCII)) === 0;
  }

  #slice(start: number, end: number): string {
    if (end - start >= COPIED_LENGTH) return this.#bytes.toString("latin1", start, end);
    this.#characters ??= this.#bytes.toString("latin1");
    return this.#characters.slice(start, end);
  }

  #measure(record: number): Int32Array {
    if (this.#measuredRecord === record) return this.#measured;
    const width = this.width(record);
    const first = this.#firstCells[record]!;
    const places = this.#measured.length >= 4 * width ? this.#measured : new Int32Array(4 * width);
    const at = new PositionCounter(this.line(record));
    let from = this.#starts[record]!;
    for (let column = 0; column < width; column++) {
      const end = this.#cellEnds[first + column]!;
      places[4 * column] = at.line;
      places[4 * column + 1] = at.column;
      at.advance(this.#bytes, from, end);
      places[4 * column + 2] = at.line;
      places[4 * column + 3] = at.column;
      at.column += this.#delimiterUnits;
      from = end + this.#delimiterLength;
    }
    this.#measured = places;
    this.#measuredRecord = record;
    return places;
  }
}
