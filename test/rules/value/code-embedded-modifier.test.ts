import rule from "../../../src/rules/value/code-embedded-modifier.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ procedure_code: "99213" }, { procedure_code: "50242-040-62" }, { procedure_code: "0054T" }],
  finds: [
    { lines: [{ procedure_code: "99213-25" }], message: /99213 and modifier 25/, count: 1 },
    { lines: [{ procedure_code: "20610-RT-59" }], message: /RT, 59/ },
    { procedure_code: "HC:99213:25" },
    { procedure_code: "J1100JZ" },
  ],
});
