import rule from "../../../src/rules/line/units-implausible.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "99213", units: "1" },
    { procedure_code: "99291", units: "2" },
    { procedure_code: "99213", units: "1.5" },
    { procedure_code: "36415", units: "2" },
    { procedure_code: "99283", units: "2", type_of_bill: "131", revenue_code: "0450" },
    { procedure_code: "97161", units: "9" },
    { procedure_code: "97530", units: "17", service_from: "2026-03-02", service_to: "2026-03-03" },
  ],
  finds: [
    { lines: [{ procedure_code: "36415", units: "3" }], message: /at most 2/ },
    { lines: [{ procedure_code: "97110", units: "9", type_of_bill: "131", revenue_code: "0420" }] },
    { lines: [{ procedure_code: "97110", units: "9" }], message: /at most 8/ },
    { lines: [{ procedure_code: "97140", units: "30" }], message: /minutes/ },
    { lines: [{ procedure_code: "99396", units: "2" }], message: /at most 1/ },
  ],
  skips: [{ procedure_code: "99213", units: "x" }],
});
