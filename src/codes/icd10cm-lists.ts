import { codeList, remembered } from "./code-list.ts";

/**
 * Diagnoses with a rule of their own about place, sex or age, by range. As of FY2026 (2025-10-01), where not said
 * otherwise; the tests hold the ranges against the order files of CMS. These lists hold what a guideline or an
 * instructional note says for every setting, which is less than the lists of the Medicare Code Editor (inpatient only).
 */

/** Chapter 20: what caused an injury, never the injury (guideline I.C.20.a.6; MCE edit 2). */
export const isExternalCause = codeList("V00-Y99");

/**
 * Codes that may only be first-listed: guideline I.C.21.c.16.
 * https://www.cms.gov/medicare/coding-billing/icd-10-codes
 */
export const isFirstOnly = codeList(
  "Z00 Z01 Z02 Z04 Z3181 Z3183 Z3184 Z332 Z34 Z38 Z39 Z40 Z42 Z510 Z511 Z52 Z761 Z762 Z9912",
  "Z006 Z529",
);

/**
 * Manifestations, never first-listed (guideline I.A.13): every category and code with "in diseases classified elsewhere"
 * (or "in conditions …") in its title, then those with another title and a code-first note that knows no exception.
 */
export const isManifestation = codeList(
  "D638 D7218 D77 D8481 E20811 E35 F02 F54 G01 G02 G05 G07 G138 G26 G32 G4727 G4736 G4737 G4742 G4754 G53 G55 G59 G63 " +
    "G7081 G733 G737 G914 G94 G99 H22 H28 H32 H36 H42 H62 H67 H75 H82 H94 I3131 I32 I39 I41 I43 I52 I682 I688 I79 J17 " +
    "J8417 J918 J99 K23 K67 K77 K87 L14 L45 L54 L62 L86 L99 M01 M148 M364 M368 M49 M63 M905 M908 N08 N16 N22 N29 N33 " +
    "N37 N4832 N51 N521 N74 N77 R4782 R5081 Z9183 " +
    "D630 D631 E08 G46 I680 J910 M360 M906",
);

/** An adverse effect (5) or underdosing (6) of a drug: the intent is the last character before the placeholder. */
function isDrugEffect(code: string): boolean {
  if (code.length !== 7 || code < "T36" || code >= "T51") return false;
  return /[56]X*$/.test(code.slice(3, 6));
}

const SECONDARY_ONLY = codeList(
  // The organism and its resistance come after the infection (I.C.1.b, I.C.1.c).
  "B95-B97 Z16 " +
    // Receptor status comes after the tumour; susceptibility is never first (I.C.21.c.3).
    "Z17 Z19 Z15 " +
    // Resuscitation status, blood type, body mass index (I.B.14, I.C.21.c.3); outcome of delivery and week of pregnancy.
    "Z66 Z67 Z68 Z37 Z3A " +
    // SIRS and severe sepsis, septic shock after a procedure, cardiac arrest with a known cause, hepatopulmonary syndrome.
    "R651 R652 T8112 I462 I468 K7681 " +
    // Coma and stroke scales (I.C.18.e, I.C.18.i).
    "R4021-R4024 R297",
);

/**
 * Codes that another one always has to stand before, whoever bills. Left out on purpose are the history, status and
 * social codes (Z55–Z65, Z77–Z99), which suppliers, laboratories and surveillance visits rightly list first.
 */
export const isSecondaryOnly = remembered((code) => SECONDARY_ONLY(code) || isDrugEffect(code));

const SEQUELA_CATEGORY = codeList("B90-B94 E64 E68 G09 O94");

/**
 * A late effect, whose residual condition comes first (guideline I.B.10): the 7th character S of an injury or a fracture,
 * and the categories with that code-first note. I69 and other codes that name the residual themselves are not among them.
 */
export const isSequela = remembered(
  (code) => SEQUELA_CATEGORY(code) || (code.length === 7 && /^(?:[ST]|M48|M80|M84).*S$/.test(code)),
);

