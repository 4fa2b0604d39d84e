import { isUnclassifiedDrug } from "../../codes/drug.ts";
import { namesNoItem } from "../../codes/hcpcs-noc.ts";
import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "hcpcs-noc-description",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "HCPCS code that names no item, without a description",
  why: "A code for what is not otherwise classified cannot be priced; the payer has to be told which item or drug it is.",
  fix: "Describe it in the line note (SV101-7, CMS-1500 item 19): name and make of the item, or name, strength and dose of the drug.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 17, section 10, and chapter 20, section 130",
    "CMS, HCPCS Level II: list of not otherwise classified codes",
  ],
  denial: { carc: ["CO-16"], rarc: ["N350", "M119", "M123"] },
  forms: ["professional"],

  needs: ["procedure"],
  reads: ["description", "ndc"],
  columns: ["description"],
  procedures: (code) => namesNoItem(code.code),
  message: "{code} names no item and has no description",

  check(line, { report }) {
    if (line.description !== undefined) return;
    // Other payers know the drug by its NDC.
    if (line.ndc !== undefined && isUnclassifiedDrug(line.procedure) && line.payerKind !== "medicare") return;
    report("procedure", { code: line.procedure.code });
  },

  examples: {
    passes: [
      { procedure_code: "E1399", line_note: "Made-up brand, tub stool with side rail" },
      { procedure_code: "J3490", line_note: "", ndc: "63323016501" },
      { procedure_code: "J1100", line_note: "" },
      { procedure_code: "A9900", line_note: "" },
    ],
    finds: [
      { procedure_code: "E1399", line_note: "", units: "4" },
      { procedure_code: "J3490", line_note: "" },
      { procedure_code: "J3490", line_note: "", ndc: "63323016501", $payer: "medicare" },
    ],
  },
  notes: "A file without a note column is not judged: the note may travel another way.",
});
