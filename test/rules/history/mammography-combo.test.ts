import rule from "../../../src/rules/history/mammography-combo.ts";
import { testRule } from "../harness.ts";

const pair = (code: string, payer: string, second = {}) => [
  { procedure_code: "77067", payer },
  { procedure_code: code, payer, line_number: "2", ...second },
];

testRule(rule, {
  passes: [
    pair("77065", "Medicare", { modifier_1: "LT", modifier_2: "GG" }),
    pair("77065", "Medicare", { modifier_1: "GH" }),
    pair("77065", "Medicare", { service_from: "2026-03-03" }),
    pair("77065", "Aetna"),
    pair("77065", ""),
    pair("76641", "Medicare"),
    [{ procedure_code: "77066", payer: "Medicare" }],
  ],
  finds: [
    { lines: pair("77066", "Medicare"), message: /77066 .* no GG/, severity: "info", count: 1 },
    { lines: pair("77065", "Medicare", { modifier_1: "LT", claim_id: "B" }), count: 1 },
  ],
  skips: [pair("77066", "Medicare").map((line) => ({ ...line, service_from: "" }))],
});

testRule(
  rule,
  { passes: [pair("77066", "Medicare")], finds: [pair("77065", "Medicare")] },
  { edits: [["77066", "77067", 1]] },
);
