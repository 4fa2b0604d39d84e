import rule from "../../../src/rules/line/icd10-unknown.ts";
import { testRule } from "../harness.ts";

testRule(
  rule,
  {
    passes: [
      { diagnosis_1: "E11.9" },
      { diagnosis_1: "e119" },
      // A heading, a code of another time, a shifted or a wrong 7th character: found by the rules for these.
      { diagnosis_1: "E11" },
      { diagnosis_1: "R05", service_from: "2022-10-01" },
      { diagnosis_1: "R05.9", service_from: "2021-09-30" },
      { diagnosis_1: "W19A" },
      { diagnosis_1: "W19.XXXB" },
      // No ICD-10-CM code at all, or one of ICD-9-CM.
      { diagnosis_1: "E17.9" },
      { diagnosis_1: "250.00" },
      { diagnosis_1: "V70.0" },
      { diagnosis_1: "V45.81" },
      // Inpatient stay over the turn of the year: the code of the day of discharge.
      {
        diagnosis_1: "E1A.9",
        service_from: "2025-09-28",
        service_to: "2025-10-02",
        type_of_bill: "111",
        revenue_code: "0120",
      },
    ],
    finds: [
      {
        lines: [{ diagnosis_1: "E11.99" }],
        message: /^E11\.99 does not exist in ICD-10-CM of FY2026; E11\.9 is complete as it stands$/,
      },
      {
        lines: [{ diagnosis_1: "Z99.90", service_from: "2025-09-30" }],
        message: /^Z99\.90 does not exist in ICD-10-CM of FY2025$/,
      },
      { lines: [{ diagnosis_2: "I10.0" }], message: /I10 is complete/, count: 1 },
      { lines: [{ line_diagnosis: "I10.0" }], count: 1 },
      { diagnosis_1: "Q9999", type_of_bill: "111", revenue_code: "0120", service_to: "2026-03-05" },
    ],
    skips: [{ diagnosis_1: "", diagnosis_2: "" }, { service_from: "" }],
  },
  {
    codes: [
      { code: "E11", header: true },
      { code: "E11.9" },
      { code: "I10" },
      { code: "R05", to: "2021-09-30" },
      { code: "R05", header: true, from: "2021-10-01" },
      { code: "R05.9", from: "2021-10-01" },
      { code: "W19.XXXA" },
      { code: "E1A.9", from: "2025-10-01" },
    ],
  },
);

testRule(rule, { skips: [{ diagnosis_1: "E11.99" }] }, {});
