import { dateFormatsOf, parseDate, slashNumbers } from "../codes/date.ts";
import { isNullToken } from "../codes/text.ts";
import type { DateColumn } from "../model/claim.ts";
import { DATE_FORMATS } from "../model/dates.ts";
import type { DateFormat } from "../model/values.ts";

/** A distinct text of a date column, the first row it stands in and how often it stands there. */
export interface SeenDate {
  readonly text: string;
  readonly row: number;
  readonly count: number;
}

export type DateDecision = Pick<DateColumn, "format" | "others" | "ambiguous">;

interface Tally {
  count: number;
  row: number;
}

/**
 * The one format a date column is read in. Most shapes decide themselves; `4/5/2026` is month first (US) unless a
 * number above 12 in the column says otherwise. Where several formats stand in the column the most frequent one is the
 * format (on a tie the one met first) and the rest are `others`. The order of the values does not matter.
 */
export function decideDateColumn(values: Iterable<SeenDate>, forced?: DateFormat): DateDecision {
  const tallies = new Map<DateFormat, Tally>();
  const undecided: Tally = { count: 0, row: Number.POSITIVE_INFINITY };
  let meaningsDiffer = false;

  for (const value of values) {
    if (isNullToken(value.text, "date")) continue;
    if (forced !== undefined && parseDate(value.text, forced) !== undefined) continue;
    const numbers = slashNumbers(value.text);
    if (numbers && numbers.first <= 12 && numbers.second <= 12) {
      if (dateFormatsOf(value.text).length === 0) continue;
      add(undecided, value);
      meaningsDiffer ||= numbers.first !== numbers.second;
      continue;
    }
    const format = numbers ? readingOf(numbers) : dateFormatsOf(value.text)[0];
    if (format === undefined) continue;
    const tally = tallies.get(format) ?? { count: 0, row: Number.POSITIVE_INFINITY };
    tallies.set(format, add(tally, value));
  }

  const american = tallies.get("MM/DD/YYYY");
  const european = tallies.get("DD/MM/YYYY");
  if (undecided.count > 0) {
    const dayFirst = european !== undefined && (!american || european.count > american.count);
    const reading = dayFirst ? "DD/MM/YYYY" : "MM/DD/YYYY";
    const tally = tallies.get(reading) ?? { count: 0, row: Number.POSITIVE_INFINITY };
    tallies.set(reading, add(tally, undecided));
  }

  const ranked = DATE_FORMATS.flatMap((format) => {
    const tally = tallies.get(format);
    return tally ? [{ format, row: tally.row, count: tally.count }] : [];
  }).sort((a, b) => b.count - a.count || a.row - b.row);

  if (forced !== undefined) return { format: forced, others: ranked, ambiguous: false };
  const format = ranked[0]?.format;
  const ambiguous = meaningsDiffer && !american && !european && format === "MM/DD/YYYY";
  return { format, others: ranked.slice(1), ambiguous };
}

/**
 * Which number can be the month. Counts even where the day does not exist (`02/30/2026` speaks for month first);
 * with both numbers above 12 it is no date at all.
 */
function readingOf(numbers: { first: number; second: number }): DateFormat | undefined {
  if (numbers.first > 12 && numbers.second > 12) return undefined;
  return numbers.first > 12 ? "DD/MM/YYYY" : "MM/DD/YYYY";
}

function add(tally: Tally, more: Tally): Tally {
  tally.count += more.count;
  tally.row = Math.min(tally.row, more.row);
  return tally;
}
