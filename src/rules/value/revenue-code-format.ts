import { revenueFamily } from "../../codes/revenue.ts";
import { isMangledDate } from "../../codes/spreadsheet.ts";
import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "revenue-code-format",
  severity: "error",
  tier: "T3",
  since: "0.1.0",
  summary: "Revenue code is not four digits of a known family",
  why: "Every line of a UB-04 has a four-digit revenue code; the claim is returned when one is not in the list.",
  fix: "Export the column as text so that zeros in front stay; take the code from the charge master.",
  repair: "suggest",
  sources: ["NUBC, UB-04 Data Specifications Manual, FL 42", "ASC X12N 837I (005010X223A2), 2400 SV201"],
  denial: { carc: ["CO-16"], rarc: ["M50"] },
  forms: ["institutional"],

  on: ["revenueCode"],
  message: 'Revenue code "{raw}" {problem}',

  check(value, { report }) {
    const code = value.trimmed.replace(/^'/, "");
    // Only zeros stand for none; `450.0` is code-decimal-artifact, `4-May` file-date-mangled-code.
    if (/^0*$/.test(code) || /^\d+\.0+$/.test(code) || isMangledDate(code)) return;
    if (!/^\d{1,4}$/.test(code)) return report({ raw: value.text, problem: "is not four digits" });
    const padded = code.padStart(4, "0");
    const family = revenueFamily(padded);
    if (code.length === 4) {
      if (family === undefined) report({ raw: value.text, problem: "belongs to no family of the list" });
      return;
    }
    const lossless = code.length === 3 && family !== undefined;
    const problem = lossless ? `has lost its zero (${padded}, ${family})` : "is not four digits";
    report({ raw: value.text, problem }, lossless ? { suggestion: { safe: true, replacement: padded } } : undefined);
  },

  examples: {
    passes: [{ revenue_code: "0450" }, { revenue_code: "0636" }, { revenue_code: "0001" }, { revenue_code: "450.0" }],
    finds: [{ revenue_code: "45" }, { revenue_code: "450" }, { revenue_code: "0299X" }],
  },
  doubt: "The family is checked, not the subcategory in the last digit.",
});
