import { valueRule } from "../../contract/rule.ts";
import { day } from "../../model/dates.ts";

/** The zero dates of spreadsheets, of databases and of registration forms. Nobody alive was born before 1905. */
const PLACEHOLDERS = new Set(["1899-12-30", "1899-12-31", "1900-01-01", "1901-01-01"].map(day));

export default valueRule({
  id: "patient-dob-placeholder",
  severity: "warning",
  tier: "T3",
  since: "0.1.0",
  summary: "Date of birth that a system puts in when none is known",
  why: "The payer matches the patient by name and date of birth; with a default date the patient is not found.",
  fix: "Ask for the date of birth and correct the registration.",
  repair: "never",
  sources: ["Data quality: zero dates of Excel and of SQL databases", "CARC 31 (patient cannot be identified)"],
  denial: { carc: ["CO-31", "CO-16"], rarc: ["N329"] },

  on: ["dob"],
  message: "Date of birth {dob} looks like a default",

  check(value, { report }) {
    if (value.days !== undefined && PLACEHOLDERS.has(value.days)) report({ dob: value });
  },

  examples: {
    passes: [{ dob: "1900-01-02" }, { dob: "1970-01-01" }, { dob: "1925-12-31" }],
    finds: [{ dob: "1900-01-01" }, { dob: "1899-12-30" }],
  },
  notes:
    "1970-01-01 is a real birthday of some patients and not flagged; impossible dates are `date-invalid` and `date-before-birth`.",
});
