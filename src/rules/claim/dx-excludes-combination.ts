import { combinationConflict, mayConflict } from "../../codes/icd10cm-combinations.ts";
import { listedDiagnoses, mentions } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import { daysOf, linesByDiagnosisList } from "../../model/claim.ts";

export default claimRule({
  id: "dx-excludes-combination",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Two diagnoses that contradict each other or have a combination code",
  why: "Payers edit for these pairs, and the claim is returned or denied as wrongly coded.",
  fix: "Check the record and use the combination code, or leave out the code that does not apply.",
  repair: "never",
  sources: [
    "ICD-10-CM Official Guidelines, sections I.B.9 (combination codes), I.C.4.a, I.C.9.a, I.C.15.a and b, I.C.21.c.4",
  ],
  doubt:
    "The guidelines presume the link of hypertension to heart failure and kidney disease; where the provider has documented another cause, the two codes are right.",
  denial: { carc: ["CO-11", "CO-16"], rarc: ["M64"] },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion"],
  message: "{code} with {other}: {advice} (guideline {source})",

  check({ lines }, { report }) {
    if (!mentions(lines, mayConflict)) return;
    for (const line of linesByDiagnosisList(lines)) {
      const listed = listedDiagnoses(line);
      const told = new Set<string>();
      for (const { slot, diagnosis } of listed) {
        if (!mayConflict(diagnosis.code) || told.has(diagnosis.code)) continue;
        for (const other of listed) {
          const found = combinationConflict(diagnosis.code, other.diagnosis.code, daysOf(line.serviceFrom));
          if (found === undefined) continue;
          told.add(diagnosis.code);
          report(
            line,
            ["diagnoses", slot],
            { code: diagnosis.dotted, other: other.diagnosis.dotted, advice: found.advice, source: found.source },
            { related: [{ line, at: ["diagnoses", other.slot], label: "the other diagnosis" }] },
          );
          break;
        }
      }
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "I12.9", diagnosis_2: "N18.4" },
      { diagnosis_1: "I11.0", diagnosis_2: "I50.32" },
      { diagnosis_1: "E11.22", diagnosis_2: "N18.4" },
      { diagnosis_1: "I10", diagnosis_2: "I16.0" },
      { diagnosis_1: "E11.9", diagnosis_2: "E11.9" },
    ],
    finds: [
      { diagnosis_1: "I10", diagnosis_2: "N18.4" },
      { diagnosis_1: "I50.9", diagnosis_2: "I10" },
      { diagnosis_1: "E11.9", diagnosis_2: "E11.22" },
      { diagnosis_1: "O24.410", diagnosis_2: "Z34.82" },
    ],
  },
});
