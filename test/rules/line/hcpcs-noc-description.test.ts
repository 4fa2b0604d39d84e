import { expect, test } from "vitest";
import { namesNoItem } from "../../../src/codes/hcpcs-noc.ts";
import rule from "../../../src/rules/line/hcpcs-noc-description.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "E1399", line_note: "tub stool" },
    { procedure_code: "J3490", line_note: "", ndc: "63323016501", $payer: "commercial" },
    { procedure_code: "E0601", line_note: "" },
    // A column of the file, not the line's own cell, decides whether a note could have stood there.
    { procedure_code: "E1399" },
    { procedure_code: "A4649", line_note: "", type_of_bill: "131", revenue_code: "0270" },
  ],
  finds: [
    { lines: [{ procedure_code: "E1399", line_note: "" }], message: /^E1399 names no item and has no description$/ },
    { procedure_code: "L8699", line_note: " " },
    // An NDC says nothing about equipment.
    { procedure_code: "K0108", line_note: "", ndc: "63323016501" },
    { procedure_code: "J9999", line_note: "", ndc: "63323016501", $payer: "medicare" },
  ],
  skips: [{ procedure_code: "E1399" }],
});

test.each([
  ["J3490", true],
  ["T1999", true],
  // Named items with `miscellaneous` or `not otherwise specified` in their title, and a waiver service.
  ["Q4051", false],
  ["J1599", false],
  ["T2047", false],
  ["A9900", false],
])("%s names no item: %s", (code, expected) => {
  expect(namesNoItem(code)).toBe(expected);
});
