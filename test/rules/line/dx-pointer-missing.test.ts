import rule from "../../../src/rules/line/dx-pointer-missing.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { dx_pointer: "1" },
    { dx_pointer: "b" },
    // One diagnosis: nothing to choose from.
    { dx_pointer: "", diagnosis_2: "" },
    // Not a position, but not missing either: dx-pointer-invalid.
    { dx_pointer: "0" },
    { dx_pointer: "", dx_pointer_2: "2" },
    // The export has linked the line itself.
    { dx_pointer: "", line_diagnosis: "I10" },
    // An institutional claim has no pointers.
    { dx_pointer: "", type_of_bill: "0131", revenue_code: "0510" },
    { dx_pointer: "", claim_type: "dental" },
  ],
  finds: [
    { lines: [{ dx_pointer: "" }], message: /the claim has 2 diagnoses/, count: 1, severity: "error" },
    { dx_pointer: "N/A" },
    { lines: [{}, { line_number: "2", dx_pointer: " " }], count: 1 },
    { lines: [{ dx_pointer: "", diagnosis_2: "", diagnosis_3: "E78.5" }], message: /2 diagnoses/ },
  ],
  skips: [
    { dx_pointer: "", diagnosis_1: "", diagnosis_2: "" },
    {
      $csv: "claim_id,service_from,procedure_code,diagnosis_1,diagnosis_2,units,charge\nA,2026-03-02,99213,E11.9,I10,1,125.00\n",
    },
  ],
});
