import rule from "../../../src/rules/value/icd10-international-variant.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "I63.9" },
    { diagnosis_1: "E17.9" },
    { diagnosis_1: "I10 hypertension" },
    { diagnosis_1: "B20" },
  ],
  finds: [
    { lines: [{ diagnosis_1: "I64" }], count: 1 },
    { diagnosis_1: "I84.1" },
    { diagnosis_1: "B24" },
    { diagnosis_1: "G01*" },
    { diagnosis_1: "J06.9 G" },
  ],
});
