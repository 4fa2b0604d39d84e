import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "code-ndc-in-procedure",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "National Drug Code in the procedure column",
  why: "A drug is billed with its HCPCS code; the NDC goes beside it and cannot stand in its place.",
  fix: "Put the HCPCS code of the drug here and the NDC, with quantity and unit, into the NDC columns.",
  repair: "suggest",
  sources: ["ASC X12N 837P (005010X222A1), 2410 LIN03", "NUCC 1500 instruction manual, item 24, shaded part"],
  denial: { carc: ["CO-16"], rarc: ["M51", "M20"] },

  on: ["procedure"],
  message: "{code} is a National Drug Code (NDC), not a procedure code",

  check(value, { report }) {
    if (value.problem === "other-system" && value.system === "NDC") report({ code: value.text });
  },

  examples: {
    passes: [{ procedure_code: "J1100" }, { procedure_code: "J3490" }],
    finds: [{ procedure_code: "50242-040-62" }, { procedure_code: "N400024590010" }],
  },
});
