import rule from "../../../src/rules/line/code-cdt-on-medical.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ procedure_code: "D0120", type_of_bill: "131", revenue_code: "0512" }, { procedure_code: "E0120" }],
  finds: [
    { lines: [{ procedure_code: "D0120" }], count: 1, severity: "warning" },
    { procedure_code: "D0120", place_of_service: "49" },
  ],
  skips: [{ procedure_code: "" }],
});
