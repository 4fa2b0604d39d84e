import { expect, test } from "vitest";
import rule from "../../../src/rules/claim/dx-pointer-invalid.ts";
import { runExample, testRule } from "../harness.ts";

const noList = { diagnosis_1: "", diagnosis_2: "" };

testRule(rule, {
  passes: [
    { dx_pointer: "2" },
    { dx_pointer: " b " },
    { dx_pointer: "01" },
    { dx_pointer: "1.0" },
    { dx_pointer: "1|2" },
    { dx_pointer: "1234", diagnosis_3: "E78.5", diagnosis_4: "K21.9", $profile: "institutional" },
    { dx_pointer: "1,2,3,4", diagnosis_3: "E78.5", diagnosis_4: "K21.9" },
    { dx_pointer: "L", diagnosis_12: "E78.5" },
    // Missing: dx-pointer-missing. Mangled: file-date-mangled-code.
    { dx_pointer: "" },
    { dx_pointer: "2-Jan" },
    // The position holds something, be it no diagnosis.
    { dx_pointer: "1", diagnosis_1: "99213" },
    // Columns for four pointers, filled up with zeros.
    { dx_pointer: "1", dx_pointer_2: "0", dx_pointer_3: "0", dx_pointer_4: "0" },
    // The list stands on another line of the claim, or nowhere.
    [{}, { line_number: "2", ...noList, dx_pointer: "2" }],
    { ...noList, dx_pointer: "3" },
  ],
  finds: [
    { lines: [{ dx_pointer: "0" }], message: /^Pointer "0" is no diagnosis position/, count: 1, severity: "error" },
    { lines: [{ dx_pointer: "3" }], message: /^Pointer "3" points to diagnosis 3, which is empty$/ },
    { lines: [{ dx_pointer: "C" }], message: /diagnosis 3/ },
    { lines: [{ dx_pointer: "1", dx_pointer_2: "3" }], count: 1 },
    { lines: [{ dx_pointer: "13" }], severity: "error" },
    { lines: [{ dx_pointer: "12" }], message: /may be 1,2/, severity: "warning" },
    { dx_pointer: "M" },
    { dx_pointer: "1,X" },
    { lines: [{ dx_pointer: "1,1" }], message: /names diagnosis 1 twice/, severity: "warning" },
    {
      lines: [{ dx_pointer: "ABCDE", diagnosis_3: "E78.5", diagnosis_4: "K21.9", diagnosis_5: "N40.0" }],
      message: /makes 5 diagnoses/,
    },
    { lines: [{ dx_pointer: "1", diagnosis_1: "", diagnosis_2: "I10" }], message: /diagnosis 1, which is empty/ },
    { lines: [{}, { line_number: "2", ...noList, dx_pointer: "3" }], count: 1 },
    { lines: [{ ...noList, dx_pointer: "0" }], count: 1 },
    { lines: [{ dx_pointer: "3" }, { line_number: "2", dx_pointer: "4" }], count: 2 },
  ],
  skips: [
    {
      $csv: "claim_id,service_from,procedure_code,diagnosis_1,diagnosis_2,units,charge\nA,2026-03-02,99213,E11.9,I10,1,125.00\n",
    },
  ],
});

test.each([
  ["12", "1,2"],
  ["3", undefined],
])("pointer %s comes with %s", async (text, replacement) => {
  const { findings } = await runExample(rule, { dx_pointer: text }, undefined);
  expect(findings[0]!.suggestion).toEqual(replacement && { safe: false, replacement });
});
