import rule from "../../../src/rules/line/abn-modifier-conflict.ts";
import { testRule } from "../harness.ts";

const line = (payer: string, ...modifiers: string[]) => ({
  procedure_code: "82306",
  payer,
  ...Object.fromEntries(modifiers.map((modifier, i) => [`modifier_${i + 1}`, modifier])),
});

testRule(rule, {
  passes: [
    line("Medicare Part B", "GA"),
    line("Medicare Part B", "GX", "GY"),
    line("Medicare Part B", "GX", "TS"),
    line("Medicare Part B", "GZ"),
    // GA with GZ is modifier-conflict.
    line("Medicare Part B", "GA", "GZ"),
    line("", "GA"),
    line("Cigna", "GY"),
    line("Humana Gold Plus Medicare", "GA"),
    { ...line("Cigna", "GA"), responsibility: "T" },
  ],
  finds: [
    {
      lines: [line("Medicare Part B", "GX", "GA")],
      message: /GX on 82306.*excludes GA/,
      severity: "warning",
      count: 1,
    },
    { lines: [line("Medicare Part B", "GZ", "GX")], message: /excludes GZ/ },
    { lines: [line("Medicare Part B", "EY", "GX")], message: /excludes EY/ },
    { lines: [line("Cigna", "GA")], message: /GA on 82306/, severity: "info", count: 1 },
    { lines: [line("State Medicaid", "GZ")], severity: "info" },
    { ...line("Cigna", "GA"), responsibility: "P" },
  ],
});
