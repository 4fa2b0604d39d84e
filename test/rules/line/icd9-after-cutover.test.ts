import rule from "../../../src/rules/line/icd9-after-cutover.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "E119" },
    { diagnosis_1: "E11.9" },
    { diagnosis_1: "V70.0", service_from: "2015-09-30" },
    { diagnosis_1: "250.00", service_from: "2015-09-30" },
    { diagnosis_1: "25000" },
    { diagnosis_1: "V72.31XA" },
  ],
  finds: [
    {
      lines: [{ diagnosis_1: "250.00", service_from: "2015-10-01" }],
      message: /250\.00 reads as an ICD-9-CM code; the date of service 2015-10-01/,
      count: 1,
    },
    { lines: [{ diagnosis_1: "401.9", diagnosis_2: "V70.0" }], count: 2 },
    { diagnosis_1: "E888.9" },
    { lines: [{ diagnosis_1: "E880", diagnosis_version: "9" }], count: 1 },
  ],
  skips: [{ diagnosis_1: "250.00", service_from: "" }],
});
