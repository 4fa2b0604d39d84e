import rule from "../../../src/rules/claim/dx-excludes-combination.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "I12.9", diagnosis_2: "N18.4" },
    { diagnosis_1: "I13.0", diagnosis_2: "I50.9", diagnosis_3: "N18.4" },
    { diagnosis_1: "E11.65", diagnosis_2: "E11.22" },
    { diagnosis_1: "E11.9", diagnosis_2: "E11.9" },
    { diagnosis_1: "I10", diagnosis_2: "I50.9", service_from: "2016-09-30" },
    { diagnosis_1: "I10", diagnosis_2: "N18.4X.2" },
    // One list a claim; the other line has another claim's.
    [
      { claim_id: "A", diagnosis_1: "I10", diagnosis_2: "" },
      { claim_id: "B", diagnosis_1: "N18.4", diagnosis_2: "" },
    ],
  ],
  finds: [
    {
      lines: [{ diagnosis_1: "I10", diagnosis_2: "N18.4" }],
      message: /^I10 with N18\.4: .*I12\.- .*\(guideline I\.C\.9\.a\.2\)$/,
      count: 1,
      severity: "warning",
    },
    { lines: [{ diagnosis_1: "N18.4", diagnosis_2: "I10" }], message: /^I10 with N18\.4/, count: 1 },
    // One code at fault, one finding.
    { lines: [{ diagnosis_1: "I10", diagnosis_2: "N18.4", diagnosis_3: "I50.9" }], count: 1 },
    { lines: [{ diagnosis_1: "E11.9", diagnosis_2: "E11.22", diagnosis_3: "E11.65" }], count: 1 },
    { lines: [{ diagnosis_1: "I10", diagnosis_2: "N18.4", diagnosis_3: "E11.9", diagnosis_4: "E11.22" }], count: 2 },
    {
      lines: [
        { diagnosis_2: "I50.9", diagnosis_1: "I10" },
        { line_number: "2", diagnosis_2: "I50.9", diagnosis_1: "I10" },
      ],
      count: 1,
    },
    { diagnosis_1: "Z33.1", diagnosis_2: "O99.013" },
  ],
  skips: [{ diagnosis_1: "I10", diagnosis_2: "N18.4", service_from: "" }],
});
