import rule from "../../../src/rules/history/em-99211-context.ts";
import { testRule } from "../harness.ts";

const pair = (code: string, second = {}, first = {}) => [
  { procedure_code: "99211", ...first },
  { procedure_code: code, line_number: "2", ...second },
];

testRule(rule, {
  passes: [
    pair("99490"),
    pair("96372", { service_from: "2026-03-03" }),
    pair("96372", { rendering_npi: "2123456784", billing_npi: "" }),
    pair("96372", {}, { modifier_1: "25" }),
    pair("96372", {}, { frequency: "8" }),
    [{ procedure_code: "96372" }],
  ],
  finds: [
    { lines: pair("96372"), message: /on the day of 96372/, severity: "info", count: 1 },
    { lines: pair("90471") },
    { lines: pair("36415") },
    { lines: pair("99203", { claim_id: "B" }) },
    { lines: [{ procedure_code: "99211", place_of_service: "22" }], message: /place 22/ },
  ],
  skips: [{ procedure_code: "99211", patient_id: "" }],
});
