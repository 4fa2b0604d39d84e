import rule from "../../../src/rules/history/em-prolonged-mismatch.ts";
import { testRule } from "../harness.ts";

const pair = (visit: string, prolonged: string, payer = "", second = {}) => [
  { procedure_code: visit, payer },
  { procedure_code: prolonged, line_number: "2", payer, ...second },
];

testRule(rule, {
  passes: [
    pair("99215", "99417", "Aetna"),
    pair("99350", "99417"),
    pair("99245", "99417"),
    pair("99223", "99418"),
    pair("99310", "G0317", "Medicare"),
    pair("99233", "G0316", "Medicare"),
    pair("99350", "G0318", "Medicare"),
    pair("99213", "99415", "Medicare"),
    pair("99215", "99417", "", { claim_id: "B", rendering_npi: "2123456784" }),
    pair("99214", "99358"),
    pair("99214", "99354"),
  ],
  finds: [
    { lines: pair("99214", "99417"), message: /99417 goes with .*99215.*; the visit of this day is 99214/, count: 1 },
    { lines: pair("99214", "G2212", "Medicare"), severity: "error" },
    { lines: pair("99222", "99418"), severity: "error" },
    { lines: pair("99211", "99415") },
    { lines: pair("99215", "99417", "Medicare"), message: /takes G2212/, count: 1 },
    { lines: pair("99223", "99418", "Medicare"), message: /takes G0316/, count: 1 },
    { lines: [{ procedure_code: "99417" }], severity: "warning", message: /no such visit/ },
    { lines: pair("99215", "99417", "", { service_from: "2026-03-03" }), severity: "warning" },
  ],
  skips: [{ procedure_code: "99417", patient_id: "" }],
});
