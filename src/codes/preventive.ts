import type { ProcedureCode } from "../model/values.ts";

/** Age bands of the preventive visits, by the last digit of 99381–99387 and 99391–99397; completed years, both ends included. */
const BANDS: readonly (readonly [from: number, to: number | undefined])[] = [
  [0, 0],
  [1, 4],
  [5, 11],
  [12, 17],
  [18, 39],
  [40, 64],
  [65, undefined],
];

const bandIndex = (code: ProcedureCode): number => {
  const last = code.number % 10;
  const first = code.number - last;
  return (first === 99380 || first === 99390) && last >= 1 && last <= BANDS.length ? last - 1 : -1;
};

export interface PreventiveBand {
  /** `under 1 year`, `18 to 39 years`, `65 years and older`. */
  readonly text: string;
  /** Does the age in completed years lie in the band? */
  readonly holds: (age: number) => boolean;
}

/** The age band of a preventive visit code; undefined for every other code. */
export function preventiveBand(code: ProcedureCode): PreventiveBand | undefined {
  const band = BANDS[bandIndex(code)];
  if (band === undefined) return undefined;
  const [from, to] = band;
  const text = to === undefined ? `${from} years and older` : to === 0 ? "under 1 year" : `${from} to ${to} years`;
  return { text, holds: (age) => age >= from && (to === undefined || age <= to) };
}

/** The code of the same kind (new or established patient) for an age in completed years. */
export function preventiveCodeFor(code: ProcedureCode, age: number): string | undefined {
  const index = BANDS.findIndex(([from, to]) => age >= from && (to === undefined || age <= to));
  if (bandIndex(code) < 0 || index < 0) return undefined;
  return String(code.number - (code.number % 10) + index + 1);
}

/** Medicare's welcome visit and annual wellness visits. */
export function isWellnessVisit(code: ProcedureCode): boolean {
  return code.code === "G0402" || code.code === "G0438" || code.code === "G0439" || code.code === "G0468";
}

// Read widely: a code that is preventive for some patients only (glucose, lipids, infections) is in.
const MEDICARE_PREVENTIVE = new Set(
  (
    "G0402 G0403 G0404 G0405 G0438 G0439 G0468 G0008 G0009 G0010 90460 90461 90471 90472 90473 90474 90480 M0201 " +
    "G0101 Q0091 P3000 P3001 G0123 G0124 G0141 G0143 G0144 G0145 G0147 G0148 G0476 " +
    "G0102 G0103 G0104 G0105 G0106 G0120 G0121 G0122 G0327 G0328 82270 81528 00812 74263 0464U 0421U " +
    "77063 77067 77078 77080 77081 77085 76977 G0130 76706 71271 G0296 G0117 G0118 " +
    "G0108 G0109 97802 97803 97804 G0270 G0271 G0442 G0443 G0444 G0445 G0446 G0447 G0473 99406 99407 99497 99498 " +
    "G0136 G0432 G0433 G0435 G0472 G0475 G0499 G0011 G0012 G0013 J0739 J0750 J0751 J0799 " +
    "80061 82465 83718 84478 82947 82950 82951 83036 86631 86632 87110 87270 87320 87490 87491 87590 87591 87800 " +
    "87810 87850 86592 86593 86780 87340 86704 86706 G0513 G0514"
  ).split(" "),
);

/**
 * A service that Medicare Part B covers as preventive, vaccine administration and wellness visits included. Source: CMS,
 * Medicare preventive services (MLN educational tool); 42 CFR 410.15–410.64 and 411.15.
 */
export function isMedicarePreventive(code: ProcedureCode): boolean {
  return MEDICARE_PREVENTIVE.has(code.code);
}
