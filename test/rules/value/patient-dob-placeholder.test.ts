import rule from "../../../src/rules/value/patient-dob-placeholder.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [{ dob: "1901-01-02" }, { dob: "2000-01-01" }, { dob: "" }, { dob: "1900-13-01" }, { dob: "9999-12-31" }],
  finds: [
    { lines: [{ dob: "1900-01-01" }], message: /1900-01-01 looks like a default/, severity: "warning", count: 1 },
    { dob: "1899-12-31" },
    { dob: "1901-01-01" },
    { dob: "01/01/1900" },
  ],
});
