import { isPreventiveVisit } from "../../codes/cpt.ts";
import { preventiveBand, preventiveCodeFor } from "../../codes/preventive.ts";
import { lineRule, privately } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";
import { ageInYears } from "../../model/dates.ts";

/** Older than anybody billed: the birth date is wrong, not the code. */
const OLDEST = 120;

export default lineRule({
  id: "preventive-age-band",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Preventive visit code of another age group",
  why: "Each preventive visit code is for one age group; the payer compares it with the date of birth and denies.",
  fix: "Check the date of birth, then use the code of the patient's age on the day of the visit.",
  repair: "suggest",
  sources: ["CPT, preventive medicine services: age groups of 99381–99397"],
  denial: { carc: ["CO-6", "CO-16"], rarc: ["N129"] },

  needs: ["procedure", "serviceFrom", "dob"],
  procedures: (code) => isPreventiveVisit(code) && preventiveBand(code) !== undefined,
  message: "{code} is for {band}; the patient is {age}, which makes it {instead}",

  check(line, { report }) {
    const age = ageInYears(daysOf(line.dob), daysOf(line.serviceFrom));
    const band = preventiveBand(line.procedure);
    const instead = preventiveCodeFor(line.procedure, age);
    // Born after the visit: date-before-birth.
    if (band === undefined || instead === undefined || age < 0 || age > OLDEST || band.holds(age)) return;
    report(
      "procedure",
      {
        code: line.procedure.code,
        band: band.text,
        age: privately(String(age), line.dob),
        instead: privately(instead, line.dob),
      },
      { suggestion: { safe: false, replacement: instead } },
    );
  },

  examples: {
    passes: [
      { procedure_code: "99396", dob: "1961-03-03" },
      { procedure_code: "99397", dob: "1961-03-02" },
      { procedure_code: "99391", dob: "2025-03-03" },
      { procedure_code: "99392", dob: "2025-03-02" },
    ],
    finds: [
      { procedure_code: "99396", dob: "1959-01-15" },
      { procedure_code: "99391", dob: "2022-07-01" },
    ],
    skips: [{ procedure_code: "99396", dob: "" }],
  },
});
