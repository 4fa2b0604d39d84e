import { isPreventiveVisit } from "../../codes/cpt.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";

/** The biller knows that it is not covered, or has given the patient notice. */
const NOTICED = new Set(["GY", "GX", "GA", "GZ"]);

export default lineRule({
  id: "preventive-medicare-noncovered",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Preventive visit of CPT billed to Medicare without GY",
  why: "The law excludes routine checkups from Medicare; it covers the welcome and annual wellness visits instead.",
  fix: "Report G0402, G0438 or G0439 if that is what was done; else add GY, so that the patient or a second payer can be billed.",
  repair: "never",
  sources: [
    "Social Security Act, section 1862(a)(7)",
    "Medicare Claims Processing Manual, chapter 18, sections 80 and 140",
    "Medicare Claims Processing Manual, chapter 12, section 30.6.2",
  ],
  denial: { carc: ["PR-96", "CO-49"], rarc: ["N425"] },
  payers: ["medicare"],
  forms: ["professional"],

  needs: ["procedure"],
  reads: ["modifiers"],
  procedures: isPreventiveVisit,
  message: "Medicare does not cover {code}; it covers wellness visits (G0402, G0438, G0439), or add GY",

  check(line, { report }) {
    if (line.payerKind !== "medicare") return;
    if (modifierCodes(line).some((modifier) => NOTICED.has(modifier))) return;
    report("procedure", { code: line.procedure.code });
  },

  examples: {
    passes: [
      { procedure_code: "99397", modifier_1: "GY", $payer: "medicare" },
      { procedure_code: "G0439", $payer: "medicare" },
      { procedure_code: "99397", $payer: "commercial" },
      { procedure_code: "99397" },
    ],
    finds: [
      { procedure_code: "99397", $payer: "medicare" },
      { procedure_code: "99387", modifier_1: "25", $payer: "medicare" },
    ],
  },
  notes: "Medicare Advantage plans often cover these visits and are not flagged; nor is a payer that is not known.",
});
