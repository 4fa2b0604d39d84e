import { isSecondaryOnly } from "../../codes/icd10cm-lists.ts";
import { firstListed, mentions } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import { linesByDiagnosisList } from "../../model/claim.ts";

export default claimRule({
  id: "dx-secondary-only",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "First-listed diagnosis is a code that only adds to another one",
  why: "The code does not say why the patient was seen, so payers do not take it as the first or only diagnosis.",
  fix: "List the condition it belongs to first: the infection, the tumour, the effect of the drug, the weight problem, the pregnancy.",
  repair: "never",
  sources: [
    "ICD-10-CM Official Guidelines, sections I.A.17, I.B.14, I.C.1.b, I.C.18.e, I.C.19.e.5, I.C.21.c.3 and I.C.21.c.11",
    "Medicare Code Editor, edit 9 (unacceptable principal diagnosis), inpatient",
  ],
  denial: { carc: ["CO-16", "CO-11"], rarc: ["MA63", "M76"] },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion"],
  message: "{code} cannot be first-listed; it is an additional code",

  check({ lines }, { report }) {
    if (!mentions(lines, isSecondaryOnly)) return;
    for (const line of linesByDiagnosisList(lines)) {
      const first = firstListed(line);
      if (first === undefined || !isSecondaryOnly(first.diagnosis.code)) continue;
      report(line, ["diagnoses", first.slot], { code: first.diagnosis.dotted });
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "E66.01", diagnosis_2: "Z68.35" },
      { diagnosis_1: "I10", diagnosis_2: "T46.4X6A" },
      { diagnosis_1: "T46.4X1A", diagnosis_2: "" },
      { diagnosis_1: "Z79.01", diagnosis_2: "" },
      { diagnosis_1: "Z93.3", diagnosis_2: "" },
    ],
    finds: [
      { diagnosis_1: "Z68.35", diagnosis_2: "E66.01" },
      { diagnosis_1: "T46.4X6A", diagnosis_2: "I10" },
      { diagnosis_1: "B96.20", diagnosis_2: "N39.0" },
      { diagnosis_1: "Z3A.32", diagnosis_2: "O24.410" },
    ],
  },
  notes: `Only codes that no setting takes first. The Medicare Code Editor has some two thousand more (history, status and
social codes); it is for inpatient claims, and suppliers, laboratories and surveillance visits rightly list those first.
External causes are \`dx-external-cause-first\`, manifestations \`dx-manifestation-first\`.`,
});
