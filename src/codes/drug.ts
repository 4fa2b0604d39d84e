import type { ProcedureCode } from "../model/values.ts";
import { isImmuneGlobulin } from "./cpt.ts";
import { isDrug } from "./hcpcs.ts";

/** Not otherwise classified: the code names no drug, so the NDC has to. */
const UNCLASSIFIED = new Set("J3490 J3590 J3591 J7599 J7699 J7799 J7999 J8498 J8499 J8597 J8999 J9999".split(" "));

export function isUnclassifiedDrug(code: ProcedureCode): boolean {
  return UNCLASSIFIED.has(code.code);
}

/** Among the J codes, but devices or tissue without an NDC: hyaluronan for the knee, cultured cartilage, sinus implant. */
const DEVICES = /^J7(?:318|32\d|33[0-2]|40[12])$/;

/** Drugs that Medicaid programs collect rebates on by NDC: J codes, biosimilars, immune globulins. Not vaccines. */
export function isRebateDrug(code: ProcedureCode): boolean {
  return (isDrug(code) && !DEVICES.test(code.code)) || isImmuneGlobulin(code);
}

/**
 * Drugs given by needle in an office. J7000–J7999 (fluids, contraceptives, hyaluronan, inhaled and transplant drugs) and
 * J8498–J8999 (by mouth) are left out.
 */
export function isInjectedDrug(code: ProcedureCode): boolean {
  return isDrug(code) && !/^J[78]/.test(code.code);
}
