import rule from "../../../src/rules/claim/dx-secondary-only.ts";
import { testRule } from "../harness.ts";

const first = (diagnosis_1: string) => ({ diagnosis_1, diagnosis_2: "I10" });

testRule(rule, {
  passes: [
    { diagnosis_1: "E66.01", diagnosis_2: "Z68.35" },
    { diagnosis_1: "N39.0", diagnosis_2: "B96.20" },
    // Status, history and social codes have their rightful first places.
    ...["Z79.01", "Z93.3", "Z89.511", "Z86.0100", "Z94.0", "Z63.0", "Z59.00", "Z99.2"].map(first),
    // A poisoning is first, an adverse effect is not.
    ...["T46.4X1A", "T46.4X2A", "T36.91XA", "T51.0X1A"].map(first),
    // Their own rules.
    ...["W26.0XXA", "F02.80", "S52.501S"].map(first),
    { diagnosis_1: "B96.20", diagnosis_2: "", service_from: "2014-03-02" },
  ],
  finds: [
    {
      lines: [first("Z68.35")],
      message: /^Z68\.35 cannot be first-listed; it is an additional code$/,
      count: 1,
      severity: "warning",
    },
    ...[
      "B95.62",
      "B97.4",
      "Z16.12",
      "Z17.0",
      "Z15.01",
      "Z66",
      "Z37.0",
      "Z3A.32",
      "R65.20",
      "T46.4X6A",
      "T36.95XA",
      "I46.2",
    ].map(first),
    { lines: [{ diagnosis_1: "", diagnosis_2: "Z66" }], count: 1 },
    { lines: [first("Z66"), { ...first("Z66"), line_number: "2" }], count: 1 },
  ],
  skips: [{ ...first("Z66"), service_from: "" }],
});
