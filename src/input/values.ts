import { parseDate } from "../codes/date.ts";
import { PARSERS } from "../codes/parse.ts";
import { isNullToken } from "../codes/text.ts";
import { COLUMNS, type Kind, type LineKey } from "../model/columns.ts";
import type { CellValue, DateFormat, DateValue } from "../model/values.ts";
import { ByteTexts } from "./byte-texts.ts";

/** The value holds something. */
export const HELD = 1;
/** The value is well formed. */
export const SOUND = 2;
/** A value rule has something to say of it. */
export const FLAGGED = 4;

/**
 * Above this many distinct values (claim numbers, account numbers) they are parsed anew when asked for: a million
 * objects that are looked at once or twice cost more than parsing a short text again.
 */
const KEPT = 1 << 16;

/**
 * The distinct values of one column. A claim file of a million lines holds a few thousand of them; each text is parsed
 * once and every line refers to it by number. Number 0 is the empty cell.
 */
export class ValueTable {
  readonly key: LineKey;
  readonly texts = new ByteTexts();
  /** What each value is good for: `HELD`, `SOUND`. */
  marks = new Uint8Array(64);
  readonly #kept: (CellValue | undefined)[] = [];
  /** The value asked for last beyond those kept: the lines of a claim ask for the same one. */
  #lastNumber = -1;
  #last: CellValue | undefined;

  constructor(key: LineKey) {
    this.key = key;
  }

  get count(): number {
    return this.texts.count;
  }

  intern(bytes: Uint8Array, start: number, end: number): number {
    const before = this.texts.count;
    const number = this.texts.intern(bytes, start, end);
    if (number === before) this.added(number);
    return number;
  }

  internText(text: string): number {
    const bytes = Buffer.from(text, "utf8");
    return this.intern(bytes, 0, bytes.length);
  }

  value(number: number): CellValue {
    const kept = this.#kept[number];
    if (kept !== undefined) return kept;
    if (number === this.#lastNumber) return this.#last!;
    const value = this.parse(this.texts.text(number));
    if (number < KEPT) this.#kept[number] = value;
    else {
      this.#lastNumber = number;
      this.#last = value;
    }
    return value;
  }

  /** The same number for texts that differ only in outer white space; 0 for a blank one. */
  identity(number: number): number {
    if ((this.marks[number]! & HELD) === 0) return 0;
    const text = this.texts.text(number);
    const trimmed = text.trim();
    return trimmed.length === text.length ? number : this.internText(trimmed);
  }

  /** Takes a new value in. */
  protected added(number: number): void {
    this.mark(number, this.value(number));
  }

  protected mark(number: number, { blank, ok }: CellValue): void {
    if (number >= this.marks.length) {
      const larger = new Uint8Array(Math.max(this.marks.length * 2, number + 1));
      larger.set(this.marks);
      this.marks = larger;
    }
    this.marks[number] = blank ? 0 : ok ? HELD | SOUND : HELD;
  }

  protected forget(): void {
    this.#kept.length = 0;
    this.#lastNumber = -1;
  }

  protected parse(text: string): CellValue {
    const { kind, privacy } = COLUMNS[this.key];
    const blank = text === "" || isNullToken(text, kind);
    const parse = PARSERS[kind as Exclude<Kind, "date">];
    return { ...parse(text), blank, privacy };
  }
}

/**
 * The distinct values of a date column of one file. Whether `03/04/2026` is March or April is a matter of the whole
 * column, so the dates stay unread until the column has been seen to its end and `resolve` gives its format.
 */
export class DateTable extends ValueTable {
  /** Of each value: how many cells hold it and the first row that does. */
  readonly counts: number[] = [];
  readonly firstRows: number[] = [];
  #format: DateFormat | undefined;
  #notAfter: number | undefined;

  seen(number: number, row: number): void {
    const count = this.counts[number];
    if (count !== undefined) this.counts[number] = count + 1;
    else {
      this.counts[number] = 1;
      this.firstRows[number] = row;
    }
  }

  resolve(format: DateFormat | undefined, asOf: number): void {
    this.#format = format;
    this.#notAfter = this.key === "dob" || this.key === "dateOfDeath" ? asOf : undefined;
    this.forget();
    for (let number = 0; number < this.count; number++) this.mark(number, this.value(number));
  }

  protected override parse(text: string): DateValue {
    const { privacy } = COLUMNS[this.key];
    const blank = text === "" || isNullToken(text, "date");
    const limit = this.#notAfter === undefined ? {} : { notAfter: this.#notAfter };
    const days = blank || this.#format === undefined ? undefined : parseDate(text, this.#format, limit);
    return { text, blank, ok: days !== undefined, days, privacy };
  }
}
