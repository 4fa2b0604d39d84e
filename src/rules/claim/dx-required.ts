import { isAmbulance } from "../../codes/hcpcs.ts";
import { claimRule } from "../../contract/rule.ts";

export default claimRule({
  id: "dx-required",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Claim has no diagnosis",
  why: "A claim without a diagnosis is not processed: the payer cannot see why the service was needed.",
  fix: "Code the reason for the encounter from the record; it may be a symptom or a Z code.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 23, section 10",
    "ASC X12N 837P (005010X222A1) and 837I (005010X223A2), 2300 HI",
  ],
  denial: { carc: ["CO-16"], rarc: ["M76", "MA63"] },
  forms: ["professional", "institutional"],

  needs: [],
  reads: ["diagnoses", "lineDiagnosis", "procedure"],
  columns: ["diagnoses"],
  message: "The claim has no diagnosis",

  check({ lines }, { report }) {
    if (lines.some((line) => line.lineDiagnosis || line.diagnoses.some((d) => d !== undefined))) return;
    if (lines.every(({ procedure }) => procedure?.ok && isAmbulance(procedure))) return;
    report(lines[0]!, ["diagnoses", 0], {});
  },

  examples: {
    passes: [
      { diagnosis_1: "", diagnosis_2: "Z23" },
      [{}, { line_number: "2", diagnosis_1: "", diagnosis_2: "" }],
      { diagnosis_1: "99213", diagnosis_2: "" },
      { diagnosis_1: "", diagnosis_2: "", line_diagnosis: "E11.9" },
      { diagnosis_1: "", diagnosis_2: "", procedure_code: "A0429" },
      { diagnosis_1: "", diagnosis_2: "", claim_type: "dental" },
    ],
    finds: [
      { diagnosis_1: "", diagnosis_2: "" },
      { diagnosis_1: "NULL", diagnosis_2: "N/A" },
      [
        { diagnosis_1: "", diagnosis_2: "" },
        { line_number: "2", diagnosis_1: "", diagnosis_2: "" },
      ],
    ],
  },
  notes: `One finding a claim; a diagnosis on any of its lines is enough. A cell that holds something which is no diagnosis
counts as one here, as other rules say what is wrong with it. Claims of nothing but ambulance services are left out:
Medicare asks for a diagnosis on them too, other payers differ.`,
});
