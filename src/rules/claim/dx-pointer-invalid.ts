import { pointerProblem, pointsWell } from "../../codes/pointer-problem.ts";
import { claimRule } from "../../contract/rule.ts";

export default claimRule({
  id: "dx-pointer-invalid",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Diagnosis pointer names no diagnosis of the claim",
  why: "The payer cannot tell which diagnosis the service was for, and rejects the line.",
  fix: "Point the line to the diagnosis that the record gives as the reason for the service.",
  repair: "suggest",
  sources: ["ASC X12N 837P (005010X222A1), 2400 SV107 (C004)", "NUCC 1500 instruction manual, items 21 and 24E"],
  denial: { carc: ["CO-16"], rarc: ["M76", "M64"] },
  forms: ["professional"],

  needs: [],
  reads: ["pointers", "diagnoses"],
  columns: ["pointers"],
  message: 'Pointer "{pointer}" {problem}',

  check({ lines }, { report }) {
    const doubtful = lines.filter((line) => !pointsWell(line));
    if (doubtful.length === 0) return;
    // 837P has one list per claim, whichever of its lines an export writes it on.
    const filled = new Set(lines.flatMap(({ diagnoses }) => diagnoses.flatMap((d, slot) => (d ? [slot + 1] : []))));
    for (const line of doubtful) {
      const before: number[] = [];
      line.pointers.forEach((pointer, slot) => {
        if (pointer === undefined) return;
        const found = pointerProblem(pointer, before, filled);
        before.push(...pointer.positions);
        if (found === undefined) return;
        const { problem, severity, replacement } = found;
        report(
          line,
          ["pointers", slot],
          { pointer: pointer.text, problem },
          { ...(severity && { severity }), ...(replacement && { suggestion: { safe: false, replacement } }) },
        );
      });
    }
  },

  examples: {
    passes: [
      { dx_pointer: "2" },
      { dx_pointer: "A" },
      { dx_pointer: "1:2" },
      { dx_pointer: "ab" },
      { dx_pointer: "1", dx_pointer_2: "2" },
      [{}, { line_number: "2", diagnosis_1: "", diagnosis_2: "", dx_pointer: "2" }],
    ],
    finds: [
      { dx_pointer: "3" },
      { dx_pointer: "0" },
      { dx_pointer: "1,2,3,4,5", diagnosis_3: "E78.5", diagnosis_4: "Z79.84", diagnosis_5: "K21.9" },
      { dx_pointer: "1,1" },
      { dx_pointer: "M" },
      { dx_pointer: "12" },
    ],
  },
  notes: `A pointer \`0\` often means that the export counts from zero: then every pointer of the file is one too low. A
number such as 123 has usually lost its commas in a spreadsheet; where its digits are positions of the claim, they are
offered as the replacement. Cells that a spreadsheet has turned into a date are \`file-date-mangled-code\`.`,
});
