import rule from "../../../src/rules/line/date-after-death.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { service_from: "2026-03-02", date_of_death: "2026-03-02" },
    { service_from: "2026-03-03", date_of_death: "2026-03-02", procedure_code: "88000" },
    { service_from: "2026-03-03", date_of_death: "2026-03-02", procedure_code: "88099" },
    { service_from: "2026-03-03", date_of_death: "2026-03-02", procedure_code: "88305", modifier_2: "PM" },
  ],
  finds: [
    { lines: [{ service_from: "2026-03-03", date_of_death: "2026-03-02" }], severity: "error", count: 1 },
    {
      lines: [{ service_from: "2026-03-03", date_of_death: "2026-03-02", procedure_code: "88104" }],
      severity: "warning",
    },
    {
      lines: [{ service_from: "2026-03-03", date_of_death: "2026-03-02", procedure_code: "71046", modifier_1: "26" }],
      severity: "warning",
    },
    {
      lines: [{ service_from: "2026-03-03", date_of_death: "2026-03-02", procedure_code: "71046" }],
      severity: "error",
    },
    { lines: [{ service_from: "2026-03-03", date_of_death: "2026-03-02", procedure_code: "" }], severity: "error" },
  ],
  skips: [{ date_of_death: "" }, {}],
});