const FEMALE = codeList(
  "A34 C51-C58 C796 D06 D070-D073 D25-D28 D39 E28 F53 M830 N70-N77 N80-N98 N992 N9983 O00-O9A P546 Q50-Q52 R87 " +
    "Z0141 Z0142 Z124 Z1272 Z1273 Z320 Z33 Z34 Z36 Z37 Z39 Z3A C5001 C5011 C5021 C5031 C5041 C5051 C5061 C5081 C5091",
);

const MALE = codeList(
  "C60-C63 D074-D076 D29 D40 E29 I861 N40-N53 Q53-Q55 R361 R86 R972 Z125 Z1271 " +
    "C5002 C5012 C5022 C5032 C5042 C5052 C5062 C5082 C5092",
);

/** The sex of the organ or state a code is about; undefined for all others, history codes among them. */
export const diagnosisSex = remembered((code): "F" | "M" | undefined => {
  if (FEMALE(code)) return "F";
  return MALE(code) ? "M" : undefined;
});

export interface DiagnosisAge {
  /** Completed years, both included. */
  readonly from: number;
  readonly to: number;
  /** In words, for a message: `newborns (age 0)`. */
  readonly group: string;
}

/**
 * Ages by the classes of the Medicare Code Editor (v43: newborn 0, pediatric 0–17, maternity 9–64, adult 15–124), kept to
 * codes that say the age themselves; body mass index by the note at Z68: 20 and older, 2 to 19. Until FY2018 it said 21 and
 * 2 to 20, so at 20 both are let pass.
 */
const AGES: readonly (readonly [list: (code: string) => boolean, age: DiagnosisAge])[] = [
  [codeList("A33 Z0011 Z05 Z38"), { from: 0, to: 0, group: "newborns (age 0)" }],
  [codeList("Z0012 Z002 Z003 Z761 Z762"), { from: 0, to: 17, group: "children (0 to 17)" }],
  [codeList("A34 F53 O00-O9A Z33 Z34 Z36 Z37 Z39 Z3A"), { from: 9, to: 64, group: "maternity (9 to 64)" }],
  [codeList("H25 H3531 H3532 M800 M810 N40 R54 Z000"), { from: 15, to: 124, group: "adults (15 and older)" }],
  [codeList("Z681-Z684"), { from: 20, to: 124, group: "adults (20 and older)" }],
  [codeList("Z685"), { from: 2, to: 20, group: "children (2 to 19)" }],
];

/** The ages a code is for; undefined where it is for all. */
export const diagnosisAge = remembered((code): DiagnosisAge | undefined => AGES.find(([list]) => list(code))?.[1]);

export const isBodyMassIndex = codeList("Z68");

/**
 * What a body mass index may stand beside: weight, nutrition and eating problems, bariatric surgery, the pregnancy codes
 * for them, and visits where quality programs ask for the index (examinations, counselling on food and exercise).
 */
export const explainsBodyMassIndex = codeList(
  "E40-E46 E64-E68 E88 F50 K912 K95 O25 O260 O261 O9921 O9984 P92 R62 R63 R64 Z00-Z02 Z713 Z7182 Z724 Z9884",
);

export const isWeekOfPregnancy = codeList("Z3A");

/**
 * Codes of chapter 15 that are always about a pregnancy that goes on, or its delivery; categories that also have codes for
 * the puerperium are left out.
 */
export const isOfPregnancy = codeList("O09 O20-O23 O2441 O2442 O28-O36 O40-O48 O60-O69 O80 O82");

/** An injury of the body by region, not as a sequela; not poisonings, and not the complications of care (T80–T88). */
export function isInjury(code: string): boolean {
  return code.startsWith("S") && code.length === 7 && !code.endsWith("S");
}

/** Orthopedic and surgical aftercare that guideline I.C.21.c.7 does not allow for an injury. */
export const isAftercareNotForInjury = codeList("Z4789 Z480 Z488");
