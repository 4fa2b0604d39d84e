import { isCounseledAdministration } from "../../codes/vaccine.ts";
import { lineRule, privately } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";
import { ageInYears } from "../../model/dates.ts";

const ADULT = 19;
/** Older than anybody billed: the birth date is wrong, not the code. */
const OLDEST = 120;

export default lineRule({
  id: "vaccine-counseling-age",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Vaccine administration with counseling for a patient of 19 or older",
  why: "90460 and 90461 are for patients through 18 years; for adults the line is denied.",
  fix: "Check the date of birth; for adults report 90471 for the first and 90472 for each further vaccine.",
  repair: "never",
  sources: ["CPT, immunization administration guidelines", "NCCI Policy Manual, chapter XI"],
  denial: { carc: ["CO-6", "CO-16"], rarc: ["N129"] },

  needs: ["procedure", "serviceFrom", "dob"],
  procedures: isCounseledAdministration,
  message: "{code} is for patients through 18 years; the patient is {age}",

  check(line, { report }) {
    const age = ageInYears(daysOf(line.dob), daysOf(line.serviceFrom));
    if (age < ADULT || age > OLDEST) return;
    report("procedure", { code: line.procedure.code, age: privately(String(age), line.dob) });
  },

  examples: {
    passes: [
      { procedure_code: "90460", dob: "2007-03-03" },
      { procedure_code: "90471", dob: "1980-04-12" },
    ],
    finds: [
      { procedure_code: "90460", dob: "2007-03-02" },
      { procedure_code: "90461", dob: "1980-04-12" },
    ],
    skips: [{ procedure_code: "90460", dob: "" }],
  },
});
