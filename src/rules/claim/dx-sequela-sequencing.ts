import { isSecondaryOnly, isSequela } from "../../codes/icd10cm-lists.ts";
import { firstListed, mentions } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import { linesByDiagnosisList } from "../../model/claim.ts";

export default claimRule({
  id: "dx-sequela-sequencing",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Sequela code is first-listed",
  why: "The code says what an old injury or infection has led to something; what that is has to come first.",
  fix: "List the residual condition first (the scar, the contracture, the pain) and the sequela code after it.",
  repair: "never",
  sources: ["ICD-10-CM Official Guidelines, sections I.B.10 and I.C.19.a", "ICD-10-CM tabular list, notes at B90-B94"],
  denial: { carc: ["CO-16"], rarc: ["M76"] },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion"],
  message: "{code} is a sequela code; the residual condition comes before it",

  check({ lines }, { report }) {
    if (!mentions(lines, isSequela)) return;
    for (const line of linesByDiagnosisList(lines)) {
      const first = firstListed(line);
      // Adverse effects and underdosing are dx-secondary-only, whatever their 7th character.
      if (first === undefined || !isSequela(first.diagnosis.code) || isSecondaryOnly(first.diagnosis.code)) continue;
      report(line, ["diagnoses", first.slot], { code: first.diagnosis.dotted });
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "M24.531", diagnosis_2: "S52.501S" },
      { diagnosis_1: "I69.351", diagnosis_2: "" },
      { diagnosis_1: "S52.501D", diagnosis_2: "" },
    ],
    finds: [
      { diagnosis_1: "S52.501S", diagnosis_2: "" },
      { diagnosis_1: "T25.321S", diagnosis_2: "L90.5" },
      { diagnosis_1: "B94.8", diagnosis_2: "R53.83" },
    ],
  },
  notes: "I69 and other codes that name the residual condition themselves may be first.",
});
