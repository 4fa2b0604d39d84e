import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "hcpcs-format",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Procedure code has not the form of a HCPCS Level II code",
  why: "The payer cannot find the code and rejects the line.",
  fix: "Check the code against the record: one letter from A to V (never F, I, N or O) and four digits.",
  repair: "never",
  sources: ["CMS, HCPCS Level II coding procedures", "45 CFR 162.1002"],
  denial: { carc: ["CO-16"], rarc: ["M20", "M51"] },

  on: ["procedure"],
  message: '"{raw}" is not a HCPCS Level II code: one letter and four digits',

  check(value, { report }) {
    if (value.problem === "hcpcs-format") report({ raw: value.text });
  },

  examples: {
    passes: [{ procedure_code: "J1100" }, { procedure_code: "U0001" }],
    finds: [{ procedure_code: "J110" }, { procedure_code: "W1234" }],
  },
});
