import { claimRule } from "../../contract/rule.ts";
import { linesByDiagnosisList } from "../../model/claim.ts";

export default claimRule({
  id: "dx-duplicate",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Same diagnosis twice on one claim",
  why: "Each ICD-10-CM code is reported once per encounter; payers' front ends reject the repeat.",
  fix: "Remove the second one and move the pointers that name it to the first.",
  repair: "suggest",
  sources: [
    "ICD-10-CM Official Guidelines, section I.B.12",
    "Medicare Code Editor, edit 3 (duplicate of principal diagnosis)",
  ],
  denial: { carc: ["CO-16"], rarc: ["M64"] },

  needs: ["diagnoses"],
  message: "{code} stands in positions {first} and {second}",

  check(claim, { report }) {
    for (const line of linesByDiagnosisList(claim.lines)) {
      const seen = new Map<string, number>();
      line.diagnoses.forEach((diagnosis, slot) => {
        if (!diagnosis?.ok) return;
        const first = seen.get(diagnosis.code);
        if (first === undefined) seen.set(diagnosis.code, slot);
        else report(line, ["diagnoses", slot], { code: diagnosis.dotted, first: first + 1, second: slot + 1 });
      });
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "S52.501A", diagnosis_2: "S52.502A" },
      { diagnosis_1: "E11.9", diagnosis_2: "E11.65" },
    ],
    finds: [
      { diagnosis_1: "E11.9", diagnosis_2: "E11.9" },
      { diagnosis_1: "I10", diagnosis_2: "E78.5", diagnosis_3: "i10 " },
    ],
  },
});
