import rule from "../../../src/rules/line/em-critical-care-units.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "99291", units: "1.0" },
    { procedure_code: "99291", units: "0" },
    { procedure_code: "99466", units: "2" },
    { procedure_code: "99291", units: "2", service_to: "2026-03-03" },
    { procedure_code: "99291", units: "2", revenue_code: "0450", type_of_bill: "131" },
  ],
  finds: [
    { lines: [{ procedure_code: "99291", units: "2" }], message: /2 units of 99291 .* 99292/, severity: "error" },
    { lines: [{ procedure_code: "99291", units: "2", service_to: "" }] },
    { lines: [{ procedure_code: "99476", units: "2" }], message: /whole day/ },
    { lines: [{ procedure_code: "99480", units: "2" }] },
  ],
  skips: [
    { procedure_code: "99291", units: "x" },
    { procedure_code: "99291", units: "" },
  ],
});
