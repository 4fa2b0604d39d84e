import { describe, expect, test } from "vitest";
import rule from "../../../src/rules/line/component-pos-conflict.ts";
import { runExample, testRule } from "../harness.ts";

const xray = (place_of_service: string, modifier_1 = "") => ({ procedure_code: "71046", place_of_service, modifier_1 });

testRule(rule, {
  passes: [...["11", "15", "24", "31", "32", "81"].map((place) => xray(place)), xray("21", "26"), xray("22", "26")],
  finds: [
    ...["19", "21", "22", "23", "51", "61"].map((place) => xray(place)),
    { lines: [xray("22", "TC")], message: /^71046-TC in place of service 22/ },
    { lines: [{ ...xray("21"), $payer: "medicare" }], severity: "warning" },
    { lines: [{ ...xray("21"), $payer: "commercial" }], severity: "info" },
  ],
  skips: [xray("")],
});

describe("without a fee schedule", () => {
  test("the line is skipped, never passed", async () => {
    const { findings, report } = await runExample(rule, xray("21"), {});
    expect(findings).toEqual([]);
    expect(report).toMatchObject({ checked: 0, skipped: { "no data set": 1 } });
  });
});
