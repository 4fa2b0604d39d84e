import rule from "../../../src/rules/history/infusion-initial-duplicate.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const pair = (a: string, b: string, second: Cells = {}, first: Cells = {}) => [
  { procedure_code: a, ...first },
  { procedure_code: b, line_number: "2", ...second },
];

testRule(rule, {
  passes: [
    pair("96365", "96365"),
    pair("96365", "96361"),
    pair("96369", "96365"),
    pair("96402", "96374"),
    ...["59", "XE", "XS", "XU"].map((modifier_2) => pair("96409", "96413", {}, { modifier_2 })),
    pair("96365", "96374", { service_from: "2026-03-03" }),
    pair("96365", "96374", { patient_id: "P-2" }),
    pair("96365", "96374", { claim_id: "B", billing_npi: "1457398760", rendering_npi: "2123456784" }),
    pair("96365", "96374", { claim_id: "B", place_of_service: "22" }),
    pair("96365", "96374", { claim_id: "B", frequency: "8" }, { frequency: "1" }),
  ],
  finds: [
    { lines: pair("96360", "96374"), message: /96360 and 96374 are both/, severity: "warning", count: 1 },
    { lines: [...pair("96365", "96375"), { procedure_code: "96409", line_number: "3" }], count: 1 },
    { lines: [...pair("96365", "96374"), { procedure_code: "96413", line_number: "3" }], count: 1 },
    pair("96413", "96374", { claim_id: "B" }),
    pair(
      "96365",
      "96374",
      { revenue_code: "0260", type_of_bill: "131" },
      { revenue_code: "0260", type_of_bill: "131" },
    ),
  ],
});

testRule(
  rule,
  { passes: [pair("96365", "96374")], finds: [pair("96360", "96409")] },
  { practitioner: [["96365", "96374", 1]] },
);
