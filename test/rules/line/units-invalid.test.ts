import rule from "../../../src/rules/line/units-invalid.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { units: "999999.000" },
    { units: "0.001", procedure_code: "J1100" },
    { procedure_code: "90371", units: "2.5" },
    { procedure_code: "992I3", units: "1.5" },
  ],
  finds: [
    { lines: [{ units: "0.000" }], message: /zero/ },
    { lines: [{ units: "1000000" }], message: /more than/ },
    { lines: [{ units: "1,000" }], message: /not a number/ },
    { lines: [{ units: "1.001" }], message: /99213 is counted in whole/ },
    { lines: [{ procedure_code: "97110", units: "2.5" }] },
    { lines: [{ procedure_code: "A0425", units: "-3" }], message: /negative/ },
  ],
});
