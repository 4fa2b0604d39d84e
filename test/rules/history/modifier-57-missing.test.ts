import rule from "../../../src/rules/history/modifier-57-missing.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const OTHER = { rendering_npi: "2123456784" };
/** A visit on a day, an operation on 2026-03-02. */
const visit = (code: string, day: string, more: Cells = {}, operation = "27244", other: Cells = {}): Cells[] => [
  { procedure_code: code, service_from: day, claim_id: "B", ...more },
  { procedure_code: operation, line_number: "2", ...other },
];
const DATA = { fees: { "27244": { global: "090" }, "11400": { global: "010" } } };

testRule(
  rule,
  {
    passes: [
      visit("99223", "2026-02-28"),
      visit("99223", "2026-03-03"),
      ...["57", "24", "FT"].map((modifier_1) => visit("99223", "2026-03-01", { modifier_1 })),
      visit("99223", "2026-03-01", OTHER),
      visit("99223", "2026-03-01", { rendering_npi: "" }, "27244", { rendering_npi: "" }),
      visit("99223", "2026-03-01", {}, "11400"),
      visit("99397", "2026-03-01"),
      visit("99223", "2026-03-01", {}, "27244", { modifier_1: "80" }),
      visit("99223", "2026-03-01", {}, "27244", { modifier_1: "55" }),
    ],
    finds: [
      { lines: visit("99223", "2026-03-01"), message: /^99223 the day before 27244/, count: 1 },
      { lines: visit("99223", "2026-03-02"), message: /on the day of 27244/, count: 1 },
      visit("99214", "2026-03-01", { modifier_1: "25" }),
      visit("99284", "2026-03-02", { claim_id: "CLM-1", rendering_npi: "" }, "27244", { rendering_npi: "" }),
      visit("99223", "2026-03-01", { ...OTHER, taxonomy: "207X00000X" }, "27244", { taxonomy: "207X00000X" }),
    ],
  },
  DATA,
);

// With the NCCI table the same-day pair is ncci-ptp's, unless 25 keeps it silent.
testRule(
  rule,
  {
    passes: [visit("99223", "2026-03-02")],
    finds: [visit("99223", "2026-03-02", { modifier_1: "25" }), visit("99223", "2026-03-01")],
  },
  { ...DATA, edits: [["27244", "99223", 1]] },
);
