import { isSurgery } from "../../codes/cpt.ts";
import { includesGuidance, isImagingGuidance } from "../../codes/imaging-guidance.ts";
import { sameNcciProvider } from "../../codes/ncci.ts";
import { optional } from "../../contract/dataset.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, type EncounterColumn } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", EncounterColumn | "claimId" | "modifiers">;

/** Said to be for something else. */
const SEPARATE = new Set(["59", "XE", "XS", "XP", "XU", "76", "77"]);

export default historyRule({
  id: "radiology-guidance-bundled",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Imaging guidance beside a procedure that includes it",
  why: "The code of the procedure is for doing it with imaging; payers deny the guidance as part of it.",
  fix: "Leave the guidance out, or bill the code without imaging if the record shows none.",
  repair: "never",
  sources: ["NCCI Policy Manual, chapter IX", "CPT, notes under the procedure codes"],
  denial: { carc: ["CO-97"] },
  forms: ["professional"],
  data: { edits: optional(ptpPractitioner) },

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: [...ENCOUNTER_COLUMNS, "claimId", "modifiers"],
  procedures: (code) => isSurgery(code) || isImagingGuidance(code),
  message: "{guidance} is included in {code}",

  start: () => [] as Line[],
  step: (lines, line) => void lines.push(line),
  finish(lines, { data, report }) {
    for (const guidance of lines) {
      if (!isImagingGuidance(guidance.procedure)) continue;
      if (modifierCodes(guidance).some((modifier) => SEPARATE.has(modifier))) continue;
      const procedures = lines.filter((line) => isSurgery(line.procedure) && sameNcciProvider(line, guidance));
      const [first] = procedures;
      // Another procedure of the day may be what the guidance was for.
      if (!first || !procedures.every((line) => includesGuidance(line.procedure, guidance.procedure))) continue;
      const [code, other] = [first.procedure.code, guidance.procedure.code];
      // ncci-ptp reports what is an edit.
      if (data.edits?.edits(code, other, daysOf(guidance.serviceFrom)).length) continue;
      const related = [{ line: first, at: "procedure" as const, label: "the procedure" }];
      report(guidance, "procedure", { guidance: other, code }, { related });
    }
  },

  examples: {
    data: { edits: [["64483", "77003", 1]] },
    passes: [
      [{ procedure_code: "20610" }, { procedure_code: "76942", line_number: "2" }],
      [{ procedure_code: "20611" }],
      [{ procedure_code: "20611" }, { procedure_code: "76942", modifier_1: "59", line_number: "2" }],
      [{ procedure_code: "64483" }, { procedure_code: "77003", line_number: "2" }],
    ],
    finds: [
      [{ procedure_code: "20611" }, { procedure_code: "76942", line_number: "2" }],
      [{ procedure_code: "64490" }, { procedure_code: "77003", modifier_1: "26", claim_id: "CLM-2" }],
    ],
  },
  notes: "Silent where the installed NCCI table has the pair: `ncci-ptp` reports it.",
});
