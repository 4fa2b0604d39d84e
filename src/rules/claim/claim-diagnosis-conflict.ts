import { claimRule, type LineView } from "../../contract/rule.ts";
import { linesByDiagnosisList } from "../../model/claim.ts";
import { fieldName } from "../../model/columns.ts";

type Line = LineView<"diagnoses", "pointers" | "patientId" | "memberId">;

export default claimRule({
  id: "claim-diagnosis-conflict",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Lines of one claim carry different diagnosis lists",
  why: "A claim has one list, and the pointers of all lines count in it; with two lists some lines point to the wrong diagnosis.",
  fix: "Put all diagnoses of the claim into one list, repeat it on every line and adjust the pointers.",
  repair: "never",
  sources: ["ASC X12N 837P (005010X222A1), 2300 HI and 2400 SV107", "NUCC 1500 instruction manual, items 21 and 24E"],
  denial: { carc: ["CO-16"], rarc: ["N379", "M76"] },
  forms: ["professional"],

  needs: ["diagnoses", "pointers"],
  reads: ["patientId", "memberId"],
  message: "{field} differs within the claim: {first} and {other}",

  check({ lines }, { report }) {
    // Lines of two patients under one claim number: claim-header-conflict.
    const patient = (line: Line) => (line.patientId ?? line.memberId)?.trimmed.toUpperCase();
    if (new Set(lines.map(patient).filter((id) => id !== undefined)).size > 1) return;
    const [first, other] = linesByDiagnosisList(lines);
    if (first === undefined || other === undefined) return;
    const longer = first.diagnoses.length > other.diagnoses.length ? first.diagnoses : other.diagnoses;
    const slot = longer.findIndex((_, i) => first.diagnoses[i]?.code !== other.diagnoses[i]?.code);
    // Two lists that differ in nothing but empty positions at their ends are one.
    if (slot < 0) return;
    const show = (line: Line) => line.diagnoses[slot]?.dotted || line.diagnoses[slot]?.code || "nothing";
    const slots = { field: fieldName("diagnoses", slot), first: show(first), other: show(other) };
    report(other, ["diagnoses", slot], slots, {
      related: [{ line: first, at: ["diagnoses", slot], label: "the other list" }],
    });
  },

  examples: {
    passes: [
      [{}, { line_number: "2", dx_pointer: "2" }],
      [{}, { line_number: "2", diagnosis_1: "e119", diagnosis_2: "I10 " }],
      [{}, { line_number: "2", diagnosis_1: "", diagnosis_2: "" }],
      [{ dx_pointer: "" }, { line_number: "2", dx_pointer: "", diagnosis_1: "E78.5" }],
    ],
    finds: [
      [{}, { line_number: "2", diagnosis_2: "E78.5" }],
      [{}, { line_number: "2", diagnosis_1: "I10", diagnosis_2: "E11.9" }],
    ],
  },
  doubt:
    "Some exports write each line's own diagnoses, with pointers that count in them; their list has to be joined first.",
  notes:
    "Lines without a diagnosis or without a pointer are left out: their columns may hold the diagnoses of the line.",
});
