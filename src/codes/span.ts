import type { ProcedureCode } from "../model/values.ts";

type Range = readonly [first: number, last: number];

function within(ranges: readonly Range[], number: number): boolean {
  return ranges.some(([first, last]) => number >= first && number <= last);
}

/** Reported once for each date, in runs of consecutive days: subsequent hospital, nursing-facility and newborn care. */
const SUBSEQUENT_DAYS: readonly Range[] = [
  [99231, 99233],
  [99307, 99310],
  [99462, 99462],
  [99469, 99469],
  [99472, 99472],
  [99476, 99476],
  [99478, 99480],
];

/** One service, one date. Medicare Claims Processing Manual, chapter 26, section 10.4, item 24A; RARC N345. */
const ENCOUNTERS: readonly Range[] = [
  [10004, 69990],
  [70010, 77086],
  [80047, 89398],
  [90460, 90484],
  [90785, 90899],
  [97010, 97799],
  [98940, 98943],
  [99202, 99499],
];

/**
 * Inside those ranges, what is reported for a week, a month, an episode or a course: maternity packages, cumulative
 * digital and interprofessional consultations, care plan oversight, remote monitoring, chronic, principal and
 * transitional care management. 77261–77799 (radiation oncology) and 78012–79999 (nuclear medicine, with studies over
 * several days) stand outside the ranges above.
 */
const PERIODS: readonly Range[] = [
  [59400, 59430],
  [59510, 59515],
  [59610, 59622],
  [99374, 99380],
  [99421, 99427],
  [99437, 99439],
  [99445, 99458],
  [99470, 99470],
  [99473, 99474],
  [99484, 99484],
  [99487, 99496],
];

/** A per-encounter service, of which one line can hold only one date of service. Codes billed by the day are not among them. */
export function isBilledPerEncounter({ number }: ProcedureCode): boolean {
  return within(ENCOUNTERS, number) && !within(PERIODS, number) && !within(SUBSEQUENT_DAYS, number);
}

/** A visit of which a line may hold a run of consecutive days, one unit for each. */
export function isSubsequentDay({ number }: ProcedureCode): boolean {
  return within(SUBSEQUENT_DAYS, number);
}

/**
 * HCPCS Level II codes whose official descriptor ends in "per diem" (CMS 2019 alphanumeric file, H, S and T codes;
 * lodging and meals left out, which may be for two persons), and the CPT dialysis sessions reported once a day.
 */
const PER_DIEM: ReadonlySet<string> = new Set(
  `90935 90937 90945 90947
  H0017 H0018 H0019 H0037 H0040 H0041 H0043 H0045 H2013 H2016 H2018 H2020 H2022 H2024 H2026 H2029 H2031 H2034 H2036
  S0201 S0317 S5102 S5105 S5126 S5136 S5140 S5145 S5151 S9125 S9127 S9208 S9209 S9211 S9212 S9213 S9214
  S5497 S5498 S5501 S5502 S9325 S9326 S9327 S9328 S9329 S9330 S9331 S9335 S9336 S9338 S9339 S9340 S9341 S9342 S9343
  S9345 S9346 S9347 S9348 S9349 S9353 S9355 S9357 S9359 S9361 S9363 S9364 S9365 S9366 S9367 S9368 S9370 S9372 S9373
  S9374 S9375 S9376 S9377 S9379 S9472 S9473 S9474 S9476 S9480 S9485 S9490 S9494 S9497 S9500 S9501 S9502 S9503 S9504
  S9537 S9538 S9542 S9558 S9559 S9560 S9562 S9590
  T1020 T1040 T2012 T2014 T2016 T2018 T2020 T2026 T2031 T2033 T2034 T2042 T2044 T2045 T2046 T2048`.split(/\s+/),
);

/** A service of which there is at most one unit a day, though not on every day. */
export function isPerDiem({ code }: ProcedureCode): boolean {
  return PER_DIEM.has(code);
}

/**
 * Supplies, equipment and feeding that are delivered or rented for a time ahead: a line may end after the claim is
 * sent, and may span the change of a code set. Families of HCPCS Level II.
 */
export function isSuppliedForAPeriod({ code }: ProcedureCode): boolean {
  return /^(?:A[4-7]|A9[2-4]|B[49]|E|K|L)\d+$/.test(code);
}

/** Dialysis services of a full month, billed at its end. */
export function isMonthlyDialysis({ number }: ProcedureCode): boolean {
  return number >= 90951 && number <= 90966;
}
