import rule from "../../../src/rules/claim/required-field-missing.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { sex: "", rendering_npi: "", line_number: "", payer: "" },
    { patient_id: "", member_id: "M-77" },
    { diagnosis_1: "", diagnosis_2: "" },
    { modifier_1: "", dx_pointer: "" },
    [{ billing_npi: "", dob: "" }, { line_number: "2" }],
    [
      { patient_id: "", member_id: "" },
      { line_number: "2", member_id: "M-77" },
    ],
    { type_of_bill: "0131", revenue_code: "0450", procedure_code: "", place_of_service: "" },
    { claim_type: "dental", units: "", place_of_service: "" },
    { units: "abc", charge: "12.3.4", procedure_code: "ZZ" },
  ],
  finds: [
    ...["claim_id", "service_from", "place_of_service", "procedure_code", "units", "charge", "dob", "billing_npi"].map(
      (field) => ({ lines: [{ [field]: "" }], count: 1, message: new RegExp(`${field} is empty`) }),
    ),
    { lines: [{ patient_id: "" }], count: 1, message: /patient_id is empty/ },
    { lines: [{ patient_id: "", member_id: "" }], count: 1, message: /patient_id or member_id is empty/ },
    {
      lines: [
        { units: "", charge: "#N/A" },
        { line_number: "2", units: "None" },
      ],
      count: 3,
    },
    { lines: [{ dob: "" }, { line_number: "2", dob: "NULL" }], count: 1 },
    { lines: [{ type_of_bill: "0131", revenue_code: "" }], count: 1, message: /revenue_code/ },
    { lines: [{ type_of_bill: "0131", revenue_code: "0300", units: "" }], count: 1 },
  ],
});
