import { datePartsOf } from "../model/dates.ts";
import type { CalendarDate, ProcedureCode } from "../model/values.ts";

interface Interval {
  /** The services that count together. */
  readonly group: string;
  /** Full months that must pass after the month of the last one; undefined: once in a lifetime. */
  readonly fullMonths?: number;
}

// biome-ignore format: one service a line
const INTERVALS: Readonly<Record<string, readonly Interval[]>> = {
  G0402: [{ group: "G0402" }],
  G0438: [{ group: "G0438" }, { group: "annual wellness", fullMonths: 11 }, { group: "G0402", fullMonths: 11 }],
  G0439: [{ group: "annual wellness", fullMonths: 11 }],
  "77067": [{ group: "77067", fullMonths: 11 }],
  "71271": [{ group: "71271", fullMonths: 11 }],
  G0101: [{ group: "G0101", fullMonths: 11 }],
  G0103: [{ group: "G0103", fullMonths: 11 }],
  G0105: [{ group: "G0105", fullMonths: 23 }],
  G0121: [{ group: "G0121", fullMonths: 119 }],
  G0444: [{ group: "G0444", fullMonths: 11 }],
};

/**
 * How often Medicare pays a preventive service, the shortest of its intervals (that of patients at high risk).
 * Source: Medicare Claims Processing Manual, chapter 18; NCD 210 series.
 */
export function preventiveIntervals(code: ProcedureCode): readonly Interval[] {
  return INTERVALS[code.code] ?? [];
}

/** Is a date too early after the last service? The month of the last one does not count. */
export function isTooEarly(interval: Interval, last: CalendarDate, on: CalendarDate): boolean {
  if (interval.fullMonths === undefined) return true;
  const [a, b] = [datePartsOf(last), datePartsOf(on)];
  return (b.year - a.year) * 12 + b.month - a.month <= interval.fullMonths;
}
