import rule from "../../../src/rules/value/clia-format.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ clia: "99D9999998" }, { clia: "05D0000001" }, { clia: "N/A" }],
  finds: [
    { lines: [{ clia: "05D123456" }], message: /seven digits/, severity: "error", count: 1 },
    { lines: [{ clia: "05D12345678" }], severity: "error" },
    { lines: [{ clia: "AUTH12345" }], severity: "error" },
    { lines: [{ clia: "05 D 1234567" }], message: /billed as 05D1234567/, severity: "warning" },
    { lines: [{ clia: "11D1111111" }], message: /placeholder/, severity: "warning" },
  ],
  skips: [{ clia: "" }],
});
