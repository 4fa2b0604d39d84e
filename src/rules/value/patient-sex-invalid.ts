import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "patient-sex-invalid",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Patient's sex is not F, M or U",
  why: "The 837 carries F, M or U only; another value is rejected, or the rules on sex are not run.",
  fix: "Use the sex on file with the payer: F, M or U (unknown).",
  repair: "never",
  sources: ["ASC X12N 837P (005010X222A1), 2010BA and 2010CA DMG03", "Medicare Code Editor, edit 15 (invalid sex)"],
  denial: { carc: ["CO-16"], rarc: ["MA39"] },

  on: ["sex"],
  message: 'Sex "{sex}" is not recognized; use F, M or U',

  check(value, { report }) {
    if (!value.ok) report({ sex: value.text });
  },

  examples: {
    passes: [{ sex: "f" }, { sex: "Male" }, { sex: "1" }, { sex: "2" }, { sex: "X" }, { sex: "Unknown" }, { sex: "" }],
    finds: [{ sex: "Ml" }, { sex: "3" }],
  },
  notes: "Read as F, M or U: the words, any case, 1 and 2 (CMS research files), 0, O and X (as U).",
});
