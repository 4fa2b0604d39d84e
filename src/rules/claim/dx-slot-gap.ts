import { claimRule } from "../../contract/rule.ts";
import { linesByDiagnosisList } from "../../model/claim.ts";

export default claimRule({
  id: "dx-slot-gap",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Empty diagnosis position before a filled one",
  why: "The claim carries no empty positions: when the list closes up, the pointers of the lines name other diagnoses.",
  fix: "Close the gap and change the pointers with it.",
  repair: "suggest",
  sources: ["ASC X12N 837P (005010X222A1), 2300 HI", "NUCC 1500 instruction manual, item 21"],
  denial: { carc: ["CO-16"], rarc: ["M76"] },

  needs: ["diagnoses"],
  message: "Diagnosis {blank} is empty and diagnosis {filled} is not",

  check({ lines }, { report }) {
    for (const line of linesByDiagnosisList(lines)) {
      const blank = line.diagnoses.indexOf(undefined);
      const filled = line.diagnoses.findIndex((d, slot) => d !== undefined && slot > blank);
      if (blank < 0 || filled < 0) continue;
      report(line, ["diagnoses", blank], { blank: blank + 1, filled: filled + 1 });
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "E11.9", diagnosis_2: "I10", diagnosis_3: "", diagnosis_4: "" },
      { diagnosis_1: "E11.9", diagnosis_2: "" },
    ],
    finds: [
      { diagnosis_1: "", diagnosis_2: "E11.9", dx_pointer: "2" },
      { diagnosis_1: "E11.9", diagnosis_2: "N/A", diagnosis_3: "I10" },
    ],
  },
});
