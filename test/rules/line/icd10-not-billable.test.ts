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

// With the ICD-10-CM file: every heading, with what can stand instead; nothing the file calls billable.
testRule(
  rule,
  {
    passes: [
      { diagnosis_1: "E11.65" },
      { diagnosis_1: "E11.99" },
      { diagnosis_1: "E11.6", service_from: "2020-01-01" },
      // In the year of the change: icd10-not-valid-on-date.
      { diagnosis_1: "M54.5", service_from: "2021-10-01" },
      // Only the 7th character is missing.
      { diagnosis_1: "S93.401" },
      // Billable by the file although the built-in table knows the category as a heading.
      { diagnosis_1: "E10" },
    ],
    finds: [
      { lines: [{ diagnosis_1: "E11.6" }], message: /needs more characters: E11\.65, E11\.69$/ },
      { lines: [{ diagnosis_1: "M54.5", service_from: "2022-10-01" }], message: /: M54\.50$/ },
      { lines: [{ diagnosis_1: "S93.40" }], message: /: S93\.401A, S93\.401D$/ },
    ],
  },
  {
    codes: [
      { code: "E10" },
      { code: "E11.6", to: "2021-09-30" },
      { code: "E11.6", header: true, from: "2021-10-01" },
      { code: "E11.65" },
      { code: "E11.69" },
      { code: "M54.5", to: "2021-09-30" },
      { code: "M54.5", header: true, from: "2021-10-01" },
      { code: "M54.50", from: "2021-10-01" },
      { code: "S93.40", header: true },
      { code: "S93.401", header: true },
      { code: "S93.401A" },
      { code: "S93.401D" },
    ],
  },
);
