import rule from "../../../src/rules/line/hcpcs-payer-mismatch.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "T1019" },
    { procedure_code: "G0463", $payer: "commercial" },
    { procedure_code: "J1100", $payer: "medicare" },
    { procedure_code: "H0031", $payer: "commercial" },
  ],
  finds: [
    { lines: [{ procedure_code: "T1019", $payer: "medicare" }], message: /Medicaid/, count: 1 },
    { lines: [{ procedure_code: "C1713", $payer: "medicare" }], message: /hospital outpatient/, severity: "warning" },
    { lines: [{ procedure_code: "S9083", payer: "Medicare" }], message: /private payers/ },
  ],
  skips: [{ procedure_code: "" }],
});
