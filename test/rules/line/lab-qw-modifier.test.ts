import rule from "../../../src/rules/line/lab-qw-modifier.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "87880", modifier_1: "QW", $payer: "medicare" },
    { procedure_code: "81003", modifier_1: "59", modifier_2: "QW", $payer: "medicare" },
    { procedure_code: "81015", $payer: "medicare" },
  ],
  finds: [
    { lines: [{ procedure_code: "82962", modifier_1: "QW", $payer: "medicare" }], severity: "info" },
    { lines: [{ procedure_code: "Q0111", modifier_1: "QW", $payer: "medicare" }], severity: "warning" },
    { lines: [{ procedure_code: "36415", modifier_2: "QW", $payer: "medicaid" }], message: /not a waived test/ },
    { lines: [{ procedure_code: "81015", modifier_1: "QW", $payer: "commercial" }], severity: "info" },
  ],
  skips: [{ procedure_code: "87880", modifier_1: "" }],
});
