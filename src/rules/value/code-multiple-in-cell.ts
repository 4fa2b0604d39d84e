import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "code-multiple-in-cell",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Several codes stand in one cell",
  why: "A service line carries one procedure and a diagnosis field one code; the payer rejects the joined text.",
  fix: "Give every procedure its own line with its own units and charge, and every diagnosis its own column.",
  repair: "suggest",
  sources: ["ASC X12N 837P (005010X222A1), 2400 SV101 and 2300 HI: one code per element"],
  denial: { carc: ["CO-16"], rarc: ["M51", "M76"] },

  on: ["procedure", "diagnoses", "lineDiagnosis"],
  message: "{count} codes in one cell: {list}",

  check(value, { report }) {
    if (value.problem === "multiple") report({ count: value.parts.length, list: value.parts.join(", ") });
  },

  examples: {
    passes: [{ procedure_code: "99213" }, { procedure_code: "99213-25" }, { diagnosis_1: "E11.9" }],
    finds: [{ procedure_code: "99213,36415" }, { procedure_code: "80053|85025" }, { diagnosis_1: "E11.9;I10" }],
  },
});
