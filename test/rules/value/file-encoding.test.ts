import rule from "../../../src/rules/value/file-encoding.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { claim_id: " CLM-1 " },
    { procedure_code: "99213\u00A0", diagnosis_1: "\u200BE11.9", modifier_1: "25\u00A0" },
    { payer: "Santé\u00A0Plus" },
    { line_note: "“knee”" },
    { dob: "1980-04-12" },
  ],
  finds: [
    { lines: [{ member_id: "M\u200B77" }], message: /U\+200B/, count: 1 },
    { lines: [{ claim_id: "CLM-1\u00A0" }], message: /U\+00A0/ },
    { lines: [{ charge: "125.00\u00A0" }], message: /U\+00A0/ },
    { billing_npi: "\u200B1003000126" },
    { service_from: "2026-03-02\u00A0", service_to: "2026-03-02" },
    { patient_id: "’00123" },
    { dx_pointer: "\uFEFF1" },
  ],
});
