import { type ClaimForm, type ClaimLine, daysOf, modifierCodes } from "../model/claim.ts";
import { day } from "../model/dates.ts";
import { sameBiller, sameProvider } from "../model/encounter.ts";
import type { DateValue, ProcedureCode } from "../model/values.ts";
import { isEvaluationAndManagement, isEyeVisit, isLaboratory } from "./cpt.ts";
import { isHcpcsVisit } from "./hcpcs.ts";
import { ANATOMIC_MODIFIERS, NCCI_ASSOCIATED_MODIFIERS } from "./modifier.ts";

/** How NCCI edits read a line. Source: NCCI Policy Manual, chapter I; Medicare Claims Processing Manual, chapter 23, section 20.9. */

type ProviderLine = Pick<
  ClaimLine,
  "form" | "claimId" | "renderingNpi" | "billingNpi" | "taxonomy" | "frequency" | "payer" | "responsibility"
>;

/**
 * Do two lines of one patient and day meet in an edit? The same rendering NPI, or billing NPI and specialty; the billing
 * NPI alone where no rendering provider is named or where a facility bills. Lines of one claim without any NPI have one
 * provider, whoever it is.
 */
export function sameNcciProvider(a: ProviderLine, b: ProviderLine): boolean {
  if (a.form !== b.form) return false;
  if (sameProvider(a, b)) return true;
  const unnamed = a.renderingNpi === undefined && b.renderingNpi === undefined;
  if ((unnamed || a.form === "institutional") && sameBiller(a, b)) return true;
  const anonymous = unnamed && a.billingNpi === undefined && b.billingNpi === undefined;
  return (
    anonymous && a.claimId !== undefined && a.claimId.trimmed === b.claimId?.trimmed && a.frequency?.trimmed !== "8"
  );
}

/** Visits, on which modifiers 24, 25 and 57 stand and 59 does not. */
export function isVisit(code: ProcedureCode): boolean {
  return isEvaluationAndManagement(code) || isEyeVisit(code) || isHcpcsVisit(code);
}

// Laboratory tests with HCPCS codes: drug tests, screening tests, the P section and the COVID-19 tests.
const HCPCS_LABORATORY =
  /^(?:P\d{4}|U000[1-5]|G0(?:027|103|12[34]|14[1-8]|30[67]|32[78]|43[235]|47[156]|48[0-3]|499|659)|G914[37])$/;

const isLaboratoryTest = (code: ProcedureCode): boolean => isLaboratory(code) || HCPCS_LABORATORY.test(code.code);

const CORONARY: ReadonlySet<string> = new Set(["LC", "LD", "LM", "RC", "RI"]);
/** Bypass and other coronary operations, percutaneous interventions, catheterisation. */
const isCoronary = ({ code, number }: ProcedureCode): boolean =>
  (number >= 33140 && number <= 33999) || (number >= 92920 && number <= 93799) || /^C96\d\d$/.test(code);

/** Screening and clinic codes that take modifier 25 or 27 as visits do (CMS transmittal A-00-40; G0463 is a visit). */
const SEEN_AS_VISIT: ReadonlySet<string> = new Set(
  ["G0101", "G0175", "G0245", "G0246", "G0380", "G0381", "G0382"].concat([
    "G0383",
    "G0384",
    "G0466",
    "G0467",
    "G0468",
    "G0469",
    "G0470",
  ]),
);

const DISTINCT: ReadonlySet<string> = new Set(["59", "XE", "XS", "XP", "XU"]);
/** Before, 59 and X{EPSU} told a carrier something on the column 2 code only. CMS change request 11168. */
const EITHER_COLUMN_SINCE = day("2019-07-01");

/**
 * Can the modifier bypass an edit on a line with this code? An NCCI-associated modifier that is valid there: 24, 25 and
 * 57 on visits; 27 on visits of facility claims; 91 on laboratory tests; 58, 78, 79, 59, XE, XS, XP, XU and the anatomic
 * ones on what is no visit, the anatomic ones on no blood or urine test either; coronary vessels on heart procedures.
 */
function bypassesOn(modifier: string, code: ProcedureCode, form: ClaimForm): boolean {
  if (!NCCI_ASSOCIATED_MODIFIERS.has(modifier)) return false;
  const visit = isVisit(code) || SEEN_AS_VISIT.has(code.code);
  if (modifier === "24" || modifier === "25" || modifier === "57") return visit;
  if (modifier === "27") return form === "institutional" && visit;
  if (modifier === "91") return isLaboratoryTest(code);
  if (CORONARY.has(modifier)) return isCoronary(code);
  if (isAnatomic(modifier) && code.number >= 80047 && code.number <= 87999) return false;
  // Counselling on tobacco and alcohol stands among the visits, yet beside psychotherapy it is billed with 59.
  return !isVisit(code) || (code.number >= 99406 && code.number <= 99409);
}

/** The modifiers of a line that bypass an edit of indicator 1 in which its code stands in that column. */
export function bypassingModifiers(
  line: Pick<ClaimLine, "modifiers" | "form"> & { readonly procedure: ProcedureCode; readonly serviceFrom: DateValue },
  column: 1 | 2,
): readonly string[] {
  const deaf = column === 1 && line.form === "professional" && daysOf(line.serviceFrom) < EITHER_COLUMN_SINCE;
  return modifierCodes(line).filter(
    (modifier) => bypassesOn(modifier, line.procedure, line.form) && !(deaf && DISTINCT.has(modifier)),
  );
}

/**
 * Do the edits reach the line? The hospital tables are for outpatient services: not for a bill with a DRG, nor for the
 * bill types of inpatient, swing-bed, inpatient nursing, religious, hospice and residential care.
 */
export function isEdited(line: Pick<ClaimLine, "form" | "typeOfBill" | "drg">): boolean {
  if (line.form !== "institutional") return true;
  return line.drg === undefined && !/^0?(?:1[18]|21|41|8[126])/.test(line.typeOfBill?.trimmed ?? "");
}

/** Modifiers that name a place of the body, as opposed to the other NCCI-associated ones. */
export function isAnatomic(modifier: string): boolean {
  return ANATOMIC_MODIFIERS.has(modifier);
}
