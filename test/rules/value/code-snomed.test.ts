import rule from "../../../src/rules/value/code-snomed.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ procedure_code: "992133" }, { procedure_code: "63323016501" }],
  finds: [
    { lines: [{ procedure_code: "430193006" }], message: /CPT or HCPCS/, count: 1 },
    { lines: [{ diagnosis_1: "44054006" }], message: /ICD-10-CM/, count: 1 },
  ],
});
