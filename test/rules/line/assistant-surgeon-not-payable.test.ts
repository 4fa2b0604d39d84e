import rule from "../../../src/rules/line/assistant-surgeon-not-payable.ts";
import { testRule } from "../harness.ts";

testRule(
  rule,
  {
    passes: [
      { procedure_code: "27447", modifier_1: "80" },
      { procedure_code: "33533", modifier_1: "AS" },
      { procedure_code: "99080", modifier_1: "80" },
      { procedure_code: "12345", modifier_1: "80" },
      { procedure_code: "20610", modifier_1: "62" },
    ],
    finds: [
      ...["80", "81", "82", "AS"].map((modifier_1) => ({
        lines: [{ procedure_code: "20610", modifier_1 }],
        severity: "warning",
        count: 1,
      })),
      { lines: [{ procedure_code: "28805", modifier_1: "80" }], severity: "info", message: /only with documentation/ },
    ],
  },
  {
    fees: {
      "20610": { assistant: "1" },
      "28805": { assistant: "0" },
      "27447": { assistant: "2" },
      "33533": { assistant: "2" },
      "99080": { assistant: "9" },
    },
  },
);
