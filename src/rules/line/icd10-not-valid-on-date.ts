import { lineRule } from "../../contract/rule.ts";
import icd10cm from "../../datasets/icd10cm.ts";
import { judgedDiagnoses, someCodes } from "../../datasets/parts/icd10cm-verdict.ts";
import { daysOf } from "../../model/claim.ts";
import { formatDate } from "../../model/dates.ts";

export default lineRule({
  id: "icd10-not-valid-on-date",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Diagnosis code was not in force on the date of service",
  why: "The code set of the date of service counts; a code that had ended, or was still to come, is rejected.",
  fix: "Code the diagnosis from the record with the code set of that date.",
  repair: "never",
  sources: [
    "ICD-10-CM Official Guidelines, introduction (effective dates)",
    "CMS/NCHS, ICD-10-CM order files and conversion table",
  ],
  denial: { carc: ["CO-146", "CO-16"], rarc: ["M76", "M84"] },
  data: { codes: icd10cm },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["lineDiagnosis", "diagnosisVersion", "serviceTo"],
  message: "{code} {validity}, not on {dos}{successors}",

  check(line, { data, report }) {
    for (const { at, diagnosis, verdict } of judgedDiagnoses(line, data.codes, "other date")) {
      const { span, successors } = verdict;
      const ended = span.to < daysOf(line.serviceFrom);
      report(at, {
        code: diagnosis.dotted,
        validity: ended ? `was valid until ${formatDate(span.to)}` : `is valid from ${formatDate(span.from)}`,
        dos: line.serviceFrom,
        successors: ended && successors.length > 0 ? `; its place took ${someCodes(successors)}` : "",
      });
    }
  },

  examples: {
    data: {
      codes: [
        { code: "M54.5", title: "Low back pain", to: "2021-09-30" },
        { code: "M54.5", header: true, from: "2021-10-01" },
        { code: "M54.50", title: "Low back pain, unspecified", from: "2021-10-01" },
        { code: "M54.51", title: "Vertebrogenic low back pain", from: "2021-10-01" },
        { code: "U07.1", title: "COVID-19", from: "2020-04-01" },
        { code: "Z99.9", title: "Made up", to: "2022-09-30", successors: ["U07.1"] },
        { code: "I10", title: "Essential (primary) hypertension" },
      ],
    },
    passes: [
      { diagnosis_1: "M54.5", service_from: "2021-09-30" },
      { diagnosis_1: "M54.50", service_from: "2021-10-01" },
      { diagnosis_1: "M54.5", service_from: "2022-10-01" },
      { diagnosis_1: "U07.1", service_from: "2020-04-01" },
      { diagnosis_1: "M54.99", service_from: "2021-10-01" },
    ],
    finds: [
      { diagnosis_1: "M54.5", service_from: "2021-10-01" },
      { diagnosis_1: "M54.50", service_from: "2021-09-30" },
      { diagnosis_1: "U07.1", service_from: "2020-03-31" },
      { diagnosis_1: "Z99.9", service_from: "2022-10-01" },
    ],
  },
  notes:
    "A code that became a heading is found here in the fiscal year of the change, and later as incomplete " +
    "(icd10-not-billable). On institutional claims a code that is right on the last day of the line is not flagged.",
});
