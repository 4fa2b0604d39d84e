import { listedDiagnoses } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import icd10cm from "../../datasets/icd10cm.ts";
import { someCodes } from "../../datasets/parts/icd10cm-verdict.ts";
import { daysOf, linesByDiagnosisList } from "../../model/claim.ts";

/** An emergency department sees a patient once, often before anybody knows more. */
const EMERGENCY = "23";

export default claimRule({
  id: "dx-unspecified",
  severity: "info",
  tier: "T1",
  since: "0.1.0",
  summary: "Diagnosis leaves the side of the body open although codes for each side exist",
  why: "The side is nearly always in the record; some payers deny the unspecified code, others ask for records.",
  fix: "Take the side from the record. The unspecified code is right only where the record does not say it.",
  repair: "never",
  sources: [
    "ICD-10-CM Official Guidelines, sections I.B.13 (laterality) and I.B.18 (unspecified codes)",
    "Medicare Code Editor, edit 20 (unspecified code)",
  ],
  denial: { carc: ["CO-16", "CO-11"], rarc: ["M81", "N657"] },
  data: { codes: icd10cm },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion", "placeOfService"],
  message: "{code} leaves the side of the body open; {others} name it",

  check({ lines }, { data, report }) {
    if (lines.some((line) => line.placeOfService?.code === EMERGENCY)) return;
    const told = new Set<string>();
    for (const line of linesByDiagnosisList(lines)) {
      const on = daysOf(line.serviceFrom);
      for (const { slot, diagnosis } of listedDiagnoses(line)) {
        const { code, dotted } = diagnosis;
        if (told.has(code) || data.codes.sideOf(code) !== "unspecified") continue;
        const { right, left, bilateral } = data.codes.sides(code);
        const others = [right, left, bilateral].filter(
          (each) => each !== undefined && data.codes.statusOn(each, on).status === "billable",
        );
        if (others.length === 0) continue;
        told.add(code);
        report(line, ["diagnoses", slot], { code: dotted, others: someCodes(others as string[]) });
      }
    }
  },

  examples: {
    data: {
      codes: [
        { code: "M25.561", title: "Pain in right knee" },
        { code: "M25.562", title: "Pain in left knee" },
        { code: "M25.569", title: "Pain in unspecified knee" },
        { code: "J18.9", title: "Pneumonia, unspecified organism" },
      ],
    },
    passes: [{ diagnosis_1: "M25.561" }, { diagnosis_1: "J18.9" }, { diagnosis_1: "M25.569", place_of_service: "23" }],
    finds: [{ diagnosis_1: "M25.569" }, { diagnosis_1: "I10", diagnosis_2: "M25.569" }],
  },
  notes:
    "Only the side of the body is looked at. Whether the record could say more about an organism, a type or a stage " +
    "is not to be seen on a claim. Visits to an emergency department are not flagged.",
});
