import rule from "../../../src/rules/value/code-ndc-in-procedure.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ procedure_code: "99213", ndc: "50242-040-62" }, { procedure_code: "49518-00" }],
  finds: [{ lines: [{ procedure_code: "50242-040-62" }], count: 1 }, { procedure_code: "63323016501" }],
});
