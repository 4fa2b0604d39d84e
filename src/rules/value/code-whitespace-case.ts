import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "code-whitespace-case",
  severity: "info",
  tier: "T1",
  since: "0.1.0",
  summary: "Code carries spaces, lower case or a spreadsheet's apostrophe",
  why: "claimlint reads past it, but a payer's front end compares characters and may reject the code as unknown.",
  fix: "Trim the cell and write the code in capitals; `claimlint fix` does it without loss.",
  repair: "safe",
  sources: ["ASC X12N 837P (005010X222A1), appendix B.1.1.2.2: the basic character set holds upper case only"],

  on: ["procedure", "diagnoses", "lineDiagnosis", "modifiers"],
  message: '"{raw}" is read as {code}',

  check(value, { report }) {
    if (!value.ok || !value.untidy) return;
    const code = "dotted" in value && value.text.includes(".") ? value.dotted : value.code;
    report({ raw: value.text, code }, { suggestion: { safe: true, replacement: code } });
  },

  examples: {
    passes: [{ procedure_code: "J1100" }, { procedure_code: "00142" }, { diagnosis_1: "E119" }, { modifier_1: "25" }],
    finds: [
      { procedure_code: " j1100 " },
      { procedure_code: "'00142" },
      { diagnosis_1: "e11.9" },
      { modifier_1: "rt" },
    ],
  },
});
