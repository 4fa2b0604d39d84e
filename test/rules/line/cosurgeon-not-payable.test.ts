import rule from "../../../src/rules/line/cosurgeon-not-payable.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "22558", modifier_1: "62" },
    { procedure_code: "33945", modifier_1: "66" },
    { procedure_code: "20610", modifier_1: "80" },
    { procedure_code: "12345", modifier_1: "62" },
  ],
  finds: [
    {
      lines: [{ procedure_code: "20610", modifier_1: "62" }],
      severity: "warning",
      message: /two surgeons are not paid/,
    },
    { lines: [{ procedure_code: "27447", modifier_1: "62" }], severity: "info", message: /only with documentation/ },
    { lines: [{ procedure_code: "66984", modifier_1: "RT", modifier_2: "66" }], severity: "warning", count: 1 },
  ],
});
