import { optional } from "../../contract/dataset.ts";
import { lineRule } from "../../contract/rule.ts";
import icd10cm from "../../datasets/icd10cm.ts";
import { judgedDiagnoses } from "../../datasets/parts/icd10cm-verdict.ts";

export default lineRule({
  id: "icd10-placeholder-x",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "7th character stands too early, without the placeholder X",
  why: "The character for the encounter counts only in position 7; earlier it makes a code that does not exist.",
  fix: "Fill the positions up to the sixth with X, if the record holds no more detail to code there.",
  repair: "suggest",
  sources: ["ICD-10-CM Official Guidelines, sections I.A.4 (placeholder) and I.A.5 (7th characters)"],
  denial: { carc: ["CO-16"], rarc: ["M76", "M64"] },
  data: { codes: optional(icd10cm) },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["lineDiagnosis", "diagnosisVersion", "serviceTo"],
  message: "{code} has its 7th character in position {position}; with the placeholder X it reads {candidate}",

  check(line, { data, report }) {
    for (const { at, diagnosis, verdict } of judgedDiagnoses(line, data.codes, "placeholder")) {
      const { candidate } = verdict;
      const slots = { code: diagnosis.dotted, position: diagnosis.code.length, candidate };
      report(at, slots, { suggestion: { safe: false, replacement: candidate } });
    }
  },

  examples: {
    passes: [{ diagnosis_1: "W19.XXXA" }, { diagnosis_1: "T78.40XA" }, { diagnosis_1: "S93.401" }],
    finds: [{ diagnosis_1: "W19A" }, { diagnosis_1: "T78.2A" }],
  },
  doubt:
    "Without the ICD-10-CM file: where a subcategory needs more detail before its 7th character, the reading with X is not a code either.",
});
