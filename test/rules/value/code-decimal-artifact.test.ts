import rule from "../../../src/rules/value/code-decimal-artifact.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "99213", place_of_service: "11" },
    { diagnosis_1: "M54.50" },
    { diagnosis_1: "E10.0" },
    { modifier_1: "25" },
    { revenue_code: "0450", type_of_bill: "131" },
  ],
  finds: [
    { lines: [{ procedure_code: "99213.0" }], message: /99213\.0/, count: 1 },
    { procedure_code: "99213.00" },
    { lines: [{ place_of_service: "2.0" }], count: 1 },
    { revenue_code: "450.0", type_of_bill: "131" },
    { billing_npi: "1003000126.0" },
    { lines: [{ diagnosis_1: "99213.0" }], count: 1 },
  ],
});
