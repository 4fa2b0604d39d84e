/** What a record needs beyond plain arithmetic; 0 for most. */
export const SPANS_LINES = 1;
export const HAS_QUOTE = 2;
export const NOT_ASCII = 4;

/** Where the records and cells of a stretch of bytes stand. Offsets count from its first byte. */
export interface BlockIndex {
  readonly count: number;
  /** End of each raw cell (exclusive), all records in a row. */
  readonly cellEnds: Int32Array;
  /** Number of the first cell of each record; one more entry closes the last record. */
  readonly firstCells: Int32Array;
  readonly starts: Int32Array;
  /** End of each record, its line end included. */
  readonly ends: Int32Array;
  /** Physical lines between the first byte and the record. */
  readonly lines: Int32Array;
  readonly flags: Uint8Array;
  readonly strayQuotes: readonly { readonly record: number; readonly column: number }[];
  /** Bytes of complete records and blank lines, and the physical lines in them. */
  readonly consumed: number;
  readonly consumedLines: number;
  /** Where the quote opens in which the bytes end; −1 where they end outside quotes. */
  readonly openQuote: number;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

const DELIMITER_CLASS = 1;
const LINE_END_CLASS = 2;
const QUOTE_CLASS = 3;

function classes(delimiter: Uint8Array): Uint8Array {
  const table = new Uint8Array(256);
  table[delimiter[0]!] = DELIMITER_CLASS;
  table[LF] = LINE_END_CLASS;
  table[CR] = LINE_END_CLASS;
  table[QUOTE] = QUOTE_CLASS;
  return table;
}

/**
 * Finds record and cell ends, reading quotes as csv-parse does with `relax_quotes: true` and all three line ends as record
 * ends: a quote opens a quoted cell only as the cell's first byte, two quotes in it are one, a quote before a delimiter, a
 * line end or the end closes it. Any other quote is stray and an ordinary character, and with it the rest of its cell.
 * Blank lines are no records.
 *
 * Stops behind the first record that ends at or past `limit`. The record that the bytes end in is left out unless they are
 * the last (`final`): what a byte means can depend on the next one.
 */
export function scan(
  bytes: Uint8Array,
  delimiter: Uint8Array,
  limit: number,
  final: boolean,
  guess: BlockIndex | undefined,
): BlockIndex {
  const table = classes(delimiter);
  const delimiterLength = delimiter.length;
  const end = bytes.length;
  let cellEnds = new Int32Array(guess === undefined ? 256 : guess.firstCells[guess.count]! + 256);
  const firstCells = new Ints(guess?.count ?? 16);
  const starts = new Ints(guess?.count ?? 16);
  const ends = new Ints(guess?.count ?? 16);
  const lines = new Ints(guess?.count ?? 16);
  const flags = new Ints(guess?.count ?? 16);
  const strayQuotes: { record: number; column: number }[] = [];
  firstCells.push(0);
  let cells = 0;
  let i = 0;
  let cellStart = 0;
  let recordStart = 0;
  let line = 0;
  let recordLine = 0;
  let flag = 0;
  let openQuote = -1;
  let consumed = 0;
  let strayCell = -1;

  const closeRecord = (next: number) => {
    firstCells.push(cells);
    starts.push(recordStart);
    ends.push(next);
    lines.push(recordLine);
    flags.push(flag);
  };
  const stray = () => {
    flag |= HAS_QUOTE;
    if (strayCell === cells) return;
    strayCell = cells;
    strayQuotes.push({ record: starts.length, column: cells - firstCells.last() });
  };

  scanning: while (true) {
    while (i < end && table[bytes[i]!] === 0) i++;
    if (i >= end) break;
    const kind = table[bytes[i]!]!;
    if (kind === DELIMITER_CLASS) {
      if (delimiterLength > 1 && !startsAt(bytes, i, delimiter)) {
        i++;
        continue;
      }
      if (cells + 1 >= cellEnds.length) cellEnds = grown(cellEnds);
      cellEnds[cells++] = i;
      i += delimiterLength;
      cellStart = i;
    } else if (kind === LINE_END_CLASS) {
      let next = i + 1;
      if (bytes[i] === CR) {
        if (next === end && !final) break;
        if (bytes[next] === LF) next++;
      }
      line++;
      if (i > recordStart) {
        if (cells + 1 >= cellEnds.length) cellEnds = grown(cellEnds);
        cellEnds[cells++] = i;
        closeRecord(next);
      }
      i = cellStart = recordStart = consumed = next;
      recordLine = line;
      flag = 0;
      if (next >= limit && starts.length > 0) break;
    } else if (i !== cellStart) {
      stray();
      i++;
    } else {
      flag |= HAS_QUOTE;
      let j = i + 1;
      for (;;) {
        while (j < end && bytes[j] !== QUOTE) {
          const byte = bytes[j]!;
          if (byte === CR || (byte === LF && bytes[j - 1] !== CR)) {
            line++;
            flag |= SPANS_LINES;
          }
          j++;
        }
        if (j >= end) {
          openQuote = i;
          break scanning;
        }
        if (bytes[j + 1] !== QUOTE) break;
        j += 2;
      }
      if (j + 1 < end && bytes[j + 1] !== CR && bytes[j + 1] !== LF && !startsAt(bytes, j + 1, delimiter)) stray();
      i = j + 1;
    }
  }

  // The last record has no line end; a line end before the end of the file begins no further record.
  if (final && i >= end && openQuote < 0 && recordStart < end) {
    if (cells + 1 >= cellEnds.length) cellEnds = grown(cellEnds);
    cellEnds[cells++] = end;
    closeRecord(end);
    consumed = end;
    recordLine = line;
  }
  const count = starts.length;
  return {
    count,
    cellEnds: cellEnds,
    firstCells: firstCells.array,
    starts: starts.array,
    ends: ends.array,
    lines: lines.array,
    flags: Uint8Array.from(flags.array.subarray(0, count)),
    strayQuotes: strayQuotes.filter((s) => s.record < count),
    consumed,
    consumedLines: recordLine,
    openQuote,
  };
}

function startsAt(bytes: Uint8Array, at: number, what: Uint8Array): boolean {
  for (let k = 0; k < what.length; k++) if (bytes[at + k] !== what[k]) return false;
  return true;
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

class Ints {
  array: Int32Array<ArrayBuffer>;
  length = 0;

  constructor(expected: number) {
    this.array = new Int32Array(expected + 16);
  }

  push(value: number): void {
    if (this.length === this.array.length) this.array = grown(this.array);
    this.array[this.length++] = value;
  }

  last(): number {
    return this.array[this.length - 1]!;
  }
}
