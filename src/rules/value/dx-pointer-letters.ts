import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "dx-pointer-letters",
  severity: "info",
  defaultOff: true,
  tier: "T3",
  since: "0.1.0",
  summary: "Diagnosis pointer is a letter, the electronic claim takes a number",
  why: "Letters are how the paper form points (CMS-1500, item 24E); a file that becomes an 837P needs the positions as numbers.",
  fix: "Write A as 1, B as 2 and so on: `claimlint fix --rule dx-pointer-letters` does it without loss.",
  repair: "safe",
  sources: ["ASC X12N 837P (005010X222A1), 2400 SV107 (C004)", "NUCC 1500 instruction manual, item 24E"],

  on: ["pointers"],
  message: 'Pointer "{raw}" is {positions} as a number',

  check(value, { report }) {
    if (!value.ok || !value.letters) return;
    const separator = /[,;:|]/.exec(value.text)?.[0] ?? ",";
    const replacement = value.positions.join(separator);
    report({ raw: value.text, positions: replacement }, { suggestion: { safe: true, replacement } });
  },

  examples: {
    passes: [{ dx_pointer: "1" }, { dx_pointer: "1:2" }, { dx_pointer: "M" }],
    finds: [{ dx_pointer: "A" }, { dx_pointer: "AB" }, { dx_pointer: "a:b" }],
  },
  notes: "Off unless asked for: both ways are right, each on its form.",
});
