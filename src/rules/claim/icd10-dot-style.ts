import { listedDiagnoses } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import { linesByDiagnosisList } from "../../model/claim.ts";

export default claimRule({
  id: "icd10-dot-style",
  severity: "info",
  tier: "T1",
  since: "0.1.0",
  summary: "Diagnoses of one claim are written with and without the dot",
  why: "Both are read, but a search or a join on the code finds only one of them; the 837 carries no dot.",
  fix: "Write all codes one way; reports of this program print the dot.",
  repair: "safe",
  sources: ["ASC X12N 837P (005010X222A1), 2300 HI01-2: the decimal point is not sent"],

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion"],
  message: "{code} is written without its dot, {other} with it",

  check({ lines }, { report }) {
    for (const line of linesByDiagnosisList(lines)) {
      // A category needs no dot and says nothing about the style.
      const long = listedDiagnoses(line).filter(({ diagnosis }) => diagnosis.code.length > 3);
      const dotted = long.find(({ diagnosis }) => diagnosis.text.includes("."));
      const plain = long.find(({ diagnosis }) => !diagnosis.text.includes("."));
      if (dotted === undefined || plain === undefined) continue;
      report(
        line,
        ["diagnoses", plain.slot],
        { code: plain.diagnosis.code, other: dotted.diagnosis.dotted },
        { suggestion: { safe: true, replacement: plain.diagnosis.dotted } },
      );
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "E11.9", diagnosis_2: "I10" },
      { diagnosis_1: "E119", diagnosis_2: "E785" },
    ],
    finds: [{ diagnosis_1: "E11.9", diagnosis_2: "E785" }],
  },
  notes: "Compared within a claim: claims of two systems in one file may each have a style of their own.",
});
