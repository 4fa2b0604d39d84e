import { day } from "../model/dates.ts";
import type { CalendarDate, ProcedureCode } from "../model/values.ts";

/** Families of visits by number, for the rules on two visits, on new patients and on what belongs to which visit. */

type Range = readonly [first: number, last: number];

const within = (number: number, ranges: readonly Range[]): boolean =>
  ranges.some(([first, last]) => first <= number && number <= last);

const NEW_PATIENT: readonly Range[] = [
  [92002, 92004],
  [98000, 98003],
  [98008, 98011],
  [99201, 99205],
  [99324, 99328],
  [99341, 99345],
  [99381, 99387],
];

/** Visits of a new patient: nobody of the same specialty in the group saw the patient within three years. */
export function isNewPatientVisit(code: ProcedureCode): boolean {
  return within(code.number, NEW_PATIENT);
}

const COUNTERPARTS: Readonly<Record<string, string>> = {
  "92002": "92012",
  "92004": "92014",
  "99202": "99212",
  "99203": "99213",
  "99204": "99214",
  "99205": "99215",
  "99341": "99347",
  "99342": "99348",
  "99344": "99350",
  "99345": "99350",
};

/** The established-patient code beside a new-patient one, by number; the level has to be supported by the record. */
export function establishedCounterpart(code: ProcedureCode): string | undefined {
  if (within(code.number, [[99381, 99387]])) return String(code.number + 10);
  return COUNTERPARTS[code.code];
}

// E/M by number, but without the patient in front of the provider: prolonged non-direct service, conferences, care plan
// oversight, online and telephone visits, care management, remote monitoring, audio-only visits 98008–98015 and 98016.
const NOT_FACE_TO_FACE: readonly Range[] = [
  [98008, 98099],
  [99091, 99091],
  [99288, 99288],
  [99358, 99380],
  [99421, 99458],
  [99470, 99470],
  [99473, 99474],
  [99484, 99494],
];

const OTHER_FACE_TO_FACE: readonly Range[] = [
  [90785, 90863],
  [92002, 92014],
  [98925, 98929],
  [98940, 98943],
];

/** Venous and capillary punctures, port draws and the bladder scan: done by staff, in the Surgery numbers. */
const STAFF_WORK: readonly Range[] = [
  [36400, 36416],
  [36591, 36592],
  [36600, 36600],
  [51798, 51798],
];

/** A service at which the provider surely met the patient; what staff, a laboratory or a reader does is left out. */
export function isFaceToFace(code: ProcedureCode): boolean {
  if (code.section === "Evaluation and management") return !within(code.number, NOT_FACE_TO_FACE);
  if (code.section === "Surgery") return !within(code.number, STAFF_WORK);
  return within(code.number, OTHER_FACE_TO_FACE);
}

export type VisitFamily =
  | "office"
  | "emergency"
  | "initial hospital"
  | "subsequent hospital"
  | "same-day stay"
  | "discharge"
  | "nursing facility"
  | "home";

const FAMILIES: readonly (readonly [first: number, last: number, family: VisitFamily])[] = [
  [98000, 98015, "office"],
  [99202, 99215, "office"],
  [99221, 99223, "initial hospital"],
  [99231, 99233, "subsequent hospital"],
  [99234, 99236, "same-day stay"],
  [99238, 99239, "discharge"],
  [99281, 99285, "emergency"],
  [99304, 99310, "nursing facility"],
  [99341, 99350, "home"],
];

/** The kind of visit; undefined for E/M codes that stand beside a visit (critical care, prolonged, preventive, monthly). */
export function visitFamily(code: ProcedureCode): VisitFamily | undefined {
  return FAMILIES.find(([first, last]) => first <= code.number && code.number <= last)?.[2];
}

/** Consultation codes, the two deleted in 2023 included: 99241–99245 and 99251–99255. */
export function isConsultation(code: ProcedureCode): boolean {
  return within(code.number, [
    [99241, 99245],
    [99251, 99255],
  ]);
}

interface Prolonged {
  readonly bases: readonly string[];
  readonly from: CalendarDate;
}

