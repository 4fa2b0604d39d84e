import { isManifestation, isSecondaryOnly } from "../../codes/icd10cm-lists.ts";
import { listedDiagnoses } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import icd10cmTabular from "../../datasets/icd10cm-tabular.ts";
import { askedFor, isNamed, isUnmet, underlyingNote } from "../../datasets/parts/code-first.ts";
import { daysOf, linesByDiagnosisList } from "../../model/claim.ts";

export default claimRule({
  id: "dx-code-first-missing",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Diagnosis with a code-first note, and nothing of the note before it",
  why: "The classification wants the underlying condition first; without it the claim is returned or denied.",
  fix: "Add the underlying condition from the record, or move it before this diagnosis.",
  repair: "never",
  sources: [
    "ICD-10-CM Official Guidelines, sections I.A.13 (etiology and manifestation) and I.A.17 (code first)",
    "CDC/NCHS, ICD-10-CM tabular list of the date of service",
  ],
  denial: { carc: ["CO-16"], rarc: ["M64", "M76"] },
  data: { notes: icd10cmTabular },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion"],
  message: '{code} has a note at {place} to code first "{note}"; {found}',

  check({ lines }, { data, report }) {
    const told = new Set<string>();
    for (const line of linesByDiagnosisList(lines)) {
      const listed = listedDiagnoses(line);
      for (const [i, { slot, diagnosis }] of listed.entries()) {
        const { code } = diagnosis;
        // First-listed ones of these are found by dx-manifestation-first and dx-secondary-only.
        if (told.has(code) || (i === 0 && (isManifestation(code) || isSecondaryOnly(code)))) continue;
        const asked = underlyingNote(data.notes.codeFirst(code, daysOf(line.serviceFrom)));
        const others = (some: typeof listed) => some.map((each) => each.diagnosis).filter((each) => each.code !== code);
        if (asked === undefined || !isUnmet(asked.note, others(listed.slice(0, i)))) continue;
        told.add(code);
        const { note, always } = asked;
        const later = others(listed.slice(i + 1)).find((each) => isNamed(note, each));
        const found = later === undefined ? "none is before it" : `${later.dotted} stands after it`;
        const slots = { code: diagnosis.dotted, place: note.at, note: askedFor(note), found };
        report(line, ["diagnoses", slot], slots, always ? {} : { severity: "info" });
      }
    }
  },

  examples: {
    data: {
      notes: {
        "D63.1": { codeFirst: ["underlying chronic kidney disease (CKD) (N18.-)"] },
        L97: { codeFirst: ["any associated underlying condition, such as:", "diabetic ulcers (E11.621, E11.622)"] },
        I50: { codeFirst: ["heart failure due to hypertension (I11.0)"] },
      },
    },
    passes: [
      { diagnosis_1: "N18.4", diagnosis_2: "D63.1" },
      { diagnosis_1: "E11.621", diagnosis_2: "L97.419" },
      { diagnosis_1: "I50.9" },
      // First-listed manifestation: dx-manifestation-first.
      { diagnosis_1: "D63.1", diagnosis_2: "N18.4" },
    ],
    finds: [
      { diagnosis_1: "I10", diagnosis_2: "D63.1" },
      { diagnosis_1: "I10", diagnosis_2: "D63.1", diagnosis_3: "N18.4" },
      { diagnosis_1: "L97.419", diagnosis_2: "" },
    ],
  },
  notes:
    "Not flagged: notes that hold only `if applicable` or `if known`, notes without codes, and lists of conditions " +
    "that would come first if the patient had them.",
});
