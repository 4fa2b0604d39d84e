import { parseDate } from "../codes/date.ts";
import { PARSERS } from "../codes/parse.ts";
import { isNullToken } from "../codes/text.ts";
import { COLUMNS, type Kind, type LineKey } from "../model/columns.ts";
import type { CellValue, DateFormat, DateValue } from "../model/values.ts";

/**
 * The distinct values of one column. A claim file of a million lines holds a few thousand of them; each text is parsed
 * once and every line refers to it by number. Number 0 is the empty cell.
 */
export class ValueTable {
  readonly key: LineKey;
  readonly #numbers = new Map<string, number>([["", 0]]);
  readonly values: CellValue[];

  constructor(key: LineKey) {
    this.key = key;
    this.values = [this.parse("")];
  }

  intern(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.values.length;
    this.#numbers.set(text, number);
    this.values.push(this.parse(text));
    return number;
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

  count(number: number, row: number): void {
    this.counts[number] = (this.counts[number] ?? 0) + 1;
    this.firstRows[number] ??= row;
  }

  resolve(format: DateFormat | undefined, asOf: number): void {
    const past = this.key === "dob" || this.key === "dateOfDeath";
    this.values.forEach((value, number) => {
      if (value.blank) return;
      const days = format === undefined ? undefined : parseDate(value.text, format, past ? { notAfter: asOf } : {});
      this.values[number] = { ...(value as DateValue), days, ok: days !== undefined } as DateValue;
    });
  }

  protected override parse(text: string): DateValue {
    const { privacy } = COLUMNS[this.key];
    return { text, blank: text === "" || isNullToken(text, "date"), ok: false, days: undefined, privacy };
  }
}
