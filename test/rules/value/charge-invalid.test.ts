import rule from "../../../src/rules/value/charge-invalid.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ charge: "0.00" }, { charge: "99999999.99" }, { charge: "12.340" }],
  finds: [
    { lines: [{ charge: "100000000.00" }], message: /more than/ },
    { lines: [{ charge: "$-5" }], message: /negative/ },
    { lines: [{ charge: "free" }], message: /not an amount/ },
    { lines: [{ charge: "12.345" }], message: /12\.345/ },
  ],
});
