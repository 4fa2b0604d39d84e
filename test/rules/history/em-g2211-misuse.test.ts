import rule from "../../../src/rules/history/em-g2211-misuse.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const bill = (service_from: string, ...lines: Cells[]) =>
  lines.map((line, i) => ({ line_number: String(i + 1), payer: "Medicare", service_from, ...line }));
const code = (procedure_code: string, modifier_1 = "", more: Cells = {}) => ({ procedure_code, modifier_1, ...more });

testRule(rule, {
  passes: [
    bill("2026-03-02", code("99213"), code("G2211"), code("20610")),
    bill("2026-03-02", code("99213", "25"), code("G2211"), code("G0008"), code("90662")),
    bill("2025-01-01", code("99213", "25"), code("G2211"), code("G0444")),
    bill("2026-03-02", code("99213", "25"), code("G2211"), code("45380", "PT")),
    bill("2026-01-01", code("99348"), code("G2211")),
    bill("2026-03-02", code("99213", "", { rendering_npi: "2123456784", claim_id: "B" }), code("G2211")),
    bill("2023-12-31", code("99213", "25"), code("G2211"), code("20610")),
    bill("2026-03-02", code("G2211", "", { payer: "Aetna" })),
    bill("2026-03-02", code("G2211", "", { payer: "" })),
    bill("2026-03-02", code("G2211", "", { frequency: "8" })),
  ],
  finds: [
    { lines: bill("2026-03-02", code("G2211")), message: /none on this day/, count: 1 },
    { lines: bill("2025-12-31", code("99348"), code("G2211")), message: /none on this day/ },
    { lines: bill("2026-03-02", code("99283"), code("G2211")) },
    {
      lines: bill("2026-03-02", code("99213", "25"), code("G2211"), code("20610")),
      message: /99213-25 and 20610/,
      severity: "warning",
      count: 1,
    },
    {
      lines: bill("2024-12-31", code("99213", "25"), code("G2211"), code("G0439")),
      message: /99213-25/,
      severity: "warning",
    },
    { lines: bill("2026-03-02", code("99213", "25"), code("G2211")), severity: "info" },
  ],
  skips: [bill("2026-03-02", code("G2211", "", { patient_id: "", member_id: "" }))],
});
