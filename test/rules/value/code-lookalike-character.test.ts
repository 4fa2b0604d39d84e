import rule from "../../../src/rules/value/code-lookalike-character.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ procedure_code: "99213" }, { procedure_code: "U0001" }, { procedure_code: "E0601" }],
  finds: [
    { lines: [{ procedure_code: "992I3" }], message: /99213/, count: 1, severity: "warning" },
    { lines: [{ procedure_code: "9921l" }], message: /99211/ },
  ],
});
