import rule from "../../../src/rules/line/icd10-before-cutover.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "I10", service_from: "2015-10-01" },
    { diagnosis_1: "E880", diagnosis_2: "", service_from: "2015-09-30" },
    { diagnosis_1: "V70.0", diagnosis_2: "25000", service_from: "2015-09-30" },
  ],
  finds: [
    { lines: [{ diagnosis_1: "I10", diagnosis_2: "", service_from: "2015-09-30" }], count: 1 },
    { diagnosis_1: "E11.9", service_from: "2015-09-28", service_to: "2015-10-02" },
    { lines: [{ diagnosis_1: "E880", diagnosis_2: "", diagnosis_version: "0", service_from: "2015-09-30" }], count: 1 },
  ],
  skips: [{ service_from: "" }],
});
