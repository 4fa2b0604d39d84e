import rule from "../../../src/rules/history/modifier-24-missing.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const OTHER = { rendering_npi: "2123456784" };
/** A visit on 2026-03-02 after an operation on the day given. */
const after = (operation: string, day: string, visit: Cells = {}, more: Cells = {}): Cells[] => [
  { procedure_code: operation, service_from: day, ...more },
  { procedure_code: "99213", claim_id: "B", ...visit },
];

testRule(
  rule,
  {
    passes: [
      // 91 and 11 days later, on the day, before.
      after("27447", "2025-12-01"),
      after("11400", "2026-02-19"),
      after("27447", "2026-03-02"),
      after("27447", "2026-03-03"),
      after("20610", "2026-03-01"),
      after("71046", "2026-03-01"),
      ...["24", "25", "57", "79", "FT"].map((modifier_1) => after("27447", "2026-02-10", { modifier_1 })),
      after("27447", "2026-02-10", OTHER),
      after("27447", "2026-02-10", { rendering_npi: "" }, { rendering_npi: "" }),
      after("27447", "2026-02-10", { procedure_code: "99397" }),
      after("27447", "2026-02-10", { procedure_code: "99024" }),
      after("27447", "2026-02-10", { charge: "0.00" }),
      ...["54", "55", "80", "AS"].map((modifier_1) => after("27447", "2026-02-10", {}, { modifier_1 })),
      after("27447", "2026-02-10", { patient_id: "P-200" }),
    ],
    finds: [
      { lines: after("27447", "2025-12-02"), message: /^99213 is day 90 of the 90 global days of 27447/, count: 1 },
      { lines: after("27447", "2026-03-01"), message: /day 1 of/ },
      { lines: after("11400", "2026-02-20"), message: /day 10 of the 10/ },
      after("27447", "2026-02-10", { ...OTHER, taxonomy: "207X00000X" }, { taxonomy: "207X00000X" }),
      {
        lines: [
          { procedure_code: "27447", service_from: "2026-01-10" },
          { procedure_code: "11400", service_from: "2026-02-27", claim_id: "C", modifier_1: "79" },
          { procedure_code: "99213", claim_id: "B" },
        ],
        message: /of 11400/,
        count: 1,
      },
    ],
  },
  { fees: { "27447": { global: "090" }, "11400": { global: "010" }, "20610": { global: "000" }, "71046": {} } },
);
