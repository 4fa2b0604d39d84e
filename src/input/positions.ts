/** A place in decoded text: physical line and UTF-16 column, both from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Walks over UTF-8 and counts physical lines (CRLF, LF and CR end one each) and UTF-16 columns. May be fed piece by
 * piece: a CRLF that is cut in two is still one line end.
 */
export class PositionCounter {
  line: number;
  column: number;
  #afterCr = false;

  constructor(line = 1, column = 1) {
    this.line = line;
    this.column = column;
  }

  advance(bytes: Uint8Array, from: number, to: number): this {
    let { line, column } = this;
    let afterCr = this.#afterCr;
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!;
      if (byte === 0x0d || byte === 0x0a) {
        if (byte === 0x0d || !afterCr) line++;
        column = 1;
        afterCr = byte === 0x0d;
      } else {
        column += unitsOf(byte);
        afterCr = false;
      }
    }
    this.line = line;
    this.column = column;
    this.#afterCr = afterCr;
    return this;
  }
}

/** Length in UTF-16 code units of a stretch of UTF-8. */
export function utf16Length(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let i = from; i < to; i++) units += unitsOf(bytes[i]!);
  return units;
}

/** A lead byte stands for its whole character: two units past U+FFFF (lead F0 and up); a continuation byte for none. */
function unitsOf(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc0) return 0;
  return byte < 0xf0 ? 1 : 2;
}
