import { explainsBodyMassIndex, isBodyMassIndex } from "../../codes/icd10cm-lists.ts";
import { firstListed, listedDiagnoses, mentions } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import { linesByDiagnosisList } from "../../model/claim.ts";

/** Medicare's obesity counselling takes the index alone (NCD 210.12). */
const COUNSELLING = new Set(["G0447", "G0473"]);

export default claimRule({
  id: "dx-bmi-alone",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Body mass index without a diagnosis of weight or nutrition",
  why: "The index only adds to a condition that the provider has diagnosed; alone it supports nothing, and audits take it back.",
  fix: "Add the diagnosis the provider documented (overweight, obesity, malnutrition); without one leave the index out.",
  repair: "never",
  sources: ["ICD-10-CM Official Guidelines, sections I.B.14 and I.C.21.c.3"],
  denial: { carc: ["CO-16"], rarc: ["M64"] },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion", "procedure"],
  message: "{code} needs a diagnosis of weight or nutrition from the provider; the claim has none",

  check({ lines }, { report }) {
    if (!mentions(lines, isBodyMassIndex)) return;
    if (lines.some(({ procedure }) => COUNSELLING.has(procedure?.code ?? ""))) return;
    for (const line of linesByDiagnosisList(lines)) {
      const listed = listedDiagnoses(line);
      // First-listed: dx-secondary-only.
      const first = firstListed(line);
      const index = listed.find(({ diagnosis }) => isBodyMassIndex(diagnosis.code));
      if (first === undefined || index === undefined || index.slot === first.slot) continue;
      if (listed.length < line.diagnoses.filter((d) => d !== undefined).length) continue;
      if (listed.some(({ diagnosis }) => explainsBodyMassIndex(diagnosis.code))) continue;
      report(line, ["diagnoses", index.slot], { code: index.diagnosis.dotted });
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "E66.01", diagnosis_2: "Z68.41" },
      { diagnosis_1: "Z00.129", diagnosis_2: "Z68.52", dob: "2018-05-01" },
      { diagnosis_1: "I10", diagnosis_2: "Z68.41", procedure_code: "G0447" },
      { diagnosis_1: "E44.0", diagnosis_2: "Z68.1" },
    ],
    finds: [
      { diagnosis_1: "I10", diagnosis_2: "Z68.41" },
      { diagnosis_1: "M17.11", diagnosis_2: "Z68.36" },
    ],
  },
  notes: `Examinations (Z00, Z01, Z02) and counselling on food or exercise (Z71.3, Z71.82) count as a reason, as quality
programs ask for the index there.`,
});
