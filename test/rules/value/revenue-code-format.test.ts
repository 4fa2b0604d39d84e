import { expect, test } from "vitest";
import rule from "../../../src/rules/value/revenue-code-format.ts";
import { runExample, testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    ...[
      "0022",
      "0100",
      "0120",
      "0250",
      "0300",
      "0360",
      "0450",
      "0762",
      "0780",
      "0871",
      "0892",
      "0960",
      "1001",
      "2101",
    ].map((code) => ({ revenue_code: code })),
    { revenue_code: "3105" },
    { revenue_code: "0000" },
    { revenue_code: "0" },
    { revenue_code: "4-May" },
    { revenue_code: "45", claim_type: "professional" },
  ],
  finds: [
    { lines: [{ revenue_code: "45" }], message: /"45" is not four digits/, count: 1, severity: "error" },
    { lines: [{ revenue_code: "450" }], message: /0450, emergency room/ },
    { lines: [{ revenue_code: "0009" }], message: /no family/ },
    { lines: [{ revenue_code: "1500" }], message: /no family/ },
    { revenue_code: "ER" },
    { revenue_code: "04500" },
    { revenue_code: "1" },
  ],
});

test("only a code that has lost one zero is repaired", async () => {
  const at = async (code: string) =>
    (await runExample(rule, { revenue_code: code }, undefined)).findings[0]?.suggestion;
  expect(await at("450")).toEqual({ safe: true, replacement: "0450" });
  expect(await at("45")).toBeUndefined();
  expect(await at("999.")).toBeUndefined();
});
