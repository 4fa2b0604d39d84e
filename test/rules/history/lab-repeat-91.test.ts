import rule from "../../../src/rules/history/lab-repeat-91.ts";
import { testRule } from "../harness.ts";

const pair = (code: string, second = {}, first = {}) => [
  { procedure_code: code, ...first },
  { procedure_code: code, line_number: "2", ...second },
];

testRule(rule, {
  passes: [
    pair("84132"),
    pair("84132", { modifier_1: "91" }, { units: "2" }),
    pair("84132", {}, { modifier_1: "91" }),
    pair("84132", { modifier_1: "90" }),
    pair("82306", { modifier_1: "GZ" }),
    pair("88305", { units: "3" }),
    pair("86920", { units: "3" }),
    pair("84132", { units: "2", service_from: "2026-03-03" }),
    pair("84132", { units: "2", payer: "Plan B" }, { payer: "Plan A" }),
    pair("84132", { units: "2", rendering_npi: "2123456784", billing_npi: "" }),
    pair("20610", { modifier_1: "76" }),
  ],
  finds: [
    { lines: pair("84132", { modifier_1: "76" }), message: /84132 stands on 2 lines/, severity: "warning", count: 1 },
    { lines: pair("84132", { units: "2", claim_id: "B" }), count: 1 },
    { lines: pair("0241U", { modifier_1: "QW" }), count: 1 },
    { lines: [...pair("84132", { modifier_1: "76" }), { procedure_code: "84132", modifier_1: "77" }], count: 1 },
  ],
  skips: [pair("84132", { units: "" }, { units: "" })],
});
