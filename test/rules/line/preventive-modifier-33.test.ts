import rule from "../../../src/rules/line/preventive-modifier-33.ts";
import { testRule } from "../harness.ts";

const line = (code: string, payer: string, other: Record<string, string> = {}) => ({
  procedure_code: code,
  diagnosis_1: "Z12.11",
  diagnosis_2: "K63.5",
  $payer: payer,
  ...other,
});

testRule(rule, {
  passes: [
    line("45378", "medicare"),
    line("45378", "medicaid"),
    line("45385", "commercial", { dx_pointer: "2" }),
    line("45385", "commercial", { dx_pointer: "" }),
    line("45385", "commercial", { modifier_1: "59", modifier_2: "33" }),
    line("43239", "commercial"),
  ],
  finds: [
    { lines: [line("45385", "commercial")], message: /Consider 33 on 45385.*Z12\.11/, severity: "info", count: 1 },
    { lines: [line("45380", "medicare")], message: /Consider PT/ },
    { lines: [line("45378", "commercial", { dx_pointer: "1,2" })] },
    line("45331", "commercial", { diagnosis_1: "Z12.12" }),
  ],
});
