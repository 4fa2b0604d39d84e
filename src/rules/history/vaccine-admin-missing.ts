import { givesVaccine, isRsvAntibody, isVaccine } from "../../codes/vaccine.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { modifierSlot } from "../../model/claim.ts";
import { isVoid } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", "modifiers" | "frequency" | "placeOfService">;

/** A pharmacy is paid for the product by another road. */
const PHARMACY = "01";
/** Nirsevimab was given under 96372 before 96380 existed. */
const INJECTION = 96372;

export default historyRule({
  id: "vaccine-admin-missing",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Vaccine without the code for giving it",
  why: "The product and its administration are paid apart; without the administration code that work is not paid.",
  fix: "Add the administration code: 90471–90474, 90460 with counseling through 18 years, 90480 for COVID-19, G0008–G0010 for Medicare.",
  repair: "never",
  sources: [
    "CPT, immunization administration and vaccine guidelines",
    "Medicare Claims Processing Manual, chapter 18, section 10.2",
  ],
  denial: { carc: ["CO-107", "CO-16"] },

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "frequency", "placeOfService"],
  procedures: (code) => isVaccine(code) || isRsvAntibody(code) || givesVaccine(code) || code.number === INJECTION,
  message: "{vaccine} without an administration code on this day",

  start: () => [] as Line[],
  step: (lines, line) => void (isVoid(line) || lines.push(line)),
  finish(lines, { report }) {
    const products = lines.filter((line) => isVaccine(line.procedure) || isRsvAntibody(line.procedure));
    const [first, ...others] = products;
    if (first === undefined || lines.some((line) => givesVaccine(line.procedure))) return;
    // Given and billed by a hospital, or a product on a facility claim, where the rules are others.
    if (products.some((line) => line.form !== "professional")) return;
    if (products.some((line) => isRsvAntibody(line.procedure)) && products.length < lines.length) return;
    // State-supplied vaccines are paid under the product code alone in many states.
    if (products.some((line) => modifierSlot(line, "SL") >= 0 || line.placeOfService?.code === PHARMACY)) return;
    const related = others.map((line) => ({ line, at: "procedure", label: "another vaccine" }) as const);
    const extra = first.payerKind === "medicaid" ? ({ related, severity: "info" } as const) : { related };
    report(first, "procedure", { vaccine: first.procedure.code }, extra);
  },

  examples: {
    passes: [
      [{ procedure_code: "90686" }, { procedure_code: "90471", line_number: "2" }],
      [{ procedure_code: "90380" }, { procedure_code: "96380", line_number: "2" }],
      [{ procedure_code: "90686" }, { procedure_code: "90471", claim_id: "B" }],
      { procedure_code: "90686", modifier_1: "SL", charge: "0.00" },
    ],
    finds: [{ procedure_code: "90686" }, { procedure_code: "90380" }],
  },
  notes:
    "Any administration code of the day counts, on whatever claim; the numbers are compared by `vaccine-product-missing`. " +
    "Not flagged: modifier SL, pharmacies, BCG for the bladder (90586), oral typhoid vaccine (90690). Advisory for Medicaid.",
});
