import rule from "../../../src/rules/line/facility-modifier-professional.ts";
import { testRule } from "../harness.ts";

const line = (modifier: string, other: Record<string, string> = {}) => ({
  procedure_code: "45378",
  modifier_1: modifier,
  ...other,
});
const hospital = { type_of_bill: "131", revenue_code: "0750", place_of_service: "" };

testRule(rule, {
  passes: [
    ...["27", "73", "74", "CA", "ER", "PN", "PO"].map((modifier) => line(modifier, hospital)),
    line("74", { place_of_service: "24" }),
    line("SG", { modifier_2: "73" }),
    line("PO", { place_of_service: "" }),
    line("53"),
    line("AS"),
    line("26", { type_of_bill: "851", revenue_code: "0960" }),
    line("26", { type_of_bill: "851", revenue_code: "" }),
    line("80", { revenue_code: "0985" }),
    line("TC", hospital),
    line("59", hospital),
    line("ER", { procedure_code: "A0428" }),
  ],
  finds: [
    { lines: [line("73")], message: /73 on 45378 is for hospital claims/, severity: "error", count: 1 },
    { lines: [line("PO", { place_of_service: "22" })], severity: "warning" },
    { lines: [line("PN")], severity: "error" },
    { lines: [line("27", { procedure_code: "99213" })] },
    { lines: [line("26", hospital)], message: /is for professional claims/, severity: "warning" },
    { lines: [line("26", { ...hospital, $payer: "medicare" })], severity: "error" },
    { lines: [line("TC", { ...hospital, $payer: "medicare" })], severity: "error" },
    { lines: [line("AS", { ...hospital, revenue_code: "", $payer: "medicare" })], severity: "error" },
  ],
});
