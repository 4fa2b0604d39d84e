import { icdVersionOf, placedDiagnoses } from "../../codes/icd-version.ts";
import { ICD10CM_FIRST_DAY } from "../../codes/icd10cm-categories.ts";
import { lineRule } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";

export default lineRule({
  id: "icd10-before-cutover",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "ICD-10-CM diagnosis on a date of service before October 2015",
  why: "Until 2015-09-30 claims carried ICD-9-CM; the date of service decides, not the date of the claim.",
  fix: "Check the date of service, or code the diagnosis with ICD-9-CM.",
  repair: "never",
  sources: ["45 CFR 162.1002(b) and (c)", "Medicare Claims Processing Manual, chapter 23, section 10"],
  denial: { carc: ["CO-146"] },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["lineDiagnosis", "diagnosisVersion", "serviceTo", "dischargeDate"],
  message: "{code} is an ICD-10-CM code; the date of service {dos} takes ICD-9-CM",

  check(line, { report }) {
    // An inpatient stay is coded by the set of the discharge day.
    const inpatientEnd = line.form === "institutional" ? (line.dischargeDate?.days ?? line.serviceTo?.days) : undefined;
    if ((inpatientEnd ?? daysOf(line.serviceFrom)) >= ICD10CM_FIRST_DAY) return;
    for (const { at, diagnosis } of placedDiagnoses(line)) {
      if (icdVersionOf(diagnosis, line.diagnosisVersion) === 10)
        report(at, { code: diagnosis.dotted, dos: line.serviceFrom });
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "I10", diagnosis_2: "", service_from: "2015-10-01" },
      { diagnosis_1: "401.9", diagnosis_2: "V70.0", service_from: "2015-09-30" },
      {
        diagnosis_1: "E11.9",
        service_from: "2015-09-28",
        service_to: "2015-10-02",
        type_of_bill: "111",
      },
    ],
    finds: [
      { diagnosis_1: "E11.9", service_from: "2015-09-30" },
      { diagnosis_1: "I10", service_from: "2014-03-02" },
    ],
  },
});
