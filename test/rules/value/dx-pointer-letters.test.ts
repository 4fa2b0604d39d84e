import rule from "../../../src/rules/value/dx-pointer-letters.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ dx_pointer: "1,2" }, { dx_pointer: "12" }, { dx_pointer: "AM" }, { dx_pointer: "" }],
  finds: [
    { lines: [{ dx_pointer: "L" }], message: /is 12 as/, count: 1 },
    { lines: [{ dx_pointer: "AB" }], message: /is 1,2 as/ },
    { lines: [{ dx_pointer: "A|B" }], message: /is 1\|2 as/ },
    { lines: [{ dx_pointer: "b a" }], message: /is 2,1 as/ },
    { lines: [{ dx_pointer: "A,2" }], message: /is 1,2 as/ },
  ],
});
