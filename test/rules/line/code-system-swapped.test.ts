import rule from "../../../src/rules/line/code-system-swapped.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "J1100" },
    { procedure_code: "50242-040-62" },
    { diagnosis_1: "44054006" },
    { diagnosis_1: "5A11" },
    { diagnosis_1: "20610", service_from: "2015-09-30" },
    { diagnosis_1: "J1100" },
  ],
  finds: [
    { lines: [{ procedure_code: "E11.9", diagnosis_1: "99213" }], count: 2 },
    { lines: [{ procedure_code: "250.00" }], message: /ICD-9-CM diagnosis/, count: 1 },
    {
      lines: [{ diagnosis_1: "20610", service_from: "2015-10-01" }],
      message: /CPT procedure code or an ICD-9-CM/,
      count: 1,
    },
    { lines: [{ diagnosis_1: "I10", diagnosis_2: "G2211" }], message: /HCPCS/, count: 1 },
    { lines: [{ diagnosis_1: "99213", service_from: "2026-03-02" }], severity: "error" },
    { diagnosis_1: "0SRD0JZ" },
  ],
});
