import rule from "../../../src/rules/line/icd10-not-billable.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "I10" },
    { diagnosis_1: "Z23" },
    { diagnosis_1: "S93.401" },
    { diagnosis_1: "E11", service_from: "2014-03-02" },
    { diagnosis_1: "V72", service_from: "2014-03-02" },
    { diagnosis_1: "R05.9" },
  ],
  finds: [
    {
      lines: [{ diagnosis_1: "E11", diagnosis_2: "I10" }],
      message: /E11 is the heading of a category on 2026-03-02/,
      count: 1,
    },
    { lines: [{ diagnosis_1: "E11", diagnosis_2: "M54" }], count: 2 },
    { diagnosis_1: "S72" },
    { lines: [{ diagnosis_1: "I10", diagnosis_2: "", line_diagnosis: "E11" }], count: 1 },
  ],
  skips: [{ diagnosis_1: "E11", service_from: "" }],
});
