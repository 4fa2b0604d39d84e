import type { Severity } from "../model/finding.ts";
import type { ProcedureCode } from "../model/values.ts";
import { isAnesthesia, isLaboratory, isPreventiveVisit, isRadiology, isSurgery } from "./cpt.ts";
import { takesModifier25 } from "./visit.ts";

/** Families of CPT for which modifiers are defined or ruled out as a whole; `sick visit` is `visit` without the preventive ones. */
type Family = "visit" | "sick visit" | "anesthesia" | "surgery" | "radiology" | "laboratory";

/** Puncture and draw: Surgery by number, but laboratories bill them, with modifiers of their own. */
const isBloodDraw = ({ number }: ProcedureCode): boolean => number >= 36400 && number <= 36425;

function familiesOf(code: ProcedureCode): readonly Family[] {
  if (takesModifier25(code) || code.number === 99211)
    return isPreventiveVisit(code) ? ["visit"] : ["visit", "sick visit"];
  if (isAnesthesia(code)) return ["anesthesia"];
  if (isSurgery(code)) return isBloodDraw(code) ? [] : ["surgery"];
  if (isRadiology(code)) return ["radiology"];
  return isLaboratory(code) ? ["laboratory"] : [];
}

export interface WrongUse {
  readonly reason: string;
  readonly severity: Severity;
  /** True for this payer only; under others nothing is wrong. */
  readonly payer?: "medicare";
}

type Row = readonly [codes: string, families: string, reason: string, severity?: Severity, payer?: "medicare"];

// biome-ignore format: one rule of use a line
const NEVER: readonly Row[] = [
  ["24 25 57 AI FS FT", "anesthesia surgery radiology laboratory", "it belongs on the visit, not on the procedure"],
  ["59", "visit", "a visit of its own on a procedure day is 25"],
  // CMS says the same of these; some payers read them on visits.
  ["XE XP XS XU", "visit", "a visit of its own on a procedure day is 25", "warning"],
  ["22 47 50 51 53 63", "visit", "it is for procedures"],
  ["52", "sick visit", "Medicare does not take it on a visit; bill the level that was done", "warning", "medicare"],
  ["58 78 79", "visit", "it is for procedures; an unrelated visit in a global period is 24"],
  ["76 77", "visit", "it is for repeated procedures; a second visit is 25", "warning"],
  ["26 TC", "visit anesthesia", "the service has no professional and technical part"],
  ["47", "anesthesia", "it is for the surgeon who gives the anesthesia himself"],
  ["50", "anesthesia laboratory", "the service has no sides"],
  ["63", "anesthesia radiology laboratory", "it is for procedures on infants under 4 kg"],
  ["54 55 56", "visit anesthesia radiology laboratory", "the service has no global surgical package to split"],
  ["62 66 80 81 82 AS", "visit anesthesia laboratory", "the service has no second or assisting surgeon"],
  ["90 91 92 QW", "visit anesthesia surgery radiology", "it is for laboratory tests"],
  ["23 AA AD QK QX QY QZ QS G8 G9 P1 P2 P3 P4 P5 P6", "visit laboratory", "it is for anesthesia"],
  ["1P 2P 3P 8P", "visit anesthesia surgery radiology laboratory", "it is for Category II codes"],
  ["NU RR UE KH KI KJ", "visit anesthesia surgery radiology laboratory", "it is for equipment"],
  ["JW JZ", "visit anesthesia surgery radiology laboratory", "it is for drugs"],
];

const BY_MODIFIER: ReadonlyMap<string, ReadonlyMap<string, WrongUse>> = NEVER.reduce((table, row) => {
  const [codes, families, reason, severity = "error", payer] = row;
  for (const code of codes.split(" ")) {
    const uses = table.get(code) ?? new Map<string, WrongUse>();
    table.set(code, uses);
    for (const family of families.match(/sick visit|\w+/g) ?? [])
      uses.set(family, { reason, severity, ...(payer && { payer }) });
  }
  return table;
}, new Map<string, Map<string, WrongUse>>());

/**
 * Why a modifier can never stand on a code of this family; undefined where it can, and where only a fee schedule, a
 * diagnosis or the payer could tell. Sources: CPT appendix A; NCCI Policy Manual, chapter I, section E; Medicare Claims
 * Processing Manual, chapter 12, sections 30.6 and 40.
 */
export function wrongUse(modifier: string, code: ProcedureCode): WrongUse | undefined {
  const uses = BY_MODIFIER.get(modifier);
  if (uses === undefined) return undefined;
  for (const family of familiesOf(code)) {
    const found = uses.get(family);
    if (found !== undefined) return found;
  }
  return undefined;
}
