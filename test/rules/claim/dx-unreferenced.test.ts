import rule from "../../../src/rules/claim/dx-unreferenced.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { dx_pointer: "1,2" },
    [{ dx_pointer: "1" }, { line_number: "2", dx_pointer: "2" }],
    { diagnosis_1: "S61.412A", diagnosis_2: "W26.0XXA" },
    { diagnosis_2: "" },
    // What a pointer that is missing or cannot be read was meant to name is not known.
    [{}, { line_number: "2", dx_pointer: "" }],
    { dx_pointer: "1,X" },
    // Two lists: claim-diagnosis-conflict.
    [{ dx_pointer: "1,2" }, { line_number: "2", diagnosis_3: "E78.5" }],
    { dx_pointer: "1", type_of_bill: "0131", revenue_code: "0510" },
    // No pointer reaches position 13: dx-too-many.
    { dx_pointer: "1,2", diagnosis_13: "E78.5" },
  ],
  finds: [
    { lines: [{ dx_pointer: "1" }], message: /^I10 \(position 2\)/, count: 1, severity: "info" },
    { lines: [{ dx_pointer: "1", diagnosis_12: "E78.5" }], count: 2 },
    { lines: [{}, { line_number: "2" }], count: 1 },
  ],
  skips: [{ dx_pointer: "" }],
});
