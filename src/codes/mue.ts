import { type ClaimLine, daysOf, modifierCodes } from "../model/claim.ts";
import { groupBy } from "../model/group.ts";
import type { CalendarDate, DateValue, Quantity } from "../model/values.ts";

/** How medically unlikely edits count units. Source: NCCI Policy Manual, chapter I, section V. */

type Counted = Pick<ClaimLine, "modifiers" | "serviceTo" | "placeOfService"> & {
  readonly units: Quantity;
  readonly serviceFrom: DateValue;
};

/**
 * Aftercare only, and second surgeons, who are other providers even where the export names none; GY, which asks for the
 * denial of a service that Medicare never pays.
 */
const NOT_COUNTED: ReadonlySet<string> = new Set(["55", "62", "66", "80", "81", "82", "AS", "GY"]);

export function isCounted(line: Pick<ClaimLine, "modifiers">): boolean {
  return !modifierCodes(line).some((modifier) => NOT_COUNTED.has(modifier));
}

const lastDay = ({ serviceFrom, serviceTo }: Counted): CalendarDate =>
  Math.max(daysOf(serviceFrom), serviceTo?.days ?? daysOf(serviceFrom));

/**
 * The lines of each day on which a line begins, those of one day and those that span it, in their order; most lines
 * meet on such a day.
 */
export function* linesOfDays<L extends Counted>(lines: readonly L[]): Generator<readonly [DateValue, readonly L[]]> {
  const spans = lines.filter((line) => lastDay(line) > daysOf(line.serviceFrom));
  for (const [date, begun] of groupBy(lines, (line) => daysOf(line.serviceFrom))) {
    const running = spans.filter((line) => daysOf(line.serviceFrom) < date && date <= lastDay(line));
    yield [begun[0]!.serviceFrom, [...running, ...begun]];
  }
}

/** Units of one day: those of a span are divided by its days and rounded. */
function unitsADay(line: Counted): number {
  const days = lastDay(line) - daysOf(line.serviceFrom) + 1;
  return days === 1 ? line.units.amount : Math.round(line.units.amount / days);
}

/** Units of the lines of one day; the professional and the technical part of a service are not two services. */
export function summedUnits(lines: readonly Counted[]): number {
  const without = (part: string): number => totalUnits(lines.filter((line) => !modifierCodes(line).includes(part)));
  return Math.max(without("26"), without("TC"));
}

/** Units of all lines of one day. */
export function totalUnits(lines: readonly Counted[]): number {
  // Whole thousandths: 0.1 + 0.2 units are 0.3 units.
  return lines.reduce((sum, line) => sum + Math.round(unitsADay(line) * 1000), 0) / 1000;
}

/** A surgical center cannot bill modifier 50, so its maximum per day is doubled for what it bills on both sides. */
export function isBothSidesOfCenter(lines: readonly Counted[]): boolean {
  const has = (side: string): boolean => lines.some((line) => modifierCodes(line).includes(side));
  return lines.every(({ placeOfService }) => placeOfService?.code === "24") && has("LT") && has("RT");
}
