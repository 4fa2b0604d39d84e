import { lineRule } from "../../contract/rule.ts";
import icd10cm from "../../datasets/icd10cm.ts";
import { fiscalYear, judgedDiagnoses, someCodes } from "../../datasets/parts/icd10cm-verdict.ts";
import { daysOf } from "../../model/claim.ts";

export default lineRule({
  id: "icd10-unknown",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Diagnosis does not exist in ICD-10-CM",
  why: "A diagnosis outside the code set of the date of service is rejected; HIPAA allows no other.",
  fix: "Look for a slip of the key, or a character too many, and code the diagnosis from the record.",
  repair: "suggest",
  sources: ["45 CFR 162.1002", "CMS/NCHS, ICD-10-CM order file of the date of service"],
  denial: { carc: ["CO-146", "CO-16"], rarc: ["M76"] },
  data: { codes: icd10cm },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["lineDiagnosis", "diagnosisVersion", "serviceTo"],
  message: "{code} does not exist in ICD-10-CM of FY{year}{hint}",

  check(line, { data, report }) {
    for (const { at, diagnosis, verdict } of judgedDiagnoses(line, data.codes, "unknown")) {
      const { shorter } = verdict;
      const replacement = shorter === undefined ? undefined : someCodes([shorter]);
      const slots = {
        code: diagnosis.dotted,
        year: fiscalYear(daysOf(line.serviceFrom)),
        hint: replacement === undefined ? "" : `; ${replacement} is complete as it stands`,
      };
      report(at, slots, replacement === undefined ? {} : { suggestion: { safe: false, replacement } });
    }
  },

  examples: {
    data: {
      codes: [
        { code: "E11", header: true },
        { code: "E11.9", title: "Type 2 diabetes mellitus without complications" },
        { code: "I10", title: "Essential (primary) hypertension" },
        { code: "M54.5", title: "Low back pain", to: "2021-09-30" },
        { code: "W19.XXXA", title: "Unspecified fall, initial encounter" },
      ],
    },
    passes: [
      { diagnosis_1: "E11.9" },
      { diagnosis_1: "E11" },
      { diagnosis_1: "M54.5" },
      { diagnosis_1: "W19A" },
      { diagnosis_1: "250.00", diagnosis_2: "" },
    ],
    finds: [{ diagnosis_1: "E11.99" }, { diagnosis_1: "Z99.90" }],
  },
});
