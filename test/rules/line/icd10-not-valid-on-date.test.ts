import rule from "../../../src/rules/line/icd10-not-valid-on-date.ts";
import { testRule } from "../harness.ts";

const INPATIENT = { type_of_bill: "111", revenue_code: "0120" };

testRule(
  rule,
  {
    passes: [
      { diagnosis_1: "M54.5", service_from: "2021-09-30" },
      { diagnosis_1: "M54.50", service_from: "2021-10-01" },
      { diagnosis_1: "Z28.310", service_from: "2022-04-01" },
      { diagnosis_1: "I10" },
      { diagnosis_1: "I10.0" },
      // A year after the change it is a heading like any other.
      { diagnosis_1: "M54.5", service_from: "2022-10-01" },
      // A stay over the turn of the year takes the codes of the day of discharge.
      { diagnosis_1: "M54.50", service_from: "2021-09-28", service_to: "2021-10-01", ...INPATIENT },
    ],
    finds: [
      {
        lines: [{ diagnosis_1: "M54.5", service_from: "2021-10-01" }],
        message: /^M54\.5 was valid until 2021-09-30, not on 2021-10-01; its place took M54\.50, M54\.59$/,
      },
      { lines: [{ diagnosis_1: "M54.5", service_from: "2022-09-30" }], count: 1 },
      {
        lines: [{ diagnosis_1: "M54.50", service_from: "2021-09-30" }],
        message: /^M54\.50 is valid from 2021-10-01, not on 2021-09-30$/,
      },
      { lines: [{ diagnosis_1: "Z28.310", service_from: "2022-03-31" }], message: /is valid from 2022-04-01/ },
      { lines: [{ diagnosis_1: "R05.0", service_from: "2023-01-01" }], message: /; its place took R05\.9$/ },
      { lines: [{ diagnosis_1: "M54.5", service_from: "2021-10-02", service_to: "2021-10-05", ...INPATIENT }] },
      // A code that came, went and came again.
      { lines: [{ diagnosis_1: "R99.9", service_from: "2019-01-01" }], message: /was valid until 2018-09-30/ },
    ],
    skips: [{ diagnosis_1: "", diagnosis_2: "" }],
  },
  {
    codes: [
      { code: "M54.5", to: "2021-09-30" },
      { code: "M54.5", header: true, from: "2021-10-01" },
      { code: "M54.50", from: "2021-10-01" },
      { code: "M54.59", from: "2021-10-01" },
      { code: "Z28.310", from: "2022-04-01" },
      { code: "R05.0", to: "2021-09-30", successors: ["R05.9", "R05.8"] },
      { code: "R05.9", from: "2021-10-01" },
      { code: "I10" },
      { code: "R99.9", to: "2018-09-30" },
      { code: "R99.9", from: "2019-10-01" },
    ],
  },
);

testRule(rule, { skips: [{ diagnosis_1: "M54.5" }] }, {});
