import rule from "../../../src/rules/line/vaccine-counseling-age.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "90460", dob: "2026-03-02" },
    { procedure_code: "90461", dob: "2007-03-03" },
    { procedure_code: "90460", dob: "1900-01-01" },
    { procedure_code: "90460", dob: "2027-01-01" },
    { procedure_code: "90480", dob: "1950-01-01" },
  ],
  finds: [
    { lines: [{ procedure_code: "90461", dob: "2007-03-02" }], message: /the patient is 19/, severity: "error" },
    { lines: [{ procedure_code: "90460", dob: "1955-01-01" }], message: /90460/ },
  ],
  skips: [{ procedure_code: "90460", dob: "13/45/2000" }],
});
