import rule from "../../../src/rules/claim/tob-format.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    ...["111", "0131", "137", "0322", "34A", "81i", "899", "0110", "721", "831"].map((bill) => ({
      type_of_bill: bill,
    })),
    { type_of_bill: "013", frequency: "7" },
  ],
  finds: [
    { lines: [{ type_of_bill: "13" }], message: /"13"/, count: 1, severity: "error" },
    ...["0950", "901", "101", "1311", "00131", "13-1", "AB1", "131.0"].map((bill) => ({ type_of_bill: bill })),
    // One cell repeated on every line of the claim is one finding.
    {
      lines: [
        { type_of_bill: "13" },
        { type_of_bill: "13", line_number: "2" },
        { type_of_bill: "9", line_number: "3" },
      ],
      count: 2,
    },
    { type_of_bill: "9", frequency: "1" },
  ],
});
