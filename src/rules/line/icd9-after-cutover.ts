import { icdVersionOf, placedDiagnoses } from "../../codes/icd-version.ts";
import { ICD10CM_FIRST_DAY } from "../../codes/icd10cm-categories.ts";
import { lineRule } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";

export default lineRule({
  id: "icd9-after-cutover",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "ICD-9-CM diagnosis on a date of service since October 2015",
  why: "Since 2015-10-01 claims carry ICD-10-CM; an ICD-9-CM code is rejected.",
  fix: "Code the diagnosis from the record with ICD-10-CM. A crosswalk gives candidates, not the answer.",
  repair: "never",
  sources: ["45 CFR 162.1002(c)", "Medicare Claims Processing Manual, chapter 23, section 10"],
  doubt:
    "Some workers' compensation and auto insurers were not bound by HIPAA and took ICD-9-CM longer. A short V code (V70.0) may also be a transport accident of ICD-10-CM cut off before its 7th character.",
  denial: { carc: ["CO-146", "CO-16"], rarc: ["M76"] },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["lineDiagnosis", "diagnosisVersion"],
  message: "{code} reads as an ICD-9-CM code; the date of service {dos} takes ICD-10-CM",

  check(line, { report }) {
    if (daysOf(line.serviceFrom) < ICD10CM_FIRST_DAY) return;
    for (const { at, diagnosis } of placedDiagnoses(line)) {
      if (icdVersionOf(diagnosis, line.diagnosisVersion) === 9)
        report(at, { code: diagnosis.text, dos: line.serviceFrom });
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "E11.9" },
      { diagnosis_1: "250.00", service_from: "2015-09-30" },
      { diagnosis_1: "E109" },
      { diagnosis_1: "V72.3XXA" },
    ],
    finds: [
      { diagnosis_1: "250.00", service_from: "2024-05-06" },
      { diagnosis_1: "250.00", service_from: "2015-10-01" },
      { diagnosis_1: "V72.31", service_from: "2016-03-02" },
    ],
  },
});
