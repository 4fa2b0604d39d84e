import rule from "../../../src/rules/claim/dx-bmi-alone.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "E66.01", diagnosis_2: "Z68.41" },
    { diagnosis_1: "I10", diagnosis_2: "Z68.41", diagnosis_3: "E66.813" },
    { diagnosis_1: "Z00.129", diagnosis_2: "Z68.52" },
    { diagnosis_1: "O99.213", diagnosis_2: "Z68.41" },
    { diagnosis_1: "I10", diagnosis_2: "Z68.41", procedure_code: "G0447" },
    [
      { diagnosis_1: "I10", diagnosis_2: "Z68.41" },
      { diagnosis_1: "I10", diagnosis_2: "Z68.41", line_number: "2", procedure_code: "G0447" },
    ],
    // First-listed: dx-secondary-only.
    { diagnosis_1: "Z68.36", diagnosis_2: "" },
    // The third may have been it.
    { diagnosis_1: "I10", diagnosis_2: "Z68.41", diagnosis_3: "E66,,01" },
  ],
  finds: [
    {
      lines: [{ diagnosis_1: "I10", diagnosis_2: "Z68.41" }],
      message: /^Z68\.41 needs/,
      count: 1,
      severity: "warning",
    },
    { lines: [{ diagnosis_1: "M17.11", diagnosis_2: "I10", diagnosis_3: "Z68.36" }], count: 1 },
  ],
  skips: [{ diagnosis_2: "Z68.41", service_from: "" }],
});
