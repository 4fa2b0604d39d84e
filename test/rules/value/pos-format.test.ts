import { expect, test } from "vitest";
import rule from "../../../src/rules/value/pos-format.ts";
import { runExample, testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { place_of_service: " 11 " },
    { place_of_service: "'02" },
    { place_of_service: "28" },
    { place_of_service: "N/A" },
    { place_of_service: "2-Nov" },
    { place_of_service: "2", claim_type: "institutional" },
  ],
  finds: [
    { lines: [{ place_of_service: "2" }], message: /"2" is not two digits/, count: 1, severity: "error" },
    { place_of_service: "011" },
    { place_of_service: "110" },
    { place_of_service: "1A" },
    { place_of_service: "HOME" },
  ],
});

test.each([
  ["2", "02"],
  ["Office", "11"],
  ["011", "11"],
  ["22 - Outpatient", "22"],
  ["110", undefined],
  ["clinic", undefined],
])("%s: proposes %s, never as safe", async (text, replacement) => {
  const { findings } = await runExample(rule, { place_of_service: text }, undefined);
  expect(findings[0]?.suggestion).toEqual(replacement === undefined ? undefined : { safe: false, replacement });
});
