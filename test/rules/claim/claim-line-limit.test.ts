import rule from "../../../src/rules/claim/claim-line-limit.ts";
import { testRule } from "../harness.ts";

const lines = (count: number, first: Record<string, string> = {}) =>
  Array.from({ length: count }, (_, i) => ({ ...(i === 0 ? first : {}), line_number: String(i + 1) }));
const PAPER = { $options: '{"paper":true}' };
const institutional = (count: number) => lines(count).map((line) => ({ ...line, type_of_bill: "0131" }));

testRule(rule, {
  passes: [lines(50), lines(6, PAPER), institutional(999)],
  finds: [
    { lines: lines(51), message: /51 lines; the professional claim holds 50/, count: 1 },
    { lines: lines(7, PAPER), message: /professional paper claim holds 6/, count: 1 },
    { lines: institutional(1000), count: 1 },
  ],
  skips: [{ claim_id: "" }],
});
