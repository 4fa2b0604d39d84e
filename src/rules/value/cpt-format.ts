import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "cpt-format",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Procedure code has not the form of a CPT code",
  why: "The payer cannot find the code and rejects the line.",
  fix: "Check the code against the record: five digits, or four digits and one of the letters A, F, M, T, U.",
  repair: "suggest",
  sources: ["CPT, introduction and categories I to III", "45 CFR 162.1002"],
  denial: { carc: ["CO-16", "CO-181"], rarc: ["M51"] },

  on: ["procedure"],
  message: '"{raw}" is not a CPT code: a CPT code has five characters, five digits or four digits and A, F, M, T or U',

  check(value, { report }) {
    if (value.problem === "cpt-format") report({ raw: value.text });
  },

  examples: {
    passes: [{ procedure_code: "99213" }, { procedure_code: "0054T" }, { procedure_code: "3044F" }],
    finds: [{ procedure_code: "992133" }, { procedure_code: "0042X" }],
  },
});
