import { meantModifiers } from "../../codes/modifier.ts";
import { type LineView, lineRule } from "../../contract/rule.ts";
import { modifierCodes, modifierSlot } from "../../model/claim.ts";
import type { Severity } from "../../model/finding.ts";

type Line = LineView<"procedure" | "modifiers", "placeOfService" | "revenueCode" | "typeOfBill">;

const FACILITY = new Set(["27", "73", "74", "CA", "ER", "PN", "PO"]);
const PROFESSIONAL = new Set("26 TC 54 55 56 62 66 80 81 82 AS".split(" "));
const HOSPITAL_OUTPATIENT = new Set(["19", "22", "23"]);

/** A hospital's export without UB-04 columns is read as professional; where the place is a hospital's, that is in doubt. */
function onProfessional(codes: readonly string[], place: string | undefined): Severity | undefined {
  // Surgery centers bill on the professional form, with 73, 74 and SG.
  if (place === undefined || place === "24" || codes.includes("SG")) return undefined;
  return HOSPITAL_OUTPATIENT.has(place) ? "warning" : "error";
}

/** Critical access hospitals bill their physicians' fees under 096x–098x (method II, bill type 85x). */
function onInstitutional(line: Line, modifier: string): Severity | undefined {
  const revenue = line.revenueCode?.trimmed;
  const bill = line.typeOfBill?.trimmed;
  if (revenue === undefined ? bill === undefined || /^0?85/.test(bill) : /^0?9[678]\d$/.test(revenue)) return undefined;
  if (line.payerKind === "medicare") return "error";
  // Some Medicaid programs and plans want TC on a hospital's imaging.
  return modifier === "TC" ? undefined : "warning";
}

export default lineRule({
  id: "facility-modifier-professional",
  severity: "error",
  tier: "T3",
  since: "0.1.0",
  summary: "Modifier of hospital claims on a professional line, or the other way round",
  why: "27, 73, 74, CA, ER, PN and PO describe a hospital's service, 26 or 80 a physician's; on the other form they are denied.",
  fix: "Check which claim the line belongs to. A procedure broken off by the physician is 53 on the professional claim.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 4, sections 20.6 and 250 (method II); chapter 14, section 40",
    "CPT, appendix A: modifiers approved for hospital outpatient use",
  ],
  denial: { carc: ["CO-4"] },
  forms: ["professional", "institutional"],

  needs: ["procedure", "modifiers"],
  reads: ["placeOfService", "revenueCode", "typeOfBill"],
  message: "Modifier {modifier} on {code} is for {form} claims",

  check(line, { report }) {
    const { procedure } = line;
    const professional = line.form === "professional";
    const codes = meantModifiers(modifierCodes(line), procedure);
    const modifier = codes.find((code) => (professional ? FACILITY : PROFESSIONAL).has(code));
    if (modifier === undefined) return;
    const severity = professional ? onProfessional(codes, line.placeOfService?.code) : onInstitutional(line, modifier);
    if (severity === undefined) return;
    const form = professional ? "hospital" : "professional";
    report(["modifiers", modifierSlot(line, modifier)], { modifier, code: procedure.code, form }, { severity });
  },

  examples: {
    passes: [
      { procedure_code: "45378", modifier_1: "73", type_of_bill: "131", revenue_code: "0750" },
      { procedure_code: "45378", modifier_1: "73", place_of_service: "24" },
      { procedure_code: "71046", modifier_1: "26" },
      { procedure_code: "71046", modifier_1: "26", type_of_bill: "851", revenue_code: "0972" },
      { procedure_code: "A0428", modifier_1: "PN" },
    ],
    finds: [
      { procedure_code: "45378", modifier_1: "73" },
      { procedure_code: "71046", modifier_1: "TC", type_of_bill: "131", revenue_code: "0324", $payer: "medicare" },
    ],
    skips: [{ procedure_code: "" }],
  },
});
