import rule from "../../../src/rules/line/date-from-after-to.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { service_from: "2026-03-02", service_to: "2026-03-02" },
    { service_from: "2025-12-31", service_to: "2026-01-01" },
  ],
  finds: [
    { lines: [{ service_from: "2026-03-02", service_to: "2026-03-01" }], message: /2026-03-01.*2026-03-02/, count: 1 },
  ],
  skips: [{ service_to: "" }, { service_from: "2026-03-02", service_to: "2026-02-30" }],
});
