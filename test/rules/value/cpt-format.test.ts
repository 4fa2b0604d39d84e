import rule from "../../../src/rules/value/cpt-format.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "142" },
    { procedure_code: "W1234" },
    { procedure_code: "99213-25" },
    { procedure_code: "09123" },
  ],
  finds: [
    { lines: [{ procedure_code: "992133" }], message: /five characters/, count: 1, severity: "error" },
    { procedure_code: "5115" },
    { procedure_code: "99" },
  ],
});
