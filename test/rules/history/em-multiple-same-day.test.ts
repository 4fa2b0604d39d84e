import rule from "../../../src/rules/history/em-multiple-same-day.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const pair = (a: string, b: string, second: Cells = {}, first: Cells = {}) => [
  { procedure_code: a, ...first },
  { procedure_code: b, line_number: "2", ...second },
];

testRule(rule, {
  passes: [
    pair("99213", "99213"),
    pair("99223", "99238"),
    pair("99396", "99213"),
    pair("99214", "99417"),
    pair("99284", "99213"),
    pair("99213", "99214", {}, { modifier_1: "25" }),
    pair("99213", "99214", { service_from: "2026-03-03", claim_id: "B" }),
    pair("99213", "99214", { payer: "Other Plan", claim_id: "B" }, { payer: "Plan A" }),
    pair("99213", "99214", { rendering_npi: "" }, { rendering_npi: "" }),
    pair("99213", "99214", { claim_id: "B", frequency: "7" }, { frequency: "1" }),
  ],
  finds: [
    { lines: pair("99231", "99232"), message: /99231 and 99232/, count: 1 },
    pair("99238", "99232"),
    pair("99235", "99223"),
    pair("99213", "98005"),
    pair("99347", "99349"),
    pair("99213", "99213", { modifier_1: "95" }),
    pair(
      "99214",
      "99222",
      { claim_id: "B", rendering_npi: "2123456784", taxonomy: "207R00000X" },
      { taxonomy: "207R00000X" },
    ),
    { lines: [...pair("99212", "99213"), { procedure_code: "99214", line_number: "3" }], count: 2 },
  ],
});
