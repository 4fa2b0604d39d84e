import { day } from "../model/dates.ts";
import type { CalendarDate } from "../model/values.ts";
import { codeList, remembered } from "./code-list.ts";

export interface Combination {
  /** What the guideline expects, in words. */
  readonly advice: string;
  readonly source: string;
}

interface Conflict extends Combination {
  /** The code at fault. */
  readonly a: (code: string) => boolean;
  readonly b: (code: string) => boolean;
  readonly from?: CalendarDate;
}

const conflict = (a: string, b: string, advice: string, source: string, from?: string): Conflict => ({
  a: codeList(a),
  b: codeList(b),
  advice,
  source,
  ...(from !== undefined && { from: day(from) }),
});

const withoutComplications = (type: string): Conflict =>
  conflict(
    `${type}9`,
    `${type}0-${type}8`,
    `the first says there is no complication, the second names one; leave ${type}.9 out`,
    "I.C.4.a",
  );

/**
 * Pairs of diagnoses that contradict each other or have a combination code, after the ICD-10-CM Official Guidelines of
 * FY2026. The first entry that fits a pair speaks. Only pairs that hold for every patient; the Excludes1 notes have some
 * thousand more, with exceptions (`dx-excludes1`).
 */
const CONFLICTS: readonly Conflict[] = [
  conflict("I10", "I11 I12 I13", "the second code includes the hypertension; leave I10 out", "I.C.9.a"),
  conflict("I10", "N18", "hypertension with chronic kidney disease is I12.- with N18.-", "I.C.9.a.2"),
  // The presumed link to heart failure came with the guidelines of FY2017.
  conflict("I10", "I50", "hypertension with heart failure is I11.0 with I50.-", "I.C.9.a.1", "2016-10-01"),
  conflict("I12", "I50", "hypertension with heart failure and kidney disease is I13.-", "I.C.9.a.3", "2016-10-01"),
  conflict("I11", "N18", "hypertension with heart and kidney disease is I13.-", "I.C.9.a.3"),
  ...["E08", "E09", "E10", "E11", "E13"].map(withoutComplications),
  conflict("E10", "E11", "type 1 and type 2 diabetes exclude each other", "I.C.4.a"),
  conflict("O00-O9A", "Z331", "Z33.1 is for a pregnancy that has nothing to do with the visit", "I.C.15.a.1"),
  conflict("O00-O9A", "Z34", "Z34.- is for a normal pregnancy, never with a code of chapter 15", "I.C.15.b.1"),
  // Not F17.29-: who smoked once may vape now.
  conflict("F1720 F1721", "Z87891", "Z87.891 is for a dependence that is over", "I.C.21.c.4"),
];

/** The entries in which a code is the one at fault; none for most codes. */
const against = remembered((code) => CONFLICTS.filter(({ a }) => a(code)));

/** Whether any entry could find fault with the code. */
export function mayConflict(code: string): boolean {
  return against(code).length > 0;
}

/** What the guidelines say against an undotted code beside another one; undefined where nothing is known. */
export function combinationConflict(wrong: string, other: string, on: CalendarDate): Combination | undefined {
  return against(wrong).find(({ b, from }) => (from === undefined || on >= from) && b(other));
}
