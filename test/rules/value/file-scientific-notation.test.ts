import { expect, test } from "vitest";
import rule from "../../../src/rules/value/file-scientific-notation.ts";
import { runExample, testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "E0601" },
    { patient_id: "5E3" },
    { member_id: "12E4" },
    { rendering_npi: "123456789" },
    { charge: "1.5E+02" },
    { units: "1E+01" },
  ],
  finds: [
    { lines: [{ rendering_npi: "1.24532E+09", billing_npi: "1.00300E+09" }], count: 2, message: /scientific notation/ },
    { member_id: "5E+11" },
    { patient_id: "2.02611e+11" },
    { tax_id: "1.23457E+08" },
    { ndc: "5.02421E+10" },
    { clia: "5.0E+9" },
    { payer_control_number: "2.02612E+12" },
    { procedure_code: "9.92E+04" },
  ],
});

test.each([
  ["1.245319599E9", "1245319599"],
  ["1.245319598E9", undefined],
  ["1.24532E+09", undefined],
])("an NPI written %s comes with %s", async (text, digits) => {
  const { findings } = await runExample(rule, { rendering_npi: text }, undefined);
  expect(findings).toHaveLength(1);
  expect(findings[0]!.suggestion).toEqual(digits === undefined ? undefined : { safe: false, replacement: digits });
});
