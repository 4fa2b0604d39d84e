import rule from "../../../src/rules/claim/dx-sequela-sequencing.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "M24.531", diagnosis_2: "S52.501S" },
    { diagnosis_1: "S52.501D", diagnosis_2: "" },
    { diagnosis_1: "I69.351", diagnosis_2: "" },
    // dx-external-cause-first, dx-secondary-only.
    { diagnosis_1: "W26.0XXS", diagnosis_2: "" },
    { diagnosis_1: "T46.4X5S", diagnosis_2: "" },
  ],
  finds: [
    {
      lines: [{ diagnosis_1: "S52.501S", diagnosis_2: "" }],
      message: /^S52\.501S is a sequela/,
      count: 1,
      severity: "warning",
    },
    { lines: [{ diagnosis_1: "T25.321S", diagnosis_2: "L90.5" }], count: 1 },
    { diagnosis_1: "T46.4X1S", diagnosis_2: "" },
    { diagnosis_1: "M80.08XS", diagnosis_2: "" },
    { diagnosis_1: "B94.8", diagnosis_2: "R53.83" },
    { diagnosis_1: "", diagnosis_2: "G09" },
  ],
  skips: [{ diagnosis_1: "S52.501S", service_from: "" }],
});
