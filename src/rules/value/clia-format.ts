import { cliaCandidate, cliaNumber } from "../../codes/clia.ts";
import { isScientificNotation } from "../../codes/spreadsheet.ts";
import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "clia-format",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "CLIA number is not two digits, D and seven digits",
  why: "The payer looks the laboratory up by this number; a claim with a malformed one is returned as unprocessable.",
  fix: "Copy the number from the laboratory's CLIA certificate.",
  repair: "suggest",
  sources: ["Medicare Claims Processing Manual, chapter 16, section 70.10", "42 CFR part 493"],
  denial: { carc: ["CO-16"], rarc: ["MA120"] },

  on: ["clia"],
  message: 'CLIA number "{clia}" {problem}',

  check(value, { report }) {
    if (isScientificNotation(value.trimmed)) return;
    const number = cliaNumber(value.trimmed);
    const candidate = cliaCandidate(value.trimmed);
    if (number === undefined) {
      const slots = { clia: value.text, problem: "is not two digits, D and seven digits (05D1234567)" };
      if (candidate === undefined) report(slots);
      else report(slots, { suggestion: { safe: false, replacement: candidate } });
    } else if (/^..D(\d)\1{6}$/.test(number))
      report({ clia: value.text, problem: "looks like a placeholder" }, { severity: "warning" });
    else if (number !== value.trimmed.toUpperCase())
      report(
        { clia: value.text, problem: `is billed as ${number}` },
        { severity: "warning", suggestion: { safe: true, replacement: number } },
      );
  },

  examples: {
    passes: [{ clia: "05D1234567" }, { clia: "45d0897654" }, { clia: " 05D1234567 " }, { clia: "" }],
    finds: [{ clia: "05-1234567" }, { clia: "5D1234567" }, { clia: "CLIA 05D1234567" }, { clia: "00D0000000" }],
  },
  notes: "Case and white space around the number are not flagged.",
});
