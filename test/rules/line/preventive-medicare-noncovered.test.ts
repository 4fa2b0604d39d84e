import rule from "../../../src/rules/line/preventive-medicare-noncovered.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "99397", payer: "Humana Medicare Advantage" },
    { procedure_code: "99397", payer: "Medicaid" },
    { procedure_code: "99397", modifier_1: "25", modifier_2: "GY", payer: "Medicare" },
    { procedure_code: "99397", modifier_1: "GZ", payer: "Medicare" },
    { procedure_code: "99401", payer: "Medicare" },
    { procedure_code: "99213", payer: "Medicare" },
  ],
  finds: [
    { lines: [{ procedure_code: "99395", payer: "Medicare" }], severity: "warning", message: /GY/, count: 1 },
    { lines: [{ procedure_code: "99381", payer: "Medicare" }] },
  ],
  skips: [{ procedure_code: "", payer: "Medicare" }],
});
