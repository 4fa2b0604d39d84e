import rule from "../../../src/rules/claim/dx-required.ts";
import { testRule } from "../harness.ts";

const none = { diagnosis_1: "", diagnosis_2: "" };

testRule(rule, {
  passes: [
    { diagnosis_1: "", diagnosis_2: "Z23" },
    { ...none, diagnosis_12: "I10" },
    [none, { line_number: "2", diagnosis_1: "I10" }],
    // Something stands there; what is wrong with it has rules of its own.
    { ...none, diagnosis_1: "99213" },
    { ...none, diagnosis_1: "1.00E+11" },
    { ...none, line_diagnosis: "I10" },
    { ...none, procedure_code: "A0425" },
    [
      { ...none, procedure_code: "A0429" },
      { ...none, line_number: "2", procedure_code: "A0425" },
    ],
    { ...none, claim_type: "dental", procedure_code: "D0120" },
    { ...none, claim_type: "rx" },
  ],
  finds: [
    { lines: [none], message: /^The claim has no diagnosis$/, count: 1, severity: "error" },
    { lines: [none, { ...none, line_number: "2" }], count: 1 },
    {
      lines: [{ ...none, claim_id: "A" }, { ...none, claim_id: "B" }, { claim_id: "C" }],
      count: 2,
    },
    { diagnosis_1: "NULL", diagnosis_2: "0" },
    { ...none, type_of_bill: "0131", revenue_code: "0510" },
    // Not all of it is transport.
    [
      { ...none, procedure_code: "A0429" },
      { ...none, line_number: "2", procedure_code: "99213" },
    ],
    { ...none, procedure_code: "3044F" },
  ],
  skips: [{ $csv: "claim_id,service_from,procedure_code,units,charge,line_dx\nA,2026-03-02,99213,1,125.00,\n" }],
});
