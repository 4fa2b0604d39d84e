import rule from "../../../src/rules/claim/claim-diagnosis-conflict.ts";
import { testRule } from "../harness.ts";

const second = { line_number: "2", procedure_code: "36415" };

testRule(rule, {
  passes: [
    [{}, { ...second, dx_pointer: "2" }],
    [{ diagnosis_3: "E78.5" }, { ...second, diagnosis_3: "E785" }],
    [{}, { ...second, dx_pointer: "", diagnosis_1: "R51.9" }],
    [{}, { ...second, claim_id: "CLM-2", diagnosis_1: "R51.9" }],
    [{}, { ...second, patient_id: "P-200", diagnosis_1: "R51.9" }],
    [{}, { ...second, diagnosis_1: "R51.9", type_of_bill: "0131" }],
  ],
  finds: [
    {
      lines: [{}, { ...second, diagnosis_2: "E78.5" }],
      message: /^diagnosis_2 differs .*: I10 and E78.5$/,
      severity: "warning",
      count: 1,
    },
    { lines: [{}, { ...second, diagnosis_2: "" }], message: /^diagnosis_2 differs .*: I10 and nothing$/, count: 1 },
    { lines: [{ diagnosis_2: "" }, second], message: /^diagnosis_2 differs .*: nothing and I10$/, count: 1 },
    { lines: [{}, { ...second, diagnosis_1: "I10", diagnosis_2: "E11.9" }], message: /^diagnosis_1/, count: 1 },
    { lines: [{}, { ...second, diagnosis_2: "E78.5" }, { ...second, diagnosis_2: "R51.9" }], count: 1 },
  ],
  skips: [{ dx_pointer: "" }, { diagnosis_1: "", diagnosis_2: "" }],
});
