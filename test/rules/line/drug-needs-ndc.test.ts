import rule from "../../../src/rules/line/drug-needs-ndc.ts";
import { testRule } from "../harness.ts";

const drug = (procedure_code: string, more = {}) => ({ procedure_code, ndc: "", $payer: "medicaid", ...more });

testRule(rule, {
  passes: [
    drug("J7321"),
    drug("90715"),
    drug("A9576"),
    drug("Q4186"),
    drug("J1100", { modifier_1: "UD" }),
    drug("J1100", { $payer: "generic" }),
    drug("J1100", { type_of_bill: "131", revenue_code: "0636" }),
    drug("J1100", { ndc: "wrong" }),
  ],
  finds: [
    { lines: [drug("J1885")], message: /billed to Medicaid/, severity: "warning", count: 1 },
    { lines: [drug("Q5103")] },
    { lines: [drug("90375")] },
    { lines: [drug("J7298")] },
    { lines: [drug("J1100", { modifier_1: "JW" })] },
    { lines: [drug("J9999", { $payer: "commercial" })], message: /names no drug/, severity: "warning" },
    { lines: [drug("J9999", { $payer: "generic" })], severity: "info" },
  ],
  skips: [{ procedure_code: "", ndc: "", $payer: "medicaid" }],
});
