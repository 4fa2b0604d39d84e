import { lineRule } from "../../contract/rule.ts";
import { ageInYears, day } from "../../model/dates.ts";

/** Defaults that systems write for an unknown date: `patient-dob-placeholder` names them. */
const PLACEHOLDERS: ReadonlySet<number> = new Set([day("1899-12-30"), day("1899-12-31"), day("1900-01-01")]);
const OLDEST = 124;

export default lineRule({
  id: "date-before-birth",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Service before the patient's birth, or at an age over 124",
  why: "The payer denies a service on a date on which the patient was not born yet, and an age outside 0 to 124.",
  fix: "Check the date of birth against the payer's record; look for swapped columns and the wrong century.",
  repair: "never",
  sources: ["Medicare Code Editor, edit 14 (invalid age: 0 to 124 years)"],
  denial: { carc: ["CO-14", "CO-16"], rarc: ["N329"] },

  needs: ["serviceFrom", "dob"],
  message: "Service on {dos} {problem} {dob}",

  check({ serviceFrom, dob }, { report }) {
    const slots = { dos: serviceFrom, dob };
    if (serviceFrom.days! < dob.days!) report("serviceFrom", { ...slots, problem: "is before the date of birth" });
    else if (ageInYears(dob.days!, serviceFrom.days!) > OLDEST && !PLACEHOLDERS.has(dob.days!))
      report("dob", { ...slots, problem: "is over 124 years after the date of birth" });
  },

  examples: {
    passes: [
      { service_from: "2026-03-02", dob: "2026-03-02" },
      { service_from: "2026-03-02", dob: "1930-02-02" },
      { service_from: "2026-03-02", dob: "1901-03-03" },
      { service_from: "2026-03-02", dob: "1900-01-01" },
    ],
    finds: [
      { service_from: "2026-04-30", dob: "2026-05-01" },
      { service_from: "2026-03-02", dob: "1901-03-02" },
      { service_from: "2026-03-02", dob: "1890-01-01" },
    ],
  },
  notes: "A service on the day of birth is a newborn's and right. 1900-01-01 is left to `patient-dob-placeholder`.",
});
