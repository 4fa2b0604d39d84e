import rule from "../../../src/rules/value/patient-sex-invalid.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { sex: "m" },
    { sex: "FEMALE" },
    { sex: " F " },
    { sex: "0" },
    { sex: "O" },
    { sex: "2.0" },
    { sex: "NULL" },
  ],
  finds: [{ lines: [{ sex: "3" }], message: /"3"/ }, { sex: "FM" }, { sex: "Fem" }, { sex: "9" }],
});
