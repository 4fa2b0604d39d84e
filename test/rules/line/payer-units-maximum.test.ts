import rule from "../../../src/rules/line/payer-units-maximum.ts";
import { testRule } from "../harness.ts";

const line = { procedure_code: "97110", payer: "Acme Health" };

testRule(
  rule,
  {
    passes: [
      { ...line, units: "4" },
      { ...line, units: "6", payer: "Other" },
      { ...line, units: "6", payer: "" },
      { ...line, units: "9", procedure_code: "97140" },
      { ...line, units: "60", unit_type: "MJ" },
    ],
    finds: [
      {
        lines: [{ ...line, units: "5" }],
        message: /5 units of 97110: your list example says that Acme Health takes 4 at most: fee sheet$/,
        severity: "warning",
        count: 1,
      },
      { lines: [{ ...line, units: "7", payer: "" }], message: /the payer takes 6 at most$/ },
      { lines: [{ ...line, units: "4.5" }], count: 1 },
    ],
    skips: [{ ...line, units: "" }],
  },
  {
    lists: [
      ["max-units", "*", "97110", 6],
      ["max-units", "Acme Health", "97110", 4, "", "", "fee sheet"],
    ],
  },
);
