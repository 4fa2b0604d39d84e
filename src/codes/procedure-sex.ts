import type { ProcedureCode } from "../model/values.ts";

type Range = readonly [first: number, last: number];

const FEMALE: readonly Range[] = [
  [56405, 58999],
  [59000, 59899],
  [76801, 76831],
  [99459, 99459],
];

/** Cervical cytology; some laboratories use these numbers for anal smears too. */
const FEMALE_USUALLY: readonly Range[] = [[88141, 88175]];

const MALE: readonly Range[] = [
  [54000, 55899],
  [84152, 84154],
];

const FEMALE_HCPCS = new Set("G0101 Q0091 G0123 G0124 G0141 G0143 G0144 G0145 G0147 G0148".split(" "));
const MALE_HCPCS = new Set("G0102 G0103".split(" "));

const within = (number: number, ranges: readonly Range[]): boolean =>
  ranges.some(([first, last]) => first <= number && number <= last);

export interface ProcedureSex {
  readonly sex: "F" | "M";
  readonly certain: boolean;
}

/**
 * The sex of the organs a procedure is about: female and male genital surgery, maternity, obstetric and transvaginal
 * ultrasound, cervical smears, prostate tests. Undefined for all other codes. Numbers only.
 */
export function procedureSex(code: ProcedureCode): ProcedureSex | undefined {
  if (within(code.number, FEMALE) || FEMALE_HCPCS.has(code.code)) return { sex: "F", certain: true };
  if (within(code.number, MALE) || MALE_HCPCS.has(code.code)) return { sex: "M", certain: true };
  return within(code.number, FEMALE_USUALLY) ? { sex: "F", certain: false } : undefined;
}
