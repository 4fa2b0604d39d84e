import rule from "../../../src/rules/claim/claim-header-conflict.ts";
import { testRule } from "../harness.ts";

const second = { line_number: "2", procedure_code: "36415" };

testRule(rule, {
  passes: [
    [{}, { ...second, rendering_npi: "2543210985", place_of_service: "22", service_from: "2026-03-03" }],
    [{ patient_id: "p-100 " }, { ...second, patient_id: "P-100" }],
    [{ dob: "1980-04-12" }, { ...second, dob: "1980-4-12" }],
    [{ sex: "F" }, { ...second, sex: "Ml" }],
    [{}, { ...second, billing_npi: "123" }],
    [{}, { ...second, billing_npi: "", dob: "", sex: "", diagnosis_1: "", diagnosis_2: "" }],
    [{ member_id: "M-1" }, { ...second, member_id: "M-2" }],
    [{}, { ...second, diagnosis_1: "e119", diagnosis_2: "I10 " }],
    [{}, { ...second, diagnosis_1: "R51.9" }],
    [
      { payer: "Acme", payer_responsibility: "P" },
      { ...second, payer: "Mutual", payer_responsibility: "S" },
    ],
    [{ payer: "Acme  Health" }, { ...second, payer: " ACME health" }],
    [{ claim_id: "" }, { ...second, claim_id: "", dob: "1990-01-01" }],
  ],
  finds: [
    { lines: [{}, { ...second, dob: "1980-04-21" }], message: /^dob differs .*1980-04-12 and 1980-04-21/, count: 1 },
    { lines: [{}, { ...second, sex: "M" }], message: /^sex/, severity: "error", count: 1 },
    { lines: [{}, { ...second, billing_npi: "1245319599" }], message: /^billing_npi/, count: 1 },
    { lines: [{ payer: "Acme" }, { ...second, payer: "Mutual" }], message: /^payer/, count: 1 },
    {
      lines: [{}, { ...second, patient_id: "P-200", dob: "1990-01-01", sex: "M", diagnosis_1: "R51.9" }],
      message: /^patient_id/,
      count: 1,
    },
    {
      lines: [
        { patient_id: "", member_id: "M-1" },
        { ...second, patient_id: "", member_id: "M-2", sex: "M" },
      ],
      message: /^member_id/,
      count: 1,
    },
    { lines: [{}, second, { ...second, line_number: "3", dob: "1990-01-01" }], count: 1 },
  ],
});
