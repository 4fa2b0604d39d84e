import type { CalendarDate, DateFormat } from "./values.ts";

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1970-01-01, or undefined where the calendar has no such day (2026-02-30). Years 1800 to 9999. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (!(year >= 1800 && year <= 9999) || !(month >= 1 && month <= 12) || !(day >= 1)) return undefined;
  const leap = isLeapYear(year);
  const last = DAYS_IN_MONTH[month - 1]! + (leap && month === 2 ? 1 : 0);
  if (day > last) return undefined;
  const before = year - 1;
  const days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return days + DAYS_BEFORE_MONTH[month - 1]! + (leap && month > 2 ? 1 : 0) + day - 1 - 719162;
}

/** The date of an ISO text (`2026-03-02`); undefined where it is not one. For constants in rules and for options. */
export function isoDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** `isoDate` for a constant that is known to be one; throws otherwise. */
export function day(text: string): CalendarDate {
  const days = isoDate(text);
  if (days === undefined) throw new Error(`not a calendar date: ${text}`);
  return days;
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function datePartsOf(days: CalendarDate): DateParts {
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function formatDate(days: CalendarDate): string {
  const { year, month, day: dayOfMonth } = datePartsOf(days);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** Completed years of age on a date. A person born on 29 February has the birthday on 1 March in common years. */
export function ageInYears(birth: CalendarDate, on: CalendarDate): number {
  const a = datePartsOf(birth);
  const b = datePartsOf(on);
  const beforeBirthday = b.month < a.month || (b.month === a.month && b.day < a.day);
  return b.year - a.year - (beforeBirthday ? 1 : 0);
}

export const DATE_FORMATS: readonly DateFormat[] = [
  "YYYY-MM-DD",
  "YYYYMMDD",
  "MM/DD/YYYY",
  "DD/MM/YYYY",
  "DD-Mon-YYYY",
];

/** The date format a `--date-format` or configuration value names: any case, also `iso` and `us`. */
export function dateFormatNamed(name: string): DateFormat | undefined {
  const wanted = name.trim().toLowerCase();
  if (wanted === "iso") return "YYYY-MM-DD";
  if (wanted === "us") return "MM/DD/YYYY";
  return DATE_FORMATS.find((format) => format.toLowerCase() === wanted);
}
