import type { Coverage } from "../../contract/dataset.ts";
import { calendarDate, datePartsOf } from "../../model/dates.ts";
import type { CalendarDate } from "../../model/values.ts";

/** A calendar quarter, the rhythm of CMS's edits and fee schedules; `2026Q3`. */
export interface Quarter extends Coverage {
  readonly name: string;
}

export function quarterOf(year: number, quarter: number): Quarter {
  const next = quarter === 4 ? calendarDate(year + 1, 1, 1) : calendarDate(year, quarter * 3 + 1, 1);
  return { name: `${year}Q${quarter}`, from: calendarDate(year, quarter * 3 - 2, 1)!, to: next! - 1 };
}

export function quarterAt(date: CalendarDate): Quarter {
  const { year, month } = datePartsOf(date);
  return quarterOf(year, Math.ceil(month / 3));
}

/** `2026Q3`, `2026 q3`, `2026-Q3`, or a date inside it (`2026-07-01`, `07-01-2026`); undefined where the text has none. */
export function quarterNamed(text: string): Quarter | undefined {
  const named = /(?<!\d)((?:19|20)\d\d)[-_ ]?q([1-4])(?!\d)/i.exec(text);
  if (named) return quarterOf(Number(named[1]), Number(named[2]));
  const iso = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/.exec(text);
  const us = /(?<!\d)(\d\d)[-_](\d\d)[-_]((?:19|20)\d\d)(?!\d)/.exec(text);
  const date = iso
    ? calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    : us
      ? calendarDate(Number(us[3]), Number(us[1]), Number(us[2]))
      : undefined;
  return date === undefined ? undefined : quarterAt(date);
}
