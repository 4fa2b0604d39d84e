import rule from "../../../src/rules/line/code-icd-procedure-professional.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ procedure_code: "E11.9" }, { procedure_code: "1234567" }],
  finds: [
    { lines: [{ procedure_code: "0SRD0J9" }], message: /ICD-10-PCS/, count: 1 },
    { lines: [{ procedure_code: "45.23" }], message: /ICD-9-CM/ },
    { procedure_code: "0SRD0J9", type_of_bill: "131", revenue_code: "0360" },
  ],
});
