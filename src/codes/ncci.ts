import type { ClaimForm, ClaimLine } from "../model/claim.ts";
import { sameBiller, sameProvider } from "../model/encounter.ts";
import type { ProcedureCode } from "../model/values.ts";
import { isEvaluationAndManagement, isEyeVisit, isLaboratory } from "./cpt.ts";
import { isHcpcsVisit } from "./hcpcs.ts";
import { ANATOMIC_MODIFIERS, NCCI_ASSOCIATED_MODIFIERS } from "./modifier.ts";

/** How NCCI edits read a line. Source: NCCI Policy Manual, chapter I; Medicare Claims Processing Manual, chapter 23, section 20.9. */

type ProviderLine = Pick<
  ClaimLine,
  "form" | "claimId" | "renderingNpi" | "billingNpi" | "taxonomy" | "frequency" | "payer"
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

/**
 * Can the modifier bypass an edit on a line with this code? An NCCI-associated modifier that is valid there: 24, 25 and
 * 57 on visits; 27 on facility claims; 91 on laboratory tests; 58, 78, 79, 59, XE, XS, XP, XU and the anatomic ones on
 * what is no visit; coronary vessels on heart procedures.
 */
export function bypassesOn(modifier: string, code: ProcedureCode, form: ClaimForm): boolean {
  if (!NCCI_ASSOCIATED_MODIFIERS.has(modifier)) return false;
  if (modifier === "24" || modifier === "25" || modifier === "57") return isVisit(code);
  if (modifier === "27") return form === "institutional";
  if (modifier === "91") return isLaboratoryTest(code);
  if (CORONARY.has(modifier)) return isCoronary(code);
  return !isVisit(code);
}

/** Modifiers that name a place of the body, as opposed to the other NCCI-associated ones. */
export function isAnatomic(modifier: string): boolean {
  return ANATOMIC_MODIFIERS.has(modifier);
}
