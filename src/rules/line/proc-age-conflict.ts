import { ageProblem, hasAgeBand } from "../../codes/procedure-age.ts";
import { lineRule, privately } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";
import { ageInYears } from "../../model/dates.ts";

export default lineRule({
  id: "proc-age-conflict",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Procedure code for another age than the patient's",
  why: "The code is defined by an age; payers deny it for a patient outside that age.",
  fix: "Check the date of birth and the date of service; the code's sibling for the other age is often the right one.",
  repair: "never",
  sources: ["CPT, code definitions with an age limit", "CMS, Integrated Outpatient Code Editor, age conflict edit"],
  denial: { carc: ["CO-6"], rarc: ["N129"] },

  needs: ["procedure", "dob", "serviceFrom"],
  procedures: (code) => hasAgeBand(code.code),
  message: "{code} is {how} {band}; the patient was {age} on {date}",

  check({ procedure: { code }, dob, serviceFrom }, { report }) {
    const [birth, on] = [daysOf(dob), daysOf(serviceFrom)];
    // Born after the service: date-before-birth.
    if (on < birth) return;
    const problem = ageProblem(code, birth, on);
    if (problem === undefined) return;
    const years = ageInYears(birth, on);
    const age = years < 2 ? `${on - birth} days old` : `${years} years old`;
    const slots = { code, band: problem.band, age: privately(age, dob), date: serviceFrom };
    if (problem.advisory) report("procedure", { ...slots, how: "usually for" }, { severity: "info" });
    else report("procedure", { ...slots, how: "for" });
  },

  examples: {
    passes: [
      { procedure_code: "42820", dob: "2014-03-03", service_from: "2026-03-02" },
      { procedure_code: "42821", dob: "2014-03-02", service_from: "2026-03-02" },
      { procedure_code: "36556", dob: "1986-01-01" },
    ],
    finds: [
      { procedure_code: "42820", dob: "2014-03-02", service_from: "2026-03-02" },
      { procedure_code: "36555", dob: "1986-01-01" },
    ],
    skips: [{ procedure_code: "42820", dob: "" }],
  },
  notes: "Preventive visits are `preventive-age-band`. Screening mammography under 35 is information only.",
});
