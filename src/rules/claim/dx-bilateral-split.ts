import { listedDiagnoses } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import icd10cm from "../../datasets/icd10cm.ts";
import { someCodes } from "../../datasets/parts/icd10cm-verdict.ts";
import { daysOf, linesByDiagnosisList } from "../../model/claim.ts";

export default claimRule({
  id: "dx-bilateral-split",
  severity: "info",
  tier: "T3",
  since: "0.1.0",
  summary: "Right and left are coded apart although a bilateral code exists",
  why: "Where the condition is on both sides the classification wants its bilateral code; payers edit for the pair.",
  fix: "Use the bilateral code. After one side has been treated, its own code is no longer right, and the other stays.",
  repair: "suggest",
  sources: ["ICD-10-CM Official Guidelines, section I.B.13 (laterality)"],
  denial: { carc: ["CO-16"], rarc: ["M64"] },
  data: { codes: icd10cm },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion"],
  message: "{right} and {left} are the two sides of {bilateral}",

  check({ lines }, { data, report }) {
    const told = new Set<string>();
    for (const line of linesByDiagnosisList(lines)) {
      const listed = listedDiagnoses(line);
      for (const later of listed) {
        const { right, left, bilateral } = data.codes.sides(later.diagnosis.code);
        if (right === undefined || left === undefined || bilateral === undefined || told.has(bilateral)) continue;
        if (data.codes.statusOn(bilateral, daysOf(line.serviceFrom)).status !== "billable") continue;
        const other = later.diagnosis.code === right ? left : later.diagnosis.code === left ? right : undefined;
        const earlier = listed.find(({ slot, diagnosis }) => slot < later.slot && diagnosis.code === other);
        if (earlier === undefined) continue;
        told.add(bilateral);
        const [r, l, replacement] = [right, left, bilateral].map((code) => someCodes([code])) as [
          string,
          string,
          string,
        ];
        const related = [{ line, at: ["diagnoses", earlier.slot] as const, label: "the other side" }];
        report(line, ["diagnoses", later.slot], { right: r, left: l, bilateral: replacement }, { related });
      }
    }
  },

  examples: {
    data: {
      codes: [
        { code: "M17.0", title: "Bilateral primary osteoarthritis of knee" },
        { code: "M17.11", title: "Unilateral primary osteoarthritis, right knee" },
        { code: "M17.12", title: "Unilateral primary osteoarthritis, left knee" },
        { code: "M25.561", title: "Pain in right knee" },
        { code: "M25.562", title: "Pain in left knee" },
      ],
    },
    passes: [
      { diagnosis_1: "M17.0" },
      { diagnosis_1: "M25.561", diagnosis_2: "M25.562" },
      { diagnosis_1: "M17.11", diagnosis_2: "M25.562" },
    ],
    finds: [{ diagnosis_1: "M17.11", diagnosis_2: "M17.12" }],
  },
});
