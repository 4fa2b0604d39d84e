import rule from "../../../src/rules/value/code-whitespace-case.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "99213-25" },
    { procedure_code: "9921O" },
    { diagnosis_1: "E11.9" },
    { diagnosis_1: "E119" },
    { diagnosis_1: "xyz" },
  ],
  finds: [
    { lines: [{ procedure_code: "99213 " }], message: /read as 99213/, count: 1, severity: "info" },
    { procedure_code: "\u00a099213" },
    { procedure_code: "j1100" },
    { lines: [{ diagnosis_1: " e119" }], message: /read as E119/ },
    { lines: [{ diagnosis_1: "e11.9" }], message: /read as E11\.9/ },
    { modifier_2: " 59" },
  ],
  skips: [{ procedure_code: "", diagnosis_1: "", diagnosis_2: "" }],
});
