import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "code-embedded-modifier",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Modifier stands in the procedure cell",
  why: "837P and CMS-1500 have fields of their own for modifiers; written as one, the code is unknown to the payer.",
  fix: "Leave the five-character code in the procedure column and move the modifiers to the modifier columns.",
  repair: "suggest",
  sources: ["ASC X12N 837P (005010X222A1), SV101 composite C003", "NUCC 1500 instruction manual, item 24D"],
  denial: { carc: ["CO-16"], rarc: ["M51"] },

  on: ["procedure"],
  message: '"{raw}" holds code {code} and modifier {modifiers} in one cell',

  check(value, { report }) {
    if (value.problem !== "embedded-modifier") return;
    const code = value.candidate ?? value.code;
    report({ raw: value.text, code, modifiers: value.parts.join(", ") });
  },

  examples: {
    passes: [{ procedure_code: "99213", modifier_1: "25" }, { procedure_code: "0SRD0J9" }],
    finds: [{ procedure_code: "99213-25" }, { procedure_code: "20610RT" }],
  },
  notes: "No replacement is offered: it would drop the modifiers from the cell without putting them anywhere.",
});
