import type { ProcedureCode } from "../model/values.ts";
import { codeList } from "./code-list.ts";
import { givesVaccine, isVaccine } from "./vaccine.ts";

/**
 * Screening and preventive services whose code or modifier says that they are one, with the diagnoses that payers expect.
 * Medicare Claims Processing Manual, chapter 18, and the National Coverage Determinations named below, as of 2026-01.
 * Services that are a screening only by their diagnosis are left out (77080, 80061, 82947, 83036).
 */
export interface ScreeningReason {
  /** For a message. */
  readonly usual: string;
  /** Whether the undotted code is one of the usual diagnoses, or another that payers take. */
  readonly accepts: (code: string) => boolean;
  /**
   * The claim as a whole has to carry the diagnosis; the line may point elsewhere. So of a screening endoscopy that
   * found something, and of vaccines given in a visit.
   */
  readonly anywhere: boolean;
}

const COLORECTAL: ScreeningReason = {
  usual: "Z12.11, Z12.12 or a history (Z80.0, Z85.0-, Z86.01-)",
  // Surveillance, family history, heredity, inflammatory bowel disease, and the follow-up of a positive stool test.
  accepts: codeList("Z121 Z08 Z09 Z150 Z800 Z837 Z8481 Z850 Z8600 Z8601 K50 K51 K52 D126 D1391 R195"),
  anywhere: true,
};

const VACCINE: ScreeningReason = {
  usual: "Z23",
  // Tetanus and rabies vaccines are given for a wound or a contact too.
  accepts: codeList("Z23 Z20 Z29 S00-T88 W50-W64"),
  anywhere: true,
};

const reason = (usual: string, accepted: string): ScreeningReason => ({
  usual,
  accepts: codeList(accepted),
  anywhere: false,
});

/** NCD 220.4; the risk codes are what other payers take beside Z12.31. */
const MAMMOGRAM = reason("Z12.31", "Z123 Z150 Z803 Z853 Z8600 Z901 Z000 Z014");
/** NCD 210.1. */
const PROSTATE = reason("Z12.5", "Z125 Z8042 Z000");
/** NCD 210.2; CPM chapter 18, sections 30.6 and 40.4. */
const PELVIC = reason(
  "Z01.411, Z01.419, Z12.4 or a high-risk code (Z77.29, Z91.89, Z92.89)",
  "Z014 Z000 Z1151 Z124 Z1272 Z1279 Z1289 Z725 Z7289 Z7729 Z779 Z8741 Z854 Z9189 Z9285 Z9286 Z9289",
);
/** NCD 210.14. */
const LUNG = reason("Z87.891, F17.21- or Z12.2", "Z122 Z87891 F172");
/** NCD 210.4.1. */
const TOBACCO = reason("F17.- or Z87.891", "F172 O9933 T652 U070 Z716 Z720 Z87891");
/** NCD 210.12. */
const OBESITY = reason("Z68.30 to Z68.45", "E66 O9921 Z683 Z684 Z685");

const BY_CODE: ReadonlyMap<string, ScreeningReason> = new Map([
  ...each("77063 77067", MAMMOGRAM),
  ...each("G0104 G0105 G0121", COLORECTAL),
  ...each("G0102 G0103", PROSTATE),
  ...each("G0101 Q0091", PELVIC),
  ...each("71271 G0296", LUNG),
  ...each("99406 99407", TOBACCO),
  ...each("G0447 G0473", OBESITY),
]);

function each(codes: string, about: ScreeningReason): [string, ScreeningReason][] {
  return codes.split(" ").map((code) => [code, about]);
}

/** Endoscopies of the lower bowel, a screening where modifier 33 or PT says so. */
function isLowerEndoscopy({ number }: ProcedureCode): boolean {
  if (number >= 44388 && number <= 44408) return true;
  return (number >= 45330 && number <= 45350) || (number >= 45378 && number <= 45398);
}

/** Other things than vaccination are done with them: BCG for the bladder, and the unlisted vaccine. */
const NOT_PREVENTIVE = new Set([90586, 90749]);

/** Whether the code alone, or with a modifier, is a screening or preventive service of this table. */
export function mayBeScreening(code: ProcedureCode): boolean {
  return BY_CODE.has(code.code) || isLowerEndoscopy(code) || isGivenVaccine(code);
}

function isGivenVaccine(code: ProcedureCode): boolean {
  return (isVaccine(code) || givesVaccine(code)) && !NOT_PREVENTIVE.has(code.number) && !isForAntibodies(code);
}

/** 96380 and 96381 give an antibody (Z29.11), M0201 a visit at home. */
function isForAntibodies({ number, code }: ProcedureCode): boolean {
  return number === 96380 || number === 96381 || code === "M0201" || code.startsWith("G914");
}

/** The diagnoses a service is expected to have; undefined where it is none of the table. */
export function screeningReason(code: ProcedureCode, modifiers: readonly string[]): ScreeningReason | undefined {
  const known = BY_CODE.get(code.code);
  if (known !== undefined) return known;
  if (isGivenVaccine(code)) return VACCINE;
  const preventive = modifiers.includes("33") || modifiers.includes("PT");
  return preventive && isLowerEndoscopy(code) ? COLORECTAL : undefined;
}
