import rule from "../../../src/rules/claim/dx-poa-invalid.ts";
import { testRule } from "../harness.ts";

const inpatient = { type_of_bill: "0111", revenue_code: "0120", $payer: "medicare" };

testRule(rule, {
  passes: [
    { ...inpatient, poa_1: "Y", poa_2: "n" },
    { ...inpatient, poa_1: " U ", poa_2: "W" },
    { ...inpatient, poa_1: "", poa_2: "Y" },
    { ...inpatient, type_of_bill: "0131", poa_1: "X" },
  ],
  finds: [
    {
      lines: [{ ...inpatient, poa_1: "X" }],
      message: /^Present-on-admission indicator 1 is "X"$/,
      count: 1,
      severity: "error",
    },
    { lines: [{ ...inpatient, poa_1: "Y", poa_2: "1" }], message: /indicator 2 is "1"/, count: 1 },
    {
      lines: [
        { ...inpatient, poa_1: "X" },
        { ...inpatient, line_number: "2", poa_1: "X" },
      ],
      count: 1,
    },
    { lines: [{ ...inpatient, poa_1: "X", $payer: "commercial" }], severity: "info" },
  ],
  skips: [{ ...inpatient }],
});
