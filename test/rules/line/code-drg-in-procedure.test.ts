import rule from "../../../src/rules/line/code-drg-in-procedure.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "470", revenue_code: "0360", type_of_bill: "131" },
    { procedure_code: "470", revenue_code: "0360", type_of_bill: "111", drg: "470" },
    { procedure_code: "0470", revenue_code: "0360", type_of_bill: "111" },
  ],
  finds: [
    {
      lines: [{ procedure_code: "470", revenue_code: "0360", type_of_bill: "111", drg: "" }],
      count: 1,
      severity: "warning",
    },
  ],
});
