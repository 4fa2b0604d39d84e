import rule from "../../../src/rules/line/pathology-units-gross.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "88309", units: "16" },
    { procedure_code: "88312", units: "40" },
    { procedure_code: "88305", units: "20", $options: '{"maximum":20}' },
  ],
  finds: [
    { lines: [{ procedure_code: "88305", units: "17" }], message: /17 units of 88305/, severity: "info", count: 1 },
    { lines: [{ procedure_code: "88300", units: "5", $options: '{"maximum":4}' }] },
  ],
  skips: [{ procedure_code: "88305", units: "" }],
});
