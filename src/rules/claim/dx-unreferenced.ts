import { isExternalCause } from "../../codes/icd10cm-lists.ts";
import { claimRule } from "../../contract/rule.ts";
import { linesByDiagnosisList, pointerPositions } from "../../model/claim.ts";

/** SV107 reaches no further. */
const LAST_POSITION = 12;

export default claimRule({
  id: "dx-unreferenced",
  severity: "info",
  defaultOff: true,
  tier: "T3",
  since: "0.1.0",
  summary: "Diagnosis that no line of the claim points to",
  why: "It takes no part in the payment of any line; sometimes the pointer was forgotten.",
  fix: "Point the line it explains to it, or leave it: conditions that were only considered may stand on the claim.",
  repair: "never",
  sources: ["ASC X12N 837P (005010X222A1), 2400 SV107", "NUCC 1500 instruction manual, item 24E"],
  forms: ["professional"],

  needs: ["diagnoses", "pointers"],
  message: "{code} (position {position}) is not linked to any line",

  check({ lines, size }, { report }) {
    const [list, other] = linesByDiagnosisList(lines);
    if (list === undefined || other !== undefined || lines.length < size) return;
    if (lines.some(({ pointers }) => pointers.some((pointer) => pointer?.ok === false))) return;
    const linked = new Set(lines.flatMap((line) => pointerPositions(line)));
    list.diagnoses.slice(0, LAST_POSITION).forEach((diagnosis, slot) => {
      if (!diagnosis?.ok || linked.has(slot + 1) || isExternalCause(diagnosis.code)) return;
      report(list, ["diagnoses", slot], { code: diagnosis.dotted, position: slot + 1 });
    });
  },

  examples: {
    passes: [
      { dx_pointer: "1,2" },
      [{ dx_pointer: "1" }, { line_number: "2", dx_pointer: "B" }],
      { diagnosis_1: "S61.412A", diagnosis_2: "W26.0XXA" },
      [{ dx_pointer: "1" }, { line_number: "2", dx_pointer: "" }],
    ],
    finds: [
      { dx_pointer: "1" },
      [{ diagnosis_3: "E78.5" }, { line_number: "2", diagnosis_3: "E78.5", dx_pointer: "3" }],
    ],
  },
  notes:
    "Off by default: chronic conditions that are listed for completeness or risk adjustment are right. Causes of an " +
    "injury are not counted.",
});
