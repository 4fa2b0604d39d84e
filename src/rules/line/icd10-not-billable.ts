import { optional } from "../../contract/dataset.ts";
import { lineRule } from "../../contract/rule.ts";
import icd10cm from "../../datasets/icd10cm.ts";
import { judgedDiagnoses, someCodes } from "../../datasets/parts/icd10cm-verdict.ts";

export default lineRule({
  id: "icd10-not-billable",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Diagnosis is a category that needs more characters",
  why: "Payers take a diagnosis only at its highest level of detail; a category heading is rejected as incomplete.",
  fix: "Choose the full code from the record; do not fill it with `unspecified` to make it pass.",
  repair: "suggest",
  sources: [
    "ICD-10-CM Official Guidelines, section I.B.2 (highest number of characters)",
    "CMS/NCHS, ICD-10-CM order files FY2021 to FY2026",
  ],
  denial: { carc: ["CO-16", "CO-11"], rarc: ["M76", "M81"] },
  data: { codes: optional(icd10cm) },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["lineDiagnosis", "diagnosisVersion", "serviceTo"],
  message: "{code} is the heading of a category on {dos} and needs more characters{choices}",

  check(line, { data, report }) {
    for (const { at, diagnosis, verdict } of judgedDiagnoses(line, data.codes, "heading")) {
      const { choices } = verdict;
      const [only] = choices;
      const slots = {
        code: diagnosis.dotted,
        dos: line.serviceFrom,
        choices: choices.length === 0 ? "" : `: ${someCodes(choices)}`,
      };
      const suggestion = { safe: false, replacement: someCodes(choices) };
      report(at, slots, only !== undefined && choices.length === 1 ? { suggestion } : {});
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "I10" },
      { diagnosis_1: "Z23" },
      { diagnosis_1: "E11.9" },
      { diagnosis_1: "R05", service_from: "2021-09-30" },
    ],
    finds: [{ diagnosis_1: "E11" }, { diagnosis_1: "R05", service_from: "2021-10-01" }, { diagnosis_2: "M54" }],
  },
  notes:
    "Without the ICD-10-CM file only three-character headings are known. With 3 characters alone a code is complete " +
    "in about one category of nine. With the file every heading is known, and the complete codes below it are named.",
});
