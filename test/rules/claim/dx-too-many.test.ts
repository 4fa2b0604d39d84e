import rule from "../../../src/rules/claim/dx-too-many.ts";
import { testRule } from "../harness.ts";

const CODES = "E11.9 I10 E78.5 K21.9 M54.50 J30.9 N40.0 F41.1 G47.33 E55.9 R73.03 Z79.84 Z87.891".split(" ");
const first = (count: number, more: Record<string, string> = {}) => ({
  ...Object.fromEntries(CODES.map((code, i) => [`diagnosis_${i + 1}`, i < count ? code : ""])),
  ...more,
});

testRule(rule, {
  passes: [
    first(12),
    // Twelve codes in thirteen columns.
    first(13, { diagnosis_5: "" }),
    first(13, { type_of_bill: "0111", revenue_code: "0120" }),
    first(13, { claim_type: "vision" }),
    first(4, { claim_type: "dental" }),
  ],
  finds: [
    { lines: [first(13)], message: /^13 diagnoses; a professional claim carries 12$/, count: 1, severity: "error" },
    { lines: [first(13), first(13, { line_number: "2" })], count: 1 },
    { lines: [first(5, { claim_type: "dental" })], message: /^5 diagnoses; a dental claim carries 4$/ },
  ],
  skips: [first(0)],
});
