import rule from "../../../src/rules/history/em-admitting-ai.ts";
import { testRule } from "../harness.ts";

const OTHER = { claim_id: "B", rendering_npi: "2123456784" };
const stay = (a: string, b: string, second = {}, payer = "Medicare") => [
  { procedure_code: a, place_of_service: "21", payer },
  { procedure_code: b, place_of_service: "21", payer, ...OTHER, ...second },
];

testRule(rule, {
  passes: [
    stay("99223", "99222", { modifier_1: "AI", service_from: "2026-03-04" }),
    stay("99223", "99222", { service_from: "2026-03-10" }),
    stay("99223", "99222", { rendering_npi: "1245319599" }),
    stay("99223", "99305"),
    stay("99223", "99232"),
    stay("99223", "99222", {}, "Aetna"),
    stay("99223", "99222", {}, ""),
    stay("99223", "99222", { frequency: "8" }),
    [
      { ...stay("99223", "99222")[0], admission_date: "2026-03-01" },
      { ...stay("99223", "99222")[1], admission_date: "2026-03-02" },
    ],
  ],
  finds: [
    { lines: stay("99223", "99222"), message: /99223 and 1 more first visits/, severity: "info", count: 1 },
    { lines: stay("99223", "99222", { service_from: "2026-03-09" }), count: 1 },
    { lines: stay("99305", "99304"), count: 1 },
  ],
  skips: [stay("99223", "99222", { rendering_npi: "" })],
});
