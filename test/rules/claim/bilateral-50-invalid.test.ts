import rule from "../../../src/rules/claim/bilateral-50-invalid.ts";
import { testRule } from "../harness.ts";

/** Of bilateral indicator 0, 1, 2, 3 and 9. */
const CODES = ["52000", "20610", "92250", "73560", "99080"];
const two = (procedure_code: string, second = {}) => [
  { procedure_code, modifier_1: "LT" },
  { procedure_code, modifier_1: "RT", line_number: "2", ...second },
];

const fees = Object.fromEntries(["0", "1", "2", "3", "9"].map((bilateral, i) => [CODES[i]!, { bilateral }]));

testRule(
  rule,
  {
    passes: [
      { procedure_code: "20610", modifier_1: "50", units: "1" },
      { procedure_code: "20610", modifier_1: "50", units: "2", place_of_service: "24" },
      { procedure_code: "73560", modifier_1: "50" },
      { procedure_code: "99080", modifier_1: "50" },
      { procedure_code: "12345", modifier_1: "50" },
      { procedure_code: "99213", modifier_1: "50" },
      { procedure_code: "52000", modifier_1: "RT" },
      two("20610"),
      two("92250", { service_from: "2026-03-03" }),
      { procedure_code: "92250", modifier_1: "LT" },
      { procedure_code: "92250", modifier_1: "LT", modifier_2: "RT" },
    ],
    finds: [
      {
        lines: [{ procedure_code: "52000", modifier_1: "50" }],
        message: /^52000-50: bilateral indicator 0/,
        severity: "error",
      },
      { lines: [{ procedure_code: "92250", modifier_1: "50" }], message: /for both sides already/, severity: "info" },
      { lines: [{ procedure_code: "92250", modifier_1: "50", $payer: "medicare" }], count: 1, severity: "error" },
      { lines: [{ procedure_code: "20610", modifier_1: "50", units: "2" }], message: /2 units/, severity: "error" },
      { lines: [{ procedure_code: "20610", modifier_1: "50", units: "2", $payer: "commercial" }], severity: "info" },
      { lines: [{ procedure_code: "12345", modifier_1: "50", units: "2" }], severity: "info" },
      { lines: two("92250"), count: 1, severity: "warning" },
    ],
    skips: [{ procedure_code: "20610" }],
  },
  { fees },
);
