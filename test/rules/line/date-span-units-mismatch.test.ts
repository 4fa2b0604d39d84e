import rule from "../../../src/rules/line/date-span-units-mismatch.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "99231", service_from: "2026-02-27", service_to: "2026-03-02", units: "4" },
    { procedure_code: "99231", service_from: "2026-03-02", units: "4" },
    { procedure_code: "S9500", service_from: "2026-03-01", service_to: "2026-03-07", units: "7" },
    { procedure_code: "90935", service_from: "2026-03-01", service_to: "2026-03-07", units: "3" },
    { procedure_code: "99213", service_from: "2026-03-01", service_to: "2026-03-07", units: "3" },
  ],
  finds: [
    {
      lines: [{ procedure_code: "99231", service_from: "2026-02-27", service_to: "2026-03-02", units: "3" }],
      message: /3 units of 99231 for 4 days/,
      count: 1,
    },
    { procedure_code: "99231", service_from: "2026-02-27", service_to: "2026-03-02", units: "5" },
    { procedure_code: "S9500", service_from: "2026-03-01", service_to: "2026-03-07", units: "8" },
  ],
  skips: [{ procedure_code: "99231", units: "" }],
});
