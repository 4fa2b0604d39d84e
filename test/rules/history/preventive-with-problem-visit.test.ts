import rule from "../../../src/rules/history/preventive-with-problem-visit.ts";
import { testRule } from "../harness.ts";

const pair = (a: string, b: string, second = {}, first = {}) => [
  { procedure_code: a, ...first },
  { procedure_code: b, line_number: "2", ...second },
];
const NOBODY = { rendering_npi: "", billing_npi: "" };

testRule(rule, {
  passes: [
    pair("G0439", "99214", { modifier_1: "25" }),
    pair("99396", "99211"),
    pair("99396", "99401"),
    pair("99396", "99213", { rendering_npi: "2123456784" }),
    pair("99396", "99213", { service_from: "2026-03-03" }),
    pair("99396", "99213", { payer: "Plan B", claim_id: "B" }, { payer: "Plan A" }),
    pair("99385", "99203", { modifier_1: "25" }),
    pair("G0438", "99203", { modifier_1: "25" }),
    pair("99396", "99213", { ...NOBODY, claim_id: "B" }, NOBODY),
    pair("99213", "99214"),
  ],
  finds: [
    { lines: pair("99396", "99213"), count: 1, message: /99213 with 99396 .* needs 25/, severity: "warning" },
    { lines: pair("99213", "99396"), count: 1 },
    { lines: pair("G0402", "99204"), count: 1 },
    { lines: pair("99396", "99213", { claim_id: "B" }), count: 1 },
    { lines: pair("99396", "99213", NOBODY, NOBODY), count: 1 },
    { lines: pair("99396", "99213", {}, { modifier_1: "25" }), message: /25 belongs on the problem visit/ },
    { lines: pair("99395", "99203", { modifier_1: "25" }), message: /cannot be established/ },
  ],
  skips: [pair("99396", "99213", { service_from: "" })],
});

testRule(
  rule,
  {
    passes: [pair("G0439", "99213")],
    finds: [pair("G0439", "99213", {}, { modifier_1: "25" }), pair("99396", "99213")],
  },
  { edits: [["G0439", "99213", 1]] },
);
