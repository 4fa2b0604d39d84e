import rule from "../../../src/rules/line/modifier-order.ts";
import { testRule } from "../harness.ts";

const line = (code: string, ...modifiers: string[]) => ({
  procedure_code: code,
  ...Object.fromEntries(modifiers.map((modifier, i) => [`modifier_${i + 1}`, modifier])),
});

testRule(rule, {
  passes: [
    line("71046", "26"),
    line("27447", "80", "RT"),
    line("66984", "54", "LT"),
    line("99214", "25", "95"),
    line("97110", "KX", "GP"),
    line("83036", "GA", "QW"),
    line("11042", "RT", "59"),
    line("A0428", "GE", "QN"),
    { ...line("71046", "GC", "26"), type_of_bill: "131" },
  ],
  finds: [
    { lines: [line("27447", "RT", "80")], message: /Put 80 before RT/, severity: "info", count: 1 },
    { lines: [line("00142", "P3", "QX", "QS")], message: /Put QX before P3/ },
    line("71046", "GW", "TC"),
  ],
});
