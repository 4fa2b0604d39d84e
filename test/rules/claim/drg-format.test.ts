import { expect, test } from "vitest";
import rule from "../../../src/rules/claim/drg-format.ts";
import { runExample, testRule } from "../harness.ts";

const bill = (drg: string, other: Record<string, string> = {}) => ({ type_of_bill: "0111", drg, ...other });

testRule(rule, {
  passes: [
    ...["001", "999", " 470 ", "1394", "000", "0"].map((drg) => bill(drg)),
    bill("3", { type_of_bill: "131" }),
    bill("3", { claim_type: "professional" }),
  ],
  finds: [
    { lines: [bill("7O")], message: /"7O"/, count: 1, severity: "warning" },
    ...["1000", "1395", "3", "47", "470.0", "DRG 470", "04700"].map((drg) => bill(drg)),
    bill("3", { type_of_bill: "", revenue_code: "0120" }),
    { lines: [bill("3"), bill("3", { line_number: "2" })], count: 1 },
  ],
});

test.each([
  ["3", "003"],
  ["470.0", "470"],
  ["1000", undefined],
])("%s: proposes %s", async (drg, replacement) => {
  const { findings } = await runExample(rule, bill(drg), undefined);
  expect(findings[0]?.suggestion?.replacement).toBe(replacement);
});
