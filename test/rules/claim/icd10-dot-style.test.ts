import rule from "../../../src/rules/claim/icd10-dot-style.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "E11.9", diagnosis_2: "I10" },
    { diagnosis_1: "E119", diagnosis_2: "I10", diagnosis_3: "E785" },
    { diagnosis_1: "250.00", diagnosis_2: "4019", service_from: "2014-03-02" },
    // Each list in a style of its own.
    [
      { claim_id: "A", diagnosis_1: "E11.9" },
      { claim_id: "B", diagnosis_1: "E119" },
    ],
  ],
  finds: [
    {
      lines: [{ diagnosis_1: "E11.9", diagnosis_2: "E785", diagnosis_3: "K219" }],
      message: /^E785 is written without its dot, E11\.9 with it$/,
      count: 1,
      severity: "info",
    },
    { lines: [{ diagnosis_1: "E785", diagnosis_2: "I10", diagnosis_3: "E11.9" }], count: 1 },
  ],
  skips: [{ diagnosis_1: "E11.9", diagnosis_2: "E785", service_from: "" }],
});
