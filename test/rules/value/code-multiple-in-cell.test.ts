import rule from "../../../src/rules/value/code-multiple-in-cell.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ procedure_code: "99213 25" }, { diagnosis_1: "E11.9 " }],
  finds: [
    { lines: [{ procedure_code: "99213;36415" }], message: /^2 codes in one cell: 99213, 36415/, count: 1 },
    { procedure_code: "99213 85025" },
    { lines: [{ diagnosis_1: "E11.9, I10, E78.5" }], message: /^3 codes/ },
  ],
});
