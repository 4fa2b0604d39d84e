import { isAftercareNotForInjury, isInjury } from "../../codes/icd10cm-lists.ts";
import { listedDiagnoses, mentions } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import { linesByDiagnosisList } from "../../model/claim.ts";

export default claimRule({
  id: "dx-aftercare-with-injury",
  severity: "info",
  tier: "T3",
  since: "0.1.0",
  summary: "Aftercare Z code beside an injury",
  why: "Aftercare of an injury is the injury's own code with its 7th character for subsequent encounters.",
  fix: "Leave the Z code out and give the injury code D, or the letter for healing of a fracture.",
  repair: "never",
  sources: ["ICD-10-CM Official Guidelines, sections I.C.21.c.7 and I.C.19.a"],
  doubt: "The aftercare may be for another condition than the injury.",
  denial: { carc: ["CO-11"] },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion"],
  message: "{code} is not for aftercare of an injury; {injury} with its 7th character says it",

  check({ lines }, { report }) {
    if (!mentions(lines, isAftercareNotForInjury)) return;
    for (const line of linesByDiagnosisList(lines)) {
      const listed = listedDiagnoses(line);
      const aftercare = listed.find(({ diagnosis }) => isAftercareNotForInjury(diagnosis.code));
      const injury = listed.find(({ diagnosis }) => isInjury(diagnosis.code));
      if (aftercare === undefined || injury === undefined) continue;
      report(
        line,
        ["diagnoses", aftercare.slot],
        { code: aftercare.diagnosis.dotted, injury: injury.diagnosis.dotted },
        { related: [{ line, at: ["diagnoses", injury.slot], label: "the injury" }] },
      );
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "S82.201D", diagnosis_2: "" },
      { diagnosis_1: "Z47.1", diagnosis_2: "Z96.641" },
      { diagnosis_1: "Z47.89", diagnosis_2: "T84.84XA" },
      { diagnosis_1: "Z47.89", diagnosis_2: "S82.201S" },
    ],
    finds: [
      { diagnosis_1: "Z47.89", diagnosis_2: "S82.201A" },
      { diagnosis_1: "Z48.02", diagnosis_2: "S61.412D" },
    ],
  },
});
