import rule from "../../../src/rules/history/ncci-ptp.ts";
import { testRule } from "../harness.ts";

// Indicators, dates, modifiers, providers and forms cell by cell: test/rules/ncci-matrix.test.ts.

const MANY = [
  { procedure_code: "29881" },
  { procedure_code: "29877", line_number: "2" },
  { procedure_code: "29877", line_number: "3" },
];

testRule(rule, {
  passes: [
    [
      { procedure_code: "29881", modifier_1: "LT" },
      { procedure_code: "29877", modifier_1: "RT", line_number: "2" },
    ],
  ],
  finds: [
    {
      lines: MANY,
      count: 2,
      message: /^29877 is bundled into 29881 on 2026-03-02 \(NCCI indicator 1/,
      severity: "error",
    },
    {
      lines: [{ procedure_code: "13121" }, { procedure_code: "13120", modifier_1: "XS", line_number: "2" }],
      message: /indicator 0.*; no modifier changes that$/,
    },
    // One of two column 1 lines is not separated.
    {
      lines: [
        { procedure_code: "29881", modifier_1: "LT" },
        { procedure_code: "29881", line_number: "2" },
        { procedure_code: "29877", line_number: "3" },
      ],
      count: 1,
    },
  ],
  skips: [{ procedure_code: "2988" }],
});
