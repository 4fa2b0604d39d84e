import { trimText } from "./text.ts";

/**
 * What a spreadsheet makes of a long number in a cell that is not typed as text: `1.23457E+09`. The digits behind the
 * mantissa are gone. A mantissa without a point and without a sign (`5E3`) is not taken for one: ids look like that.
 */
export function isScientificNotation(text: string): boolean {
  return /^\d(?:\.\d+E\+?|E\+)\d{1,3}$/i.test(trimText(text));
}

/** The whole number that a scientific notation stands for, where its mantissa still holds every digit. */
export function wholeOfScientific(text: string): string | undefined {
  const match = /^(\d)\.(\d+)E\+?(\d{1,3})$/i.exec(trimText(text));
  if (!match) return undefined;
  const [, first = "", rest = "", exponent = ""] = match;
  return rest.length === Number(exponent) ? first + rest : undefined;
}

const DAY_MONTH = /^(\d{1,2})[-/ ]([A-Za-z]{3})(?:[-/ ]\d{2,4})?$/;
const MONTH_YEAR = /^([A-Za-z]{3})[-/ ](\d{2})$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::\d{2})?(?: ?[AP]M)?$/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The two numbers that a spreadsheet has taken for a date or a time of day: `1-2` turns into `2-Jan` and `1:02` into
 * `1:02:00 AM`, in the order they were typed. Undefined for every other text, `1:2` included (a pointer list).
 */
export function numbersOfMangledDate(text: string): readonly [number, number] | undefined {
  const trimmed = trimText(text);
  const day = DAY_MONTH.exec(trimmed);
  if (day) return pair(monthNumber(day[2]), Number(day[1]));
  const year = MONTH_YEAR.exec(trimmed);
  if (year) return pair(monthNumber(year[1]), Number(year[2]));
  const clock = CLOCK.exec(trimmed);
  return clock ? [Number(clock[1]), Number(clock[2])] : undefined;
}

/** A date or a time of day as a spreadsheet writes it, in a column that holds neither. */
export function isMangledDate(text: string): boolean {
  return numbersOfMangledDate(text) !== undefined || /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/.test(trimText(text));
}

function pair(month: number, other: number): readonly [number, number] | undefined {
  return month === 0 ? undefined : [month, other];
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").toLowerCase()) + 1;
}
