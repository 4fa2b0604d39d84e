import type { ProcedureCode } from "../model/values.ts";

type Range = readonly [first: number, last: number];

/**
 * Codes that Medicare always counts as therapy, whoever bills them. From the CMS therapy code list as experts know it,
 * and the narrow reading of it: what is `sometimes therapy` (97129, 97130, 97550–97552, 97597–97610, 92610 …), what is
 * not therapy (97151–97158, 97169–97172, 97545, 97546) and what is in doubt (97014, 97037) is left out.
 */
const ALWAYS: readonly Range[] = [
  [92507, 92508],
  [92521, 92524],
  [92526, 92526],
  [92597, 92597],
  [92607, 92609],
  [96125, 96125],
  [97010, 97012],
  [97016, 97036],
  [97039, 97124],
  [97139, 97150],
  [97161, 97168],
  [97530, 97542],
  [97750, 97763],
  [97799, 97799],
];

const ALWAYS_HCPCS = new Set("G0281 G0283 G0329".split(" "));

const within = (number: number, ranges: readonly Range[]): boolean =>
  ranges.some(([first, last]) => first <= number && number <= last);

export function isAlwaysTherapy(code: ProcedureCode): boolean {
  return within(code.number, ALWAYS) || ALWAYS_HCPCS.has(code.code);
}

/** Where CMS's yearly list of therapy codes has its codes: a first look that spares all other lines the question. */
export function mayBeTherapy(code: ProcedureCode): boolean {
  const ranges: readonly Range[] = [
    [90900, 90999],
    [92500, 92999],
    [95850, 96199],
    [97000, 97999],
  ];
  return code.ok && (within(code.number, ranges) || /^(?:G[0-3]\d{3}|\d{4}T)$/.test(code.code));
}

export type Discipline = "GP" | "GO" | "GN";

/** Evaluations belong to one discipline: physical therapy, occupational therapy, speech-language pathology. */
export function evaluationDiscipline(code: ProcedureCode): Discipline | undefined {
  if (within(code.number, [[97161, 97164]])) return "GP";
  if (within(code.number, [[97165, 97168]])) return "GO";
  return within(code.number, [[92521, 92524]]) ? "GN" : undefined;
}

/** Billed per 15 minutes with the patient, one to one: constant attendance, exercise, training, orthotic fitting. */
export function isTimedTherapy(code: ProcedureCode): boolean {
  return within(code.number, [
    [97032, 97036],
    [97110, 97116],
    [97124, 97124],
    [97140, 97140],
    [97530, 97542],
    [97750, 97763],
  ]);
}

/**
 * How many 15-minute units so many minutes support: 8–22 one, 23–37 two, 38–52 three, and so on.
 * Source: Medicare Claims Processing Manual, chapter 5, section 20.2.C.
 */
export function unitsForMinutes(minutes: number): number {
  return Math.max(0, Math.floor((minutes + 7) / 15));
}

/** US dollars a calendar year, for physical therapy with speech-language pathology, and for occupational therapy. */
const THRESHOLDS: Readonly<Record<number, number>> = {
  2018: 2010,
  2019: 2040,
  2020: 2080,
  2021: 2110,
  2022: 2150,
  2023: 2230,
  2024: 2330,
  2025: 2410,
  2026: 2480,
};

/**
 * The allowed therapy of a year, in cents, above which Medicare wants KX; undefined for a year that is not in the table.
 * Source: Medicare Claims Processing Manual, chapter 5, section 10.3; CMS therapy services page, annual amounts.
 */
export function therapyThresholdCents(year: number): number | undefined {
  const dollars = THRESHOLDS[year];
  return dollars === undefined ? undefined : dollars * 100;
}
