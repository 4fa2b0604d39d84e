import rule from "../../../src/rules/line/date-before-birth.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { service_from: "2026-05-01", dob: "2026-05-01" },
    { service_from: "2026-05-02", dob: "2026-05-01" },
    { service_from: "2026-03-02", dob: "1901-03-03" },
    { service_from: "2026-03-02", dob: "1899-12-30" },
  ],
  finds: [
    { lines: [{ service_from: "2026-04-30", dob: "2026-05-01" }], message: /before the date of birth 2026/ },
    { lines: [{ service_from: "2026-03-02", dob: "1901-03-02" }], message: /over 124 years/ },
    { dob: "1900-01-02" },
  ],
  skips: [{ dob: "" }, { dob: "1980-02-30" }],
});
