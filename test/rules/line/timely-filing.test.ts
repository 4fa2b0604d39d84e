import rule from "../../../src/rules/line/timely-filing.ts";
import { testRule } from "../harness.ts";

const MEDICARE = { $payer: "medicare" };

testRule(rule, {
  passes: [
    { ...MEDICARE, $asOf: "2026-03-02", service_from: "2025-03-02" },
    // 2026-03-07 is a Saturday: Monday the ninth still counts.
    { ...MEDICARE, $asOf: "2026-03-09", service_from: "2025-03-07" },
    { ...MEDICARE, $asOf: "2026-03-09", service_from: "2025-03-08" },
    { ...MEDICARE, $asOf: "2025-02-28", service_from: "2024-02-29" },
    { ...MEDICARE, $asOf: "2026-11-22", service_from: "2025-01-02", paid: "80.00" },
    { ...MEDICARE, $asOf: "2026-01-20", service_from: "2025-01-10", service_to: "2025-01-20", type_of_bill: "0111" },
    { $payer: "commercial", service_from: "2020-01-10" },
    { ...MEDICARE, service_from: "2024-01-10", frequency: "7" },
    { $options: '{"limits":["commercial=90"]}', $payer: "commercial", service_from: "2026-08-24" },
  ],
  finds: [
    {
      lines: [{ ...MEDICARE, $asOf: "2026-03-03", service_from: "2025-03-02" }],
      message: /1 days late/,
      severity: "warning",
    },
    { ...MEDICARE, $asOf: "2026-03-10", service_from: "2025-03-07" },
    { ...MEDICARE, $asOf: "2025-03-01", service_from: "2024-02-29" },
    { ...MEDICARE, $asOf: "2026-01-20", service_from: "2025-01-10", service_to: "2025-01-20" },
    { ...MEDICARE, service_from: "2024-01-10", received_date: "2025-01-11", paid: "0.00" },
    { $options: '{"limits":["Commercial = 90"]}', $payer: "commercial", service_from: "2026-08-23" },
    { $options: '{"limits":["acme health=30"]}', payer: "ACME Health", service_from: "2026-10-22" },
  ],
  skips: [{ ...MEDICARE, service_from: "" }],
});
