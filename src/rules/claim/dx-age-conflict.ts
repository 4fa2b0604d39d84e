import { diagnosisAge } from "../../codes/icd10cm-lists.ts";
import { listedDiagnoses, mentions } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import { daysOf, linesByDiagnosisList } from "../../model/claim.ts";
import { ageInYears } from "../../model/dates.ts";

export default claimRule({
  id: "dx-age-conflict",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Diagnosis does not fit the patient's age",
  why: "Payers deny it, and often it shows a wrong date of birth or another patient's claim.",
  fix: "Check the date of birth, then the code: examinations and body mass index have codes of their own by age.",
  repair: "never",
  sources: [
    "Medicare Code Editor, edit 4 (age conflict): newborn 0, pediatric 0 to 17, maternity 9 to 64, adult 15 to 124",
    "ICD-10-CM tabular list, note at Z68",
  ],
  denial: { carc: ["CO-9", "CO-6"] },

  needs: ["diagnoses", "dob", "serviceFrom"],
  reads: ["admissionDate", "diagnosisVersion"],
  message: "{code} is for {group}; the patient, born {dob}, is {age}",

  check({ lines }, { report }) {
    if (!mentions(lines, diagnosisAge)) return;
    for (const line of linesByDiagnosisList(lines)) {
      const age = ageInYears(daysOf(line.dob), line.admissionDate?.days ?? daysOf(line.serviceFrom));
      // Before the birth: date-before-birth. Nobody is so old: a placeholder.
      if (age < 0 || age > 124) continue;
      const conflicts = listedDiagnoses(line).flatMap(({ slot, diagnosis }) => {
        const fits = diagnosisAge(diagnosis.code);
        return fits === undefined || (fits.from <= age && age <= fits.to) ? [] : [{ slot, diagnosis, fits }];
      });
      const [first, ...others] = conflicts;
      if (first === undefined) continue;
      report(
        line,
        ["diagnoses", first.slot],
        {
          code: first.diagnosis.dotted,
          group: first.fits.group,
          dob: line.dob,
          age: { text: String(age), privacy: line.dob.privacy },
        },
        { related: others.map(({ slot }) => ({ line, at: ["diagnoses", slot], label: "nor does this one fit" })) },
      );
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "Z38.00", dob: "2026-03-01" },
      { diagnosis_1: "Z00.00", dob: "2011-03-02" },
      { diagnosis_1: "Z00.129", dob: "2008-03-03" },
      { diagnosis_1: "O80", dob: "1961-03-03" },
      { diagnosis_1: "Q21.0", diagnosis_2: "P07.30", dob: "1980-04-12" },
    ],
    finds: [
      { diagnosis_1: "Z38.00", dob: "2023-03-01" },
      { diagnosis_1: "Z00.129", dob: "2001-03-02" },
      { diagnosis_1: "Z00.00", dob: "2011-03-03" },
      { diagnosis_1: "O80", dob: "2018-05-01" },
      { diagnosis_1: "Z68.35", dob: "2008-05-01" },
    ],
  },
  notes: `One finding for a list of diagnoses. Only codes that say an age themselves are compared: perinatal (P) and
congenital (Q) codes are right at any age. The age is that on the admission date, else on the first date of service.`,
});
