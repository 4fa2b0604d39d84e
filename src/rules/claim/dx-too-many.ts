import { claimRule } from "../../contract/rule.ts";
import { type ClaimForm, linesByDiagnosisList } from "../../model/claim.ts";

/** Columns are counted up to 25, all that 837I carries (the principal diagnosis and 24 others). */
const MOST: Readonly<Partial<Record<ClaimForm, number>>> = { professional: 12, dental: 4 };

export default claimRule({
  id: "dx-too-many",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "More diagnoses than the claim form carries",
  why: "The claim cannot be sent with them: the front end rejects it, or cuts the list and leaves pointers without a target.",
  fix: "Leave out diagnoses that no line points to, or split the claim by its pointers.",
  repair: "never",
  sources: [
    "ASC X12N 837P (005010X222A1), 2300 HI: 12 codes",
    "NUCC 1500 instruction manual, item 21",
    "ASC X12N 837D (005010X224A2), 2300 HI: 4 codes",
  ],
  denial: { carc: ["CO-16"], rarc: ["M76"] },
  forms: ["professional", "dental"],

  needs: ["diagnoses"],
  message: "{count} diagnoses; a {form} claim carries {most}",

  check({ lines }, { report }) {
    for (const line of linesByDiagnosisList(lines)) {
      const most = MOST[line.form];
      if (most === undefined || line.diagnoses.length <= most) continue;
      const filled = line.diagnoses.flatMap((d, slot) => (d === undefined ? [] : [slot]));
      if (filled.length <= most) continue;
      report(line, ["diagnoses", filled[most]!], { count: filled.length, form: line.form, most });
    }
  },

  examples: {
    passes: [{ diagnosis_12: "Z79.84" }, { claim_type: "institutional", diagnosis_1: "I10", diagnosis_25: "Z79.84" }],
    finds: [
      {
        diagnosis_3: "E78.5",
        diagnosis_4: "K21.9",
        diagnosis_5: "M54.50",
        diagnosis_6: "J30.9",
        diagnosis_7: "N40.0",
        diagnosis_8: "F41.1",
        diagnosis_9: "G47.33",
        diagnosis_10: "E55.9",
        diagnosis_11: "R73.03",
        diagnosis_12: "Z79.84",
        diagnosis_13: "Z87.891",
      },
    ],
  },
  notes: "More than four pointers on a line are `dx-pointer-invalid`.",
});
