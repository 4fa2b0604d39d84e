import rule from "../../../src/rules/claim/clia-one-per-claim.ts";
import { testRule } from "../harness.ts";

const lines = (a: string, b: string, payer = "Medicare", second = {}) => [
  { procedure_code: "80053", clia: a, payer },
  { procedure_code: "85025", clia: b, payer, line_number: "2", ...second },
];

testRule(rule, {
  passes: [
    lines("05D1234567", "CLIA 05D1234567"),
    lines("05D1234567", ""),
    lines("05D1234567", "5D12"),
    lines("5D12", "06D1234567"),
    lines("05D1234567", "06D1234567", "Aetna"),
    lines("05D1234567", "06D1234567", "Medicare", { claim_id: "B" }),
  ],
  finds: [
    { lines: lines("05D1234567", "06D1234567"), message: /06D1234567, but .* 05D1234567/, severity: "error", count: 1 },
  ],
  skips: [lines("", "")],
});
