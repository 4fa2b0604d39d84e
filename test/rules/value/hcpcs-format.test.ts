import rule from "../../../src/rules/value/hcpcs-format.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ procedure_code: "J1100" }, { procedure_code: "D0120" }, { procedure_code: "E11.9" }],
  finds: [{ lines: [{ procedure_code: "J110" }], count: 1 }, { procedure_code: "W1234" }, { procedure_code: "VISIT" }],
});
