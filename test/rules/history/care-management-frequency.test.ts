import rule from "../../../src/rules/history/care-management-frequency.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const month = (first: string, second: string, other: Cells = {}, one: Cells = {}) => [
  { procedure_code: first, service_from: "2026-05-04", ...one },
  { procedure_code: second, service_from: "2026-05-29", claim_id: "B", ...other },
];
const OTHER = { rendering_npi: "2123456784" };

testRule(rule, {
  passes: [
    month("99490", "99490", { service_from: "2026-06-04" }),
    month("99490", "99490", { service_from: "2027-05-04" }),
    month("99490", "99490", { service_from: "2026-05-04" }),
    month("99490", "99490", { patient_id: "P-2" }),
    month("99490", "99484"),
    month("99457", "99458"),
    month("99490", "99437"),
    // Two specialists of one practice, each with the principal condition of their own.
    month("99424", "99424", OTHER),
    month("99424", "99490"),
    month("99490", "99490", { ...OTHER, billing_npi: "1457398765" }),
    month("99490", "99490", { frequency: "7" }, { frequency: "1" }),
    month("99490", "99490", { payer: "Plan B" }, { payer: "Plan A" }),
  ],
  finds: [
    { lines: month("99490", "99491"), message: /99491 on 2026-05-29: 99490 was billed/, severity: "warning", count: 1 },
    month("99490", "99490", OTHER),
    month("99492", "99493"),
    month("G0557", "99490"),
    month("99426", "99424"),
    month("99457", "99457"),
    month("99490", "99487", { service_from: "2026-05-04" }),
  ],
});
