import { bypassingModifiers, isAnatomic, isEdited, sameNcciProvider } from "../../codes/ncci.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import ptpHospital from "../../datasets/ncci-ptp-hospital.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf, modifierSlot } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS } from "../../model/encounter.ts";

type Reads = "modifiers" | "claimId" | "charge" | "typeOfBill" | "drg" | (typeof ENCOUNTER_COLUMNS)[number];
type Line = LineView<"procedure" | "serviceFrom", Reads>;

export default historyRule({
  id: "modifier-same-anatomic-bypass",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Two codes of an NCCI pair that only share the same side, finger, toe or vessel",
  why: "A side or digit separates two codes when it differs; on the same one the edit applies, and the bypass is taken back in audits.",
  fix: "Check the record: another site or session needs the modifier that says so; else do not bill the column 2 code.",
  repair: "never",
  sources: ["NCCI Policy Manual, chapter I, section E"],
  denial: { carc: ["CO-97", "CO-236"] },
  forms: ["professional", "institutional"],
  data: { practitioner: ptpPractitioner, hospital: ptpHospital },

  per: "patient+date",
  needs: ["procedure", "serviceFrom", "modifiers"],
  reads: ["claimId", "charge", "typeOfBill", "drg", ...ENCOUNTER_COLUMNS],
  message: "{column2} beside {column1}, both {modifier}: the same site does not separate them",

  start: (): Line[] => [],
  step: (lines, line) => void (isEdited(line) && line.charge?.cents !== 0 && lines.push(line)),
  finish(lines, { data, report }) {
    for (const denied of lines) {
      const column2 = denied.procedure.code;
      const [modifier, ...more] = bypassingModifiers(denied, 2);
      if (modifier === undefined || more.length > 0 || !isAnatomic(modifier)) continue;
      const edits = denied.form === "institutional" ? data.hospital : data.practitioner;
      const paid = lines.find((line) => {
        const own = bypassingModifiers(line, 1);
        if (own.length !== 1 || own[0] !== modifier || !sameNcciProvider(line, denied)) return false;
        return edits.pair(line.procedure.code, column2, daysOf(denied.serviceFrom))?.indicator === 1;
      });
      if (paid === undefined) continue;
      const slots = { column2, column1: paid.procedure.code, modifier };
      const related = [{ line: paid, at: "procedure" as const, label: "the column 1 code" }];
      report(denied, ["modifiers", modifierSlot(denied, modifier)], slots, { related });
    }
  },

  examples: {
    data: {
      practitioner: [
        ["29881", "29877", 1],
        ["28285", "28270", 1],
      ],
      hospital: [["29880", "29870", 1]],
    },
    passes: [
      [
        { procedure_code: "29881", modifier_1: "RT" },
        { procedure_code: "29877", modifier_1: "LT", line_number: "2" },
      ],
      [
        { procedure_code: "29881", modifier_1: "RT", type_of_bill: "0131" },
        { procedure_code: "29877", modifier_1: "RT", type_of_bill: "0131" },
      ],
    ],
    finds: [
      [
        { procedure_code: "29881", modifier_1: "RT" },
        { procedure_code: "29877", modifier_1: "RT", line_number: "2" },
      ],
      [
        { procedure_code: "28285", modifier_1: "T6" },
        { procedure_code: "28270", modifier_1: "T6", line_number: "2" },
      ],
    ],
    skips: [{ procedure_code: "29881" }],
  },
});
