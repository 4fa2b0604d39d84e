import rule from "../../../src/rules/line/anatomic-modifier-missing.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "20610", modifier_1: "LT" },
    { procedure_code: "11730", modifier_1: "F3" },
    { procedure_code: "67904", modifier_1: "E3" },
    { procedure_code: "92928", modifier_1: "LD" },
    { procedure_code: "99213" },
    { procedure_code: "27445" },
  ],
  finds: [
    { lines: [{ procedure_code: "26055" }], message: /a finger/, severity: "info", count: 1 },
    { lines: [{ procedure_code: "27447" }], message: /a side/ },
    { lines: [{ procedure_code: "92920", modifier_1: "26" }], message: /a vessel/ },
    { procedure_code: "28299" },
    { procedure_code: "19301", modifier_1: "" },
  ],
});
