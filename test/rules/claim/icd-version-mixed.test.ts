import rule from "../../../src/rules/claim/icd-version-mixed.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "E880", diagnosis_2: "401.9", service_from: "" },
    { diagnosis_1: "401.9", diagnosis_2: "I10", service_from: "2014-03-02" },
    { diagnosis_1: "I10", diagnosis_2: "E11.9", service_from: "" },
  ],
  finds: [
    {
      lines: [{ diagnosis_1: "401.9", diagnosis_2: "E11.9", service_from: "" }],
      message: /ICD-9-CM \(401\.9\) and ICD-10-CM \(E11\.9\)/,
      count: 1,
    },
  ],
  skips: [{ diagnosis_1: "", diagnosis_2: "" }],
});