const PROLONGED: Readonly<Record<string, Prolonged>> = {
  "99417": {
    bases: "98003 98007 98011 98015 99205 99215 99245 99345 99350 99483 G0463".split(" "),
    from: day("2021-01-01"),
  },
  "99418": { bases: "99223 99233 99236 99255 99306 99310".split(" "), from: day("2023-01-01") },
  // Time of clinical staff: beside every level but 99211, and its own further units.
  "99415": { bases: "99202 99203 99204 99205 99212 99213 99214 99215 G0463".split(" "), from: day("2016-01-01") },
  "99416": { bases: ["99415"], from: day("2016-01-01") },
  G2212: { bases: "99205 99215 99483 G0463".split(" "), from: day("2021-01-01") },
  G0316: { bases: "99223 99233 99236".split(" "), from: day("2023-01-01") },
  G0317: { bases: "99306 99310".split(" "), from: day("2023-01-01") },
  G0318: { bases: "99345 99350".split(" "), from: day("2023-01-01") },
};

/**
 * The visits that a prolonged-service code goes with; undefined for every other code. Source: CMS Add-on Code Edits
 * 2026 Q2 (type 1), read as the widest set over the years.
 */
export function prolongedBases(code: ProcedureCode): readonly string[] | undefined {
  return Object.hasOwn(PROLONGED, code.code) ? PROLONGED[code.code]!.bases : undefined;
}

/** The visits of a prolonged-service code in a few words, the usual ones only. */
export function prolongedGoesWith(code: ProcedureCode): string {
  if (code.number === 99417) return "99205, 99215, 99245, 99345, 99350 or 99483";
  if (code.number === 99415) return "99202–99205 or 99212–99215";
  return prolongedBases(code)?.join(", ") ?? "";
}

/** What Medicare takes in place of the CPT codes for prolonged services, which have status I in its fee schedule. */
export function medicareProlonged(code: ProcedureCode): string | undefined {
  if (code.number === 99417) return "G2212 (office) or G0318 (home)";
  return code.number === 99418 ? "G0316 (hospital) or G0317 (nursing facility)" : undefined;
}

/** Paid by Medicare since this day; before, G2211 was bundled. */
export const COMPLEXITY_FROM = day("2024-01-01");
const COMPLEXITY_AT_HOME_FROM = day("2026-01-01");

/**
 * The visits that the complexity add-on G2211 goes with: office visits, since 2026 home visits too. Source: CMS Add-on
 * Code Edits 2026 Q2.
 */
export function takesComplexity(code: ProcedureCode, on: CalendarDate): boolean {
  if (within(code.number, [[99202, 99215]]) || code.code === "G0463") return true;
  return on >= COMPLEXITY_AT_HOME_FROM && within(code.number, [[99341, 99350]]);
}

/** Services that payers bundle an E/M into unless it carries modifier 25, as far as numbers alone tell it. */
const MINOR_PROCEDURES: readonly Range[] = [
  [10004, 58999],
  [60000, 69989],
  [90460, 90474],
  [90480, 90480],
  [95004, 95079],
  [95115, 95199],
  [96360, 96549],
  [98925, 98929],
  [98940, 98943],
];

/** An NCCI pair with E/M codes exists for some of these only: spirometry and the like, therapy. */
const PERHAPS_MINOR: readonly Range[] = [
  [94010, 94799],
  [97010, 97799],
];

/**
 * Does an E/M on the day of this procedure need modifier 25? `yes` for procedures with a global period of 0 or 10 days
 * and services with an NCCI pair, `perhaps` where only the fee schedule could tell. Maternity packages and what staff
 * does are left out. Source: NCCI Policy Manual, chapter I, section D; heuristic by number.
 */
export function bundlesVisit(code: ProcedureCode): "yes" | "perhaps" | undefined {
  if (within(code.number, STAFF_WORK)) return undefined;
  if (within(code.number, MINOR_PROCEDURES)) return "yes";
  return within(code.number, PERHAPS_MINOR) ? "perhaps" : undefined;
}

/** The E/M codes that take modifier 25 on a procedure day; 99211 is left out, with it the visit is not payable at all. */
const TAKES_25: readonly Range[] = [
  [92002, 92014],
  [99202, 99205],
  [99212, 99215],
  [99221, 99239],
  [99242, 99245],
  [99252, 99255],
  [99281, 99285],
  [99304, 99310],
  [99341, 99350],
  [99381, 99397],
];

export function takesModifier25(code: ProcedureCode): boolean {
  return within(code.number, TAKES_25);
}
