import rule from "../../../src/rules/value/icd11-code.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ diagnosis_1: "99213" }, { diagnosis_1: "Z3A.20" }],
  finds: [{ lines: [{ diagnosis_1: "5A11" }], count: 1 }, { diagnosis_1: "BA00.Z" }],
});
