import { bypassingModifiers, isEdited, sameNcciProvider } from "../../codes/ncci.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import ptpHospital from "../../datasets/ncci-ptp-hospital.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS } from "../../model/encounter.ts";
import { groupBy } from "../../model/group.ts";

type Reads = "modifiers" | "claimId" | "charge" | "typeOfBill" | "drg" | (typeof ENCOUNTER_COLUMNS)[number];
type Line = LineView<"procedure" | "serviceFrom", Reads>;

const separated = (indicator: number, line: Line, column: 1 | 2): boolean =>
  indicator === 1 && bypassingModifiers(line, column).length > 0;

export default historyRule({
  id: "ncci-ptp",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Two codes on one day that NCCI does not pay together",
  why: "Medicare pays the column 1 code and denies the column 2 code of an NCCI procedure-to-procedure edit.",
  fix: "Indicator 0: remove the column 2 code. Indicator 1: add a modifier only if the record shows a separate site or encounter.",
  repair: "never",
  sources: ["NCCI Policy Manual, chapter I", "Medicare Claims Processing Manual, chapter 23, section 20.9"],
  denial: { carc: ["CO-97", "CO-236"], rarc: ["N20", "M80"] },
  forms: ["professional", "institutional"],
  data: { practitioner: ptpPractitioner, hospital: ptpHospital },
  notes:
    "Same patient, first date of service and provider, across claims. Practitioner edits apply to professional lines, outpatient hospital edits to institutional ones. Lines of inpatient bills and lines charged at $0 are not reported. Modifiers count only on codes they are valid with; before 2019-07-01, 59 and X{EPSU} on a professional column 1 line do not count (CMS change request 11168).",

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "claimId", "charge", "typeOfBill", "drg", ...ENCOUNTER_COLUMNS],
  message: "{column2} is bundled into {column1} on {date} (NCCI indicator {indicator}, {rationale}){hint}",

  start: (): Line[] => [],
  step: (lines, line) => void (isEdited(line) && lines.push(line)),
  finish(lines, { data, report }) {
    const byCode = groupBy(lines, (line) => line.procedure.code);
    for (const denied of lines) {
      const column2 = denied.procedure.code;
      if (denied.charge?.cents === 0 || column2 === "99024") continue;
      const edits = denied.form === "institutional" ? data.hospital : data.practitioner;
      for (const [column1, candidates] of byCode) {
        const edit = column1 === column2 ? undefined : edits.pair(column1, column2, daysOf(denied.serviceFrom));
        if (edit === undefined || edit.indicator === 9 || separated(edit.indicator, denied, 2)) continue;
        const paid = candidates.find((line) => sameNcciProvider(line, denied) && !separated(edit.indicator, line, 1));
        if (paid === undefined) continue;
        const { indicator, rationale } = edit;
        const hint = indicator === 0 ? "; no modifier changes that" : "; neither has a modifier that separates them";
        const slots = { column1, column2, date: denied.serviceFrom, indicator, rationale, hint };
        const related = [{ line: paid, at: "procedure" as const, label: "the column 1 code" }];
        report(denied, "procedure", slots, { related });
      }
    }
  },

  examples: {
    data: {
      practitioner: [
        ["29881", "29877", 1],
        ["13121", "13120", 0],
      ],
      hospital: [["29880", "29870", 1]],
    },
    passes: [
      [
        { procedure_code: "29881", modifier_1: "RT" },
        { procedure_code: "29877", modifier_1: "LT", line_number: "2" },
      ],
      [{ procedure_code: "13121" }, { procedure_code: "13120", charge: "0.00" }],
      [{ procedure_code: "29881", type_of_bill: "0131" }, { procedure_code: "29877" }],
    ],
    finds: [
      [{ procedure_code: "13121" }, { procedure_code: "13120", modifier_1: "59", line_number: "2" }],
      [{ procedure_code: "29881" }, { procedure_code: "29877", claim_id: "CLM-2" }],
    ],
    skips: [{ procedure_code: "29881", service_from: "" }],
  },
});
