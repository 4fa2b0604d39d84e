import rule from "../../../src/rules/claim/claim-line-number-invalid.ts";
import { testRule } from "../harness.ts";

const line = (number: string, code = "36415") => ({ line_number: number, procedure_code: code });

testRule(rule, {
  passes: [
    [line("3"), line("1"), line("2")],
    [line("1.0"), line("2.0")],
    [line("100234"), line("100236")],
    [line("1"), line("")],
    [line("1"), { ...line("1"), claim_id: "CLM-2" }],
    [{ ...line("1"), $options: '{"gaps":false}' }, line("4")],
  ],
  finds: [
    { lines: [line("1"), line("1"), line("2")], message: /Line number 1 stands twice/, severity: "warning", count: 1 },
    { lines: [line("0"), line("1")], message: /not a positive/, count: 1 },
    { lines: [line("-1")], message: /not a positive/ },
    { lines: [line("1"), line("A")], message: /A is not a positive/, count: 1 },
    {
      lines: [line("1"), line("2"), line("4"), line("6")],
      message: /Line number 3 is left out/,
      severity: "info",
      count: 1,
    },
    { lines: [line("100234"), line("100234")], message: /stands twice/ },
  ],
});
