import rule from "../../../src/rules/claim/dx-slot-gap.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    {},
    { diagnosis_2: "" },
    { diagnosis_3: "E78.5", diagnosis_4: "" },
    // A cell that holds something which is no diagnosis is not empty.
    { diagnosis_1: "99213" },
    [{}, { line_number: "2", diagnosis_2: "" }],
  ],
  finds: [
    {
      lines: [{ diagnosis_1: "" }],
      message: /^Diagnosis 1 is empty and diagnosis 2 is not$/,
      count: 1,
      severity: "warning",
    },
    {
      lines: [{ diagnosis_2: "", diagnosis_3: "", diagnosis_4: "I10" }],
      message: /^Diagnosis 2 .* diagnosis 4/,
      count: 1,
    },
    { lines: [{ diagnosis_2: "NULL", diagnosis_3: "I10", diagnosis_4: "", diagnosis_5: "E78.5" }], count: 1 },
    { lines: [{ diagnosis_1: "" }, { line_number: "2", diagnosis_1: "" }], count: 1 },
    { lines: [{ diagnosis_1: "", type_of_bill: "0131", revenue_code: "0510" }], count: 1 },
  ],
  skips: [{ diagnosis_1: "", diagnosis_2: "" }],
});
