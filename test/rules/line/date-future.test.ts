import rule from "../../../src/rules/line/date-future.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { $asOf: "2026-03-02", service_from: "2026-03-02" },
    { $asOf: "2026-03-02", service_from: "2026-03-01", service_to: "" },
  ],
  finds: [
    {
      lines: [{ $asOf: "2026-03-02", service_from: "2026-03-03" }],
      count: 1,
      severity: "error",
      message: /2026-03-03/,
    },
    { lines: [{ $asOf: "2026-03-02", service_from: "2026-03-02", service_to: "2026-03-03" }], severity: "error" },
    {
      lines: [{ $asOf: "2026-03-15", service_from: "2026-03-01", service_to: "2026-03-31", procedure_code: "90960" }],
      severity: "info",
    },
    {
      lines: [{ $asOf: "2026-03-15", service_from: "2026-03-01", service_to: "2026-03-31", procedure_code: "B4035" }],
      severity: "info",
    },
    { lines: [{ $asOf: "2026-03-15", service_from: "2026-03-16", procedure_code: "E0601" }], severity: "error" },
  ],
  skips: [{ service_from: "" }],
});
