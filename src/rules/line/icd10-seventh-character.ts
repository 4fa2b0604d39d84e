import { optional } from "../../contract/dataset.ts";
import { lineRule } from "../../contract/rule.ts";
import icd10cm from "../../datasets/icd10cm.ts";
import { judgedDiagnoses } from "../../datasets/parts/icd10cm-verdict.ts";

export default lineRule({
  id: "icd10-seventh-character",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "7th character is missing or not allowed",
  why: "Injuries, fractures and some other conditions are coded with a 7th character; without a right one the code is invalid.",
  fix: "Take the character from the record: A for active treatment, D for routine healing, S for a late effect, or the family's own set.",
  repair: "never",
  sources: [
    "ICD-10-CM Official Guidelines, sections I.A.5 and I.C.19.a",
    "CMS/NCHS, ICD-10-CM order file FY2026 and tabular list FY2021",
  ],
  denial: { carc: ["CO-16", "CO-11"], rarc: ["M76"] },
  data: { codes: optional(icd10cm) },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["lineDiagnosis", "diagnosisVersion", "serviceTo"],
  message: "{code} {problem} (allowed here: {allowed})",

  check(line, { data, report }) {
    for (const { at, diagnosis, verdict } of judgedDiagnoses(line, data.codes, "seventh")) {
      const seventh = diagnosis.code.charAt(6);
      const problem = seventh === "" ? "has no 7th character" : `cannot have ${seventh} as its 7th character`;
      report(at, { code: diagnosis.dotted, problem, allowed: verdict.allowed.join(", ") });
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "S93.401A" },
      { diagnosis_1: "O36.8190" },
      { diagnosis_1: "E11.9" },
      { diagnosis_1: "E11.321", service_from: "2016-09-30" },
    ],
    finds: [{ diagnosis_1: "S93.401" }, { diagnosis_1: "O36.819A" }, { diagnosis_1: "S72.001Z" }],
  },
});
