import { expect, test } from "vitest";
import rule from "../../../src/rules/line/modifier-duplicate.ts";
import { runExample, testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { modifier_1: "F5", modifier_2: "F6" },
    { modifier_1: "2", modifier_2: "2" },
    [
      { procedure_code: "A0428", modifier_1: "RH" },
      { procedure_code: "A0428", modifier_1: "RH", line_number: "2" },
    ],
  ],
  finds: [
    { lines: [{ modifier_1: "RT", modifier_2: "RT" }], message: /RT stands in columns 1 and 2/, count: 1 },
    { lines: [{ modifier_1: "59", modifier_2: "RT", modifier_3: "59" }], message: /columns 1 and 3/, count: 1 },
    { lines: [{ modifier_1: "59", modifier_2: "59", modifier_3: "59" }], count: 2 },
    { procedure_code: "A0428", modifier_1: "RH", modifier_2: "RH" },
  ],
});

test("the repair leaves no gap behind", async () => {
  const at = async (cells: Record<string, string>) =>
    (await runExample(rule, cells, undefined)).findings[0]?.suggestion;
  expect(await at({ modifier_1: "25", modifier_2: "25" })).toEqual({ safe: true, replacement: "" });
  expect(await at({ modifier_1: "25", modifier_2: "25", modifier_3: "59" })).toBeUndefined();
});
