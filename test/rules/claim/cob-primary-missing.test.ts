import rule from "../../../src/rules/claim/cob-primary-missing.ts";
import { testRule } from "../harness.ts";

const line = (payer_responsibility: string, paid: string, other: Record<string, string> = {}) => ({
  payer_responsibility,
  paid,
  ...other,
});

testRule(rule, {
  passes: [
    line("primary", ""),
    line("1", ""),
    line("S", "0"),
    // charge-invalid and its kin look at the amount itself.
    line("S", "n.a.x"),
    [line("S", ""), line("S", "12.00", { line_number: "2" })],
    [line("S", ""), line("", "", { line_number: "2" })],
    [line("S", ""), line("P", "", { line_number: "2" })],
    line("S", "", { frequency: "8" }),
    line("U", ""),
  ],
  finds: [
    {
      lines: [line("S", ""), line("S", "", { line_number: "2" })],
      message: /later payer \(S\)/,
      severity: "warning",
      count: 1,
    },
    line("tertiary", ""),
    line("2", ""),
    [line("S", "", { claim_id: "A" }), line("P", "10.00", { claim_id: "B" })],
  ],
  skips: [line("", "")],
});
