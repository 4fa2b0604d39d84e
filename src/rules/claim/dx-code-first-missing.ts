import { isManifestation, isSecondaryOnly } from "../../codes/icd10cm-lists.ts";
import { type Listed, listedDiagnoses } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import icd10cmTabular, { type Instruction, inRange } from "../../datasets/icd10cm-tabular.ts";
import { daysOf, linesByDiagnosisList } from "../../model/claim.ts";

/**
 * Notes that always hold. Many others list what comes first where the patient has it (heart failure: hypertension,
 * delivery, surgery) without saying so; they prove nothing.
 */
const ALWAYS = /^(?:the )?(?:underlying|neoplasm|associated physical)/i;
const WHERE_THERE_IS_ONE = /^any (?:associated )?underlying/i;

/** Nothing before the code can be what the note asks for. Where the note gives examples, any other code may be it. */
function isUnmet({ ranges, open }: Instruction, before: readonly Listed[]): boolean {
  if (open) return before.length === 0;
  return !before.some(({ diagnosis }) => ranges.some((range) => inRange(diagnosis.code, range)));
}

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
        const before = listed.slice(0, i).filter((other) => other.diagnosis.code !== code);
        const note = data.notes
          .codeFirst(code, daysOf(line.serviceFrom))
          ?.find((each) => !each.conditional && (ALWAYS.test(each.text) || WHERE_THERE_IS_ONE.test(each.text)));
        if (note === undefined || !isUnmet(note, before)) continue;
        told.add(code);
        const later = listed
          .slice(i + 1)
          .find((other) => note.ranges.some((range) => inRange(other.diagnosis.code, range)));
        const found = later === undefined ? "none is before it" : `${later.diagnosis.dotted} stands after it`;
        const text = note.text.replace(/[;:,]? such as.*$/is, "").slice(0, 80);
        const slots = { code: diagnosis.dotted, place: note.at, note: text, found };
        report(line, ["diagnoses", slot], slots, WHERE_THERE_IS_ONE.test(note.text) ? { severity: "info" } : {});
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
