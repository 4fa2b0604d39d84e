import rule from "../../../src/rules/history/vaccine-admin-missing.ts";
import { testRule } from "../harness.ts";

const bill = (...codes: string[]) => codes.map((procedure_code, i) => ({ procedure_code, line_number: String(i + 1) }));

testRule(rule, {
  passes: [
    bill("90662", "G0008"),
    bill("91320", "90480"),
    bill("91300", "0001A"),
    bill("90460", "90707"),
    bill("90380", "96372"),
    bill("90473", "90672"),
    bill("90586", "51720"),
    bill("90690"),
    bill("90375", "96372"),
    [{ procedure_code: "90686", place_of_service: "01" }],
    [{ procedure_code: "90686", frequency: "8" }],
    [
      { procedure_code: "90686" },
      { procedure_code: "90471", claim_id: "H", type_of_bill: "131", revenue_code: "0771" },
    ],
    [{ procedure_code: "90686", type_of_bill: "131", revenue_code: "0636" }],
    [{ procedure_code: "90686" }, { procedure_code: "90471", claim_id: "B", rendering_npi: "2123456784" }],
  ],
  finds: [
    { lines: bill("90686", "99213"), message: /90686/, severity: "warning", count: 1 },
    { lines: bill("90707", "90716", "99392"), count: 1 },
    { lines: bill("90686", "96372"), count: 1 },
    { lines: bill("Q2037"), count: 1 },
    { lines: bill("91320"), count: 1 },
    { lines: [{ procedure_code: "90686", payer: "Medicaid" }], severity: "info" },
    {
      lines: [{ procedure_code: "90686" }, { procedure_code: "90471", service_from: "2026-03-03" }],
      count: 1,
    },
  ],
  skips: [{ procedure_code: "90686", patient_id: "" }],
});
