import type { ProcedureCode } from "../model/values.ts";
import { isVaccineAdministration, isVaccineProduct } from "./cpt.ts";

/** HCPCS vaccine products: influenza by brand and others that CMS numbers itself. */
const HCPCS_PRODUCT = /^Q203[3-9]$/;

// The numbers 90683 and 90684 lie in the influenza block and are not influenza.
const INFLUENZA = new Set(
  "90630 90637 90638 90653 90654 90655 90656 90657 90658 90660 90661 90662 90664 90666 90667 90668 90672 90673 90674 90682 90685 90686 90687 90688 90689 90694 90756".split(
    " ",
  ),
);
const PNEUMOCOCCAL = new Set("90670 90671 90677 90684 90732".split(" "));
const HEPATITIS_B = new Set("90739 90740 90743 90744 90746 90747 90759".split(" "));

/** The code Medicare Part B takes for giving this vaccine: G0008, G0009, G0010; undefined for the other vaccines. */
export function medicareAdministration(code: ProcedureCode): "G0008" | "G0009" | "G0010" | undefined {
  if (INFLUENZA.has(code.code) || HCPCS_PRODUCT.test(code.code)) return "G0008";
  if (PNEUMOCOCCAL.has(code.code)) return "G0009";
  return HEPATITIS_B.has(code.code) ? "G0010" : undefined;
}

/** BCG for the bladder, instilled under 51720; oral typhoid capsules, which the patient takes home. */
const NOT_GIVEN_BY_INJECTION = new Set([90586, 90690]);

/** A vaccine that is given under an administration code, HCPCS influenza codes included. */
export function isVaccine(code: ProcedureCode): boolean {
  if (NOT_GIVEN_BY_INJECTION.has(code.number)) return false;
  return isVaccineProduct(code) || HCPCS_PRODUCT.test(code.code);
}

/** RSV antibodies for infants: given under 96380 or 96381. */
export function isRsvAntibody(code: ProcedureCode): boolean {
  return code.number === 90380 || code.number === 90381 || code.number === 90382;
}

/** COVID-19 vaccines, 91300–91323. */
export function isCovidVaccine(code: ProcedureCode): boolean {
  return code.number >= 91300 && code.number <= 91323;
}

/** Whatever can stand for the giving of a vaccine or of an RSV antibody. */
export function givesVaccine(code: ProcedureCode): boolean {
  if (isVaccineAdministration(code)) return true;
  return code.number === 96380 || code.number === 96381 || /^(?:G914[12]|M0201)$/.test(code.code);
}

/** The first vaccine of a day, by injection or not; of both codes together only one. */
export function isFirstVaccine(code: ProcedureCode): boolean {
  return code.number === 90471 || code.number === 90473;
}

/**
 * Administration codes of which every unit is one vaccine: 90460, 90471–90474, G0008–G0010. Not 90461, which counts
 * components, and not 90480, which counts COVID-19 vaccines only.
 */
export function countsVaccines(code: ProcedureCode): boolean {
  return code.number === 90460 || (code.number >= 90471 && code.number <= 90474) || /^G00(?:08|09|10)$/.test(code.code);
}

/** 90460 and 90461: with counseling, through 18 years of age. */
export function isCounseledAdministration(code: ProcedureCode): boolean {
  return code.number === 90460 || code.number === 90461;
}
