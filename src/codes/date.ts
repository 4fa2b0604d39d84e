import { calendarDate, DATE_FORMATS } from "../model/dates.ts";
import type { CalendarDate, DateFormat } from "../model/values.ts";
import { trimText } from "./text.ts";

export interface DateOptions {
  /**
   * For a birth date: the as-of day. A two-digit year is then the latest century that does not lie after it
   * (`45` is 1945, `25` is 2025). Without it the pivot of service dates holds: 00–69 are 20xx, 70–99 are 19xx.
   */
  readonly notAfter?: CalendarDate;
}

/** A time of day behind a date is an export's habit, not an error; it is not looked at. */
const TIME = /(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[AP]\.?M\.?)?(?:\s*(?:Z|UTC|[+-]\d{2}:?\d{2}))?$/i;

const ISO = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/;
/** Two-digit years with slashes only: `03-04-05` could be year first. */
const NUMBERS = /^(\d{1,2})(?:\/(\d{1,2})\/(\d{4}|\d{2})|([-.])(\d{1,2})\4(\d{4}))$/;
const DAY_MONTH_NAME = /^(\d{1,2})([-/. ]?)([A-Za-z]{3,9})\2(\d{4}|\d{2})$/;
const MONTH_NAME_DAY = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;

const MONTHS = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];

/** The day that a text means in a format; undefined where it does not fit, or the calendar has no such day. */
export function parseDate(text: string, format: DateFormat, options: DateOptions = {}): CalendarDate | undefined {
  const date = withoutTime(text);
  switch (format) {
    case "YYYY-MM-DD": {
      const match = ISO.exec(date);
      return match ? dayOf(match[1], match[3], match[4], options) : undefined;
    }
    case "YYYYMMDD": {
      const match = COMPACT.exec(date);
      return match ? dayOf(match[1], match[2], match[3], options) : undefined;
    }
    case "DD-Mon-YYYY": {
      const match = DAY_MONTH_NAME.exec(date);
      if (match) return dayOf(match[4], monthNumber(match[3]), match[1], options);
      const american = MONTH_NAME_DAY.exec(date);
      return american ? dayOf(american[3], monthNumber(american[1]), american[2], options) : undefined;
    }
    default: {
      const numbers = slashNumbers(text);
      if (!numbers) return undefined;
      const { first, second, year } = numbers;
      return format === "MM/DD/YYYY" ? dayOf(year, first, second, options) : dayOf(year, second, first, options);
    }
  }
}

/** The formats in which the text is a real calendar date. Two only for `04/05/2026` and its like. */
export function dateFormatsOf(text: string): DateFormat[] {
  return DATE_FORMATS.filter((format) => parseDate(text, format) !== undefined);
}

/** The numbers of a date like `3/14/2026`, whatever they mean; undefined for every other shape. */
export function slashNumbers(text: string): { first: number; second: number; year: string } | undefined {
  const match = NUMBERS.exec(withoutTime(text));
  if (!match) return undefined;
  return { first: Number(match[1]), second: Number(match[2] ?? match[5]), year: match[3] ?? match[6] ?? "" };
}

/**
 * The day a spreadsheet serial (20000–60000, 1900 system: 45658 = 2025-01-01) probably means. A serial is not a date:
 * this is for a suggestion that a person confirms.
 */
export function serialDate(text: string): CalendarDate | undefined {
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(trimText(text))?.[1];
  const number = Number(serial ?? 0);
  return number >= 20000 && number <= 60000 ? number - SERIAL_OF_1970 : undefined;
}

const SERIAL_OF_1970 = 25569;

function withoutTime(text: string): string {
  return trimText(text).replace(TIME, "");
}

function monthNumber(name: string | undefined): number {
  const lower = (name ?? "").toLowerCase();
  return MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower) + 1;
}

function dayOf(
  year: string | undefined,
  month: string | number | undefined,
  day: string | number | undefined,
  options: DateOptions,
): CalendarDate | undefined {
  const number = Number(year);
  if (year?.length !== 2) return calendarDate(number, Number(month), Number(day));
  const recent = calendarDate(2000 + number, Number(month), Number(day));
  const old = calendarDate(1900 + number, Number(month), Number(day));
  if (options.notAfter === undefined) return number <= 69 ? recent : old;
  return recent !== undefined && recent <= options.notAfter ? recent : old;
}
