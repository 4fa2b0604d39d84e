import rule from "../../../src/rules/value/icd10-category-unknown.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ diagnosis_1: "I10" }, { diagnosis_1: "X59" }, { diagnosis_1: "250.00" }],
  finds: [{ lines: [{ diagnosis_1: "E17.9" }], message: /no category E17/, count: 1 }, { diagnosis_1: "D92" }],
});
