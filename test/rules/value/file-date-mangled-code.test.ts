import { expect, test } from "vitest";
import rule from "../../../src/rules/value/file-date-mangled-code.ts";
import { runExample, testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { dx_pointer: "1 2" },
    // Reads as positions 1 and 2, which is what was meant.
    { dx_pointer: "1:02" },
    { dx_pointer: "12" },
    { dx_pointer: "1234" },
    { procedure_code: "46024" },
    { place_of_service: "11" },
    { modifier_1: "25" },
    { service_from: "2-Jan-2026", service_to: "2-Jan-2026", dob: "12-Apr-1980" },
  ],
  finds: [
    { lines: [{ dx_pointer: "2-Jan" }], message: /date or a time/, count: 1 },
    { dx_pointer: "Jan-02" },
    { dx_pointer: "2026-01-02 00:00:00" },
    { dx_pointer: "46024" },
    { place_of_service: "11-Jan" },
    { modifier_1: "Jan-25" },
    { revenue_code: "5-Mar" },
  ],
});

test.each([
  ["2-Jan", "1,2"],
  ["1:02:00 AM", "1,2"],
  ["13-Jan", undefined],
  ["46024", undefined],
])("a pointer %s was probably %s", async (text, pointers) => {
  const { findings } = await runExample(rule, { dx_pointer: text }, undefined);
  expect(findings[0]!.suggestion).toEqual(pointers === undefined ? undefined : { safe: false, replacement: pointers });
});
