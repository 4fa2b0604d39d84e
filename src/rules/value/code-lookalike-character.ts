import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "code-lookalike-character",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "A letter stands where the code has a digit, or the other way round",
  why: "O for 0 and I for 1 look right to a person; to the payer the code does not exist.",
  fix: "Check the code against the record and type it again.",
  repair: "suggest",
  sources: ["CPT and HCPCS Level II code formats: five characters, letters in fixed places"],
  denial: { carc: ["CO-16"], rarc: ["M51"] },

  on: ["procedure"],
  message: '"{raw}" has a look-alike character; {candidate} was probably meant',

  check(value, { report }) {
    if (value.problem !== "lookalike-character" || value.candidate === undefined) return;
    const suggestion = { safe: false, replacement: value.candidate };
    report({ raw: value.text, candidate: value.candidate }, { suggestion });
  },

  examples: {
    passes: [{ procedure_code: "S0610" }, { procedure_code: "B4034" }, { diagnosis_1: "I10" }],
    finds: [{ procedure_code: "992I3" }, { procedure_code: "9921O" }],
  },
});
