import rule from "../../../src/rules/claim/claim-total-mismatch.ts";
import { testRule } from "../harness.ts";

const two = (total: string, other = total, charge = "90.00") => [
  { charge: "100.00", claim_total: total },
  { line_number: "2", charge, claim_total: other },
];

testRule(rule, {
  passes: [
    two("190.00"),
    two("$190", ""),
    two("", "190.00"),
    two("", ""),
    two("100.00", "90.00"),
    two("200.00", "200.00", "abc"),
    [
      { charge: "0.10", claim_total: "0.30" },
      { line_number: "2", charge: "0.20" },
    ],
    [
      { charge: "100.00", units: "3", claim_total: "300.00" },
      { line_number: "2", charge: "90.00", units: "1", claim_total: "90.00" },
    ],
    [
      { charge: "100.00", claim_total: "100.00" },
      { claim_id: "CLM-2", charge: "90.00", claim_total: "90.00" },
    ],
  ],
  finds: [
    { lines: two("190.01"), message: /total 190.01; .* 2 lines add up to 190.00/, count: 1 },
    { lines: two("190.00", "200.00"), message: /200.00/, count: 1 },
    { lines: [{ charge: "150.00", claim_total: "0" }], message: /total 0.00/, count: 1 },
    { lines: two("100.00", "100.00", "100.00"), count: 1 },
    { charge: "-5.00", claim_total: "5.00" },
  ],
  skips: [{ charge: "100.00" }, { charge: "", claim_total: "5" }],
});
