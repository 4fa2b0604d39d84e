import rule from "../../../src/rules/line/code-revenue-in-procedure.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "450" },
    { procedure_code: "54T", type_of_bill: "131" },
    { procedure_code: "470", revenue_code: "0360", type_of_bill: "111" },
  ],
  finds: [
    { lines: [{ procedure_code: "450", type_of_bill: "131" }], message: /revenue code 0450/, count: 1 },
    { procedure_code: "0450" },
    { procedure_code: "250", type_of_bill: "111" },
  ],
});
