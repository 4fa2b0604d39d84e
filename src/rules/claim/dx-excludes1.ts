import { combinationConflict } from "../../codes/icd10cm-combinations.ts";
import { listedDiagnoses } from "../../codes/listed.ts";
import { optional } from "../../contract/dataset.ts";
import { claimRule } from "../../contract/rule.ts";
import icd10cm, { type Icd10cm } from "../../datasets/icd10cm.ts";
import icd10cmTabular, { type Instruction } from "../../datasets/icd10cm-tabular.ts";
import { daysOf, linesByDiagnosisList } from "../../model/claim.ts";

/** A condition of the right eye and another of the left are two conditions. */
function onOtherSides(a: string, b: string, codes: Icd10cm | undefined): boolean {
  const [one, other] = [codes?.sideOf(a), codes?.sideOf(b)];
  return one !== undefined && other !== undefined && one !== other;
}

/** A note on a whole block or chapter keeps its own codes apart from a family, often by one example of it. */
const isOfBlock = ({ at }: Instruction): boolean => at.includes("-");

/** `radiculitis NOS (M54.1-)` on the block of nerve disorders: back pain beside a carpal tunnel is no conflict. */
const provesNothing = (note: Instruction): boolean => isOfBlock(note) && /\bNOS\b/.test(note.text);

export default claimRule({
  id: "dx-excludes1",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Two diagnoses that an Excludes1 note keeps apart",
  why: "Excludes1 says that the two are not coded together; payers edit for it and return the claim.",
  fix: "Leave out the code that the note rules out, unless the record shows two conditions that have nothing to do with each other.",
  repair: "never",
  sources: [
    "ICD-10-CM Official Guidelines, section I.A.12.a (Excludes1, and its exception for unrelated conditions)",
    "CDC/NCHS, ICD-10-CM tabular list of the date of service",
  ],
  doubt: "Whether the two conditions are unrelated, which the guideline excepts, is not to be seen on a claim.",
  denial: { carc: ["CO-11", "CO-16"], rarc: ["M64"] },
  data: { notes: icd10cmTabular, codes: optional(icd10cm) },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion"],
  message: "{code} and {other} are not coded together (Excludes1 at {place})",

  check({ lines }, { data, report }) {
    const told = new Set<string>();
    for (const line of linesByDiagnosisList(lines)) {
      const on = daysOf(line.serviceFrom);
      const listed = listedDiagnoses(line);
      listed.forEach((later, i) => {
        for (const earlier of listed.slice(0, i)) {
          const [a, b] = [earlier.diagnosis.code, later.diagnosis.code];
          const note = a === b ? undefined : data.notes.excludes1(a, b, on);
          if (note === undefined || provesNothing(note) || told.has(`${a} ${b}`) || onOtherSides(a, b, data.codes))
            continue;
          told.add(`${a} ${b}`);
          // The built-in combinations say which of the two is wrong: dx-excludes-combination.
          if (combinationConflict(a, b, on) ?? combinationConflict(b, a, on)) continue;
          const slots = { code: earlier.diagnosis.dotted, other: later.diagnosis.dotted, place: note.at };
          const related = [{ line, at: ["diagnoses", earlier.slot] as const, label: "the other diagnosis" }];
          report(line, ["diagnoses", later.slot], slots, { related, ...(isOfBlock(note) && { severity: "info" }) });
        }
      });
    }
  },

  examples: {
    data: {
      notes: {
        F32: { excludes1: ["bipolar disorder (F31.-)", "recurrent depressive disorder (F33.-)"] },
        E10: { excludes1: ["type 2 diabetes mellitus (E11.-)"] },
      },
    },
    passes: [
      { diagnosis_1: "E11.9", diagnosis_2: "E78.5" },
      { diagnosis_1: "E11.9", diagnosis_2: "E10.9" },
    ],
    finds: [
      { diagnosis_1: "F32.A", diagnosis_2: "F33.1" },
      { diagnosis_1: "F31.9", diagnosis_2: "I10", diagnosis_3: "F32.1" },
    ],
  },
});
