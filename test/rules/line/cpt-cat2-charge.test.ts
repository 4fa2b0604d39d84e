import rule from "../../../src/rules/line/cpt-cat2-charge.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "3044F", charge: "0" },
    { procedure_code: "0054T", charge: "500.00" },
  ],
  finds: [{ lines: [{ procedure_code: "3044F", charge: "10" }], message: /\$10\.00/, count: 1, severity: "info" }],
  skips: [{ procedure_code: "3044F", charge: "" }],
});
