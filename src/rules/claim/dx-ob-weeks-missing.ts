import { isOfPregnancy, isWeekOfPregnancy } from "../../codes/icd10cm-lists.ts";
import { listedDiagnoses, mentions } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import { linesByDiagnosisList } from "../../model/claim.ts";

export default claimRule({
  id: "dx-ob-weeks-missing",
  severity: "info",
  tier: "T3",
  since: "0.1.0",
  summary: "Pregnancy code without the week of pregnancy",
  why: "Chapter 15 asks for the week (Z3A) beside its codes; payers use it for prenatal and delivery edits.",
  fix: "Add the Z3A code of the date of service where the record gives the week.",
  repair: "never",
  sources: ["ICD-10-CM Official Guidelines, section I.C.21.c.11", "ICD-10-CM tabular list, note at chapter 15"],
  doubt: "The note says: if known. A laboratory or radiology claim may not know it.",
  denial: { carc: ["CO-16"], rarc: ["M64"] },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion"],
  message: "{code} stands without the week of pregnancy (Z3A.-)",

  check({ lines }, { report }) {
    if (!mentions(lines, isOfPregnancy)) return;
    for (const line of linesByDiagnosisList(lines)) {
      const listed = listedDiagnoses(line);
      const pregnancy = listed.find(({ diagnosis }) => isOfPregnancy(diagnosis.code));
      if (pregnancy === undefined || listed.some(({ diagnosis }) => isWeekOfPregnancy(diagnosis.code))) continue;
      report(line, ["diagnoses", pregnancy.slot], { code: pregnancy.diagnosis.dotted });
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "O24.410", diagnosis_2: "Z3A.32" },
      { diagnosis_1: "O03.9", diagnosis_2: "" },
      { diagnosis_1: "O90.81", diagnosis_2: "" },
      { diagnosis_1: "Z34.82", diagnosis_2: "" },
      { diagnosis_1: "O24.430", diagnosis_2: "" },
    ],
    finds: [
      { diagnosis_1: "O24.410", diagnosis_2: "" },
      { diagnosis_1: "O80", diagnosis_2: "Z37.0" },
    ],
  },
  notes:
    "Abortive outcomes (O00 to O08), termination and everything after the birth need no week. Z3A in the first position is " +
    "`dx-secondary-only`.",
});
