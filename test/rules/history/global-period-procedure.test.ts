import rule from "../../../src/rules/history/global-period-procedure.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
/** A procedure on 2026-03-02 after 28805 (90 days) on the day given. */
const after = (day: string, code = "28122", more: Cells = {}, first: Cells = {}): Cells[] => [
  { procedure_code: "28805", service_from: day, ...first },
  { procedure_code: code, claim_id: "B", ...more },
];

testRule(
  rule,
  {
    passes: [
      after("2025-12-01"),
      after("2026-03-02"),
      ...["58", "78", "79", "76", "77"].map((modifier_1) => after("2026-02-01", "28122", { modifier_1 })),
      after("2026-02-01", "28122", { rendering_npi: "2123456784" }),
      after("2026-02-01", "28122", { rendering_npi: "" }, { rendering_npi: "" }),
      after("2026-02-01", "64484"),
      after("2026-02-01", "11732"),
      after("2026-02-01", "71046"),
      after("2026-02-01", "28122", { charge: "0.00" }),
      after("2026-02-01", "28122", {}, { modifier_1: "54" }),
      [{ procedure_code: "11042", service_from: "2026-02-20" }, ...after("2026-03-02", "28122").slice(1)],
    ],
    finds: [
      { lines: after("2025-12-02"), message: /^28122 is day 90 of the 90 global days of 28805/, count: 1 },
      { lines: after("2026-02-16", "11042"), message: /day 14/ },
      after("2026-03-01", "28805"),
    ],
  },
  {
    fees: {
      "28805": { global: "090" },
      "28122": { global: "090" },
      "11042": { global: "000" },
      "64484": { global: "ZZZ" },
      "11732": { global: "ZZZ" },
      "71046": { global: "XXX" },
    },
  },
);
