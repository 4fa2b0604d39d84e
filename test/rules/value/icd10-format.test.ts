import rule from "../../../src/rules/value/icd10-format.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "I10" },
    { diagnosis_1: "S72.001A" },
    { diagnosis_1: "s72001a" },
    { diagnosis_1: "M1A.9XX0" },
    { diagnosis_1: "E17.9" },
    { diagnosis_1: "A17.0†" },
  ],
  finds: [
    { lines: [{ diagnosis_1: "E11.9.1" }], count: 1, severity: "error" },
    { diagnosis_1: "S72.001AA" },
    { diagnosis_1: "I1" },
    { diagnosis_1: "diabetes" },
    { diagnosis_2: "I10 hypertension" },
  ],
  skips: [{ diagnosis_1: "", diagnosis_2: "" }],
});
