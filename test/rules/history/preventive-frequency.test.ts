import rule from "../../../src/rules/history/preventive-frequency.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const two = (code: string, first: string, second: string, other: Cells = {}, one: Cells = {}) => [
  { procedure_code: code, service_from: first, $payer: "medicare", ...one },
  { procedure_code: code, service_from: second, claim_id: "B", ...other },
];

testRule(rule, {
  passes: [
    two("77067", "2025-02-28", "2026-02-01"),
    two("G0105", "2024-03-31", "2026-03-01"),
    two("G0121", "2016-03-31", "2026-03-01"),
    two("G0438", "2025-02-28", "2026-02-01", { procedure_code: "G0439" }),
    two("77067", "2026-02-02", "2026-02-03", { modifier_1: "26" }, { modifier_1: "TC" }),
    two("G0121", "2026-01-02", "2026-02-03", {}, { modifier_1: "53" }),
    two("G0439", "2026-01-02", "2026-02-03", {}, { frequency: "8" }),
    two("G0439", "2026-01-02", "2026-01-02"),
    two("G0439", "2026-01-02", "2026-02-03", { patient_id: "P-2" }),
    two("G0439", "2026-01-02", "2026-02-03", {}, { $payer: "commercial" }),
    two("G0439", "2026-01-02", "2026-02-03", {}, { $payer: "" }),
    two("G0402", "2025-02-28", "2026-02-01", { procedure_code: "G0438" }),
    two("99397", "2026-01-02", "2026-02-03"),
  ],
  finds: [
    { lines: two("77067", "2025-02-01", "2026-01-31"), message: /after 11 full months/, severity: "warning", count: 1 },
    two("G0105", "2024-03-01", "2026-02-28"),
    two("G0121", "2016-03-01", "2026-02-28"),
    two("G0438", "2025-03-28", "2026-02-01", { procedure_code: "G0439" }),
    two("G0402", "2025-03-01", "2026-02-01", { procedure_code: "G0438" }),
    { lines: two("G0402", "2020-01-02", "2026-02-03"), message: /once in a lifetime/, count: 1 },
    { lines: two("G0438", "2026-01-02", "2026-02-03"), message: /once in a lifetime/, count: 1 },
  ],
});
