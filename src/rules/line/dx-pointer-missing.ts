import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "dx-pointer-missing",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Line names no diagnosis although the claim has several",
  why: "The payer cannot tell which diagnosis the service was for, and rejects the line.",
  fix: "Point the line to the diagnosis that the record gives as the reason for the service.",
  repair: "suggest",
  sources: ["ASC X12N 837P (005010X222A1), 2400 SV107", "NUCC 1500 instruction manual, item 24E"],
  denial: { carc: ["CO-16"], rarc: ["M76"] },
  forms: ["professional"],

  needs: ["diagnoses"],
  reads: ["pointers", "lineDiagnosis"],
  columns: ["pointers"],
  message: "The line has no diagnosis pointer; the claim has {count} diagnoses",

  check(line, { report }) {
    if (line.lineDiagnosis || line.pointers.some((pointer) => pointer !== undefined)) return;
    const count = line.diagnoses.filter((d) => d !== undefined).length;
    if (count > 1) report("pointers", { count });
  },

  examples: {
    passes: [{ dx_pointer: "1" }, { dx_pointer: "", diagnosis_1: "E11.9", diagnosis_2: "" }],
    finds: [{ dx_pointer: "", diagnosis_1: "E11.9", diagnosis_2: "I10", diagnosis_3: "E78.5" }],
  },
});
