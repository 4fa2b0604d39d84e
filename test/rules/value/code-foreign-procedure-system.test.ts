import rule from "../../../src/rules/value/code-foreign-procedure-system.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ procedure_code: "99213-25" }, { procedure_code: "50242-040-62" }],
  finds: [{ lines: [{ procedure_code: "NFKA007" }], count: 1 }, { procedure_code: "5-820.01" }],
});
