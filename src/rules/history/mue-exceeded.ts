import { isAnesthesia } from "../../codes/cpt.ts";
import { isBothSidesOfCenter, isCounted, linesOfDays, summedUnits, totalUnits } from "../../codes/mue.ts";
import { isEdited, sameNcciProvider } from "../../codes/ncci.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import mueDme from "../../datasets/mue-dme.ts";
import mueHospital from "../../datasets/mue-hospital.ts";
import muePractitioner from "../../datasets/mue-practitioner.ts";
import { maximumOn } from "../../datasets/parts/mue.ts";
import { daysOf } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, isVoid } from "../../model/encounter.ts";
import { groupBy } from "../../model/group.ts";

const READS = ["claimId", "modifiers", "serviceTo", "placeOfService", "unitType", "typeOfBill", "drg"] as const;
type Line = LineView<"procedure" | "units" | "serviceFrom", (typeof READS | typeof ENCOUNTER_COLUMNS)[number]>;

export default historyRule({
  id: "mue-exceeded",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "More units than the medically unlikely edit (MUE) of the code allows",
  why: "Medicare denies the line above the value (MAI 1), or all units of the code on that day (MAI 2 and 3).",
  fix: "Check the units against the record. MAI 3 can be appealed with it, MAI 2 cannot; both sides of a procedure are one line with modifier 50.",
  repair: "never",
  sources: ["NCCI Policy Manual, chapter I, section V", "CMS MLN Matters SE1422 and MM8853"],
  denial: { carc: ["CO-151", "CO-222"], rarc: ["N362"] },
  payers: ["medicare", "medicaid", "generic"],
  forms: ["professional", "institutional"],
  data: { practitioner: muePractitioner, hospital: mueHospital, dme: mueDme },

  per: "patient",
  needs: ["procedure", "units", "serviceFrom"],
  reads: [...READS, ...ENCOUNTER_COLUMNS],
  procedures: (code) => !isAnesthesia(code) || code.code === "01996",
  message: "{code}: {units} units on {date}{where}; the MUE is {value} (MAI {mai}, {rationale})",

  start: (): Line[] => [],
  step(lines, line) {
    const timed = line.unitType?.trimmed.toUpperCase() === "MJ";
    if (isEdited(line) && isCounted(line) && !isVoid(line) && !timed) lines.push(line);
  },
  finish(lines, { data, report }) {
    const told = new Set<Line>();
    for (const same of groupBy(lines, ({ form, procedure }) => `${form} ${procedure.code}`).values())
      for (const [date, present] of linesOfDays(same)) {
        const edit = maximumOn(data, present[0]!.form, present[0]!.procedure, daysOf(date));
        if (edit === undefined || totalUnits(present) <= edit.value) continue;
        for (const first of present) {
          const counted = edit.mai === 1 ? [first] : present.filter((line) => sameNcciProvider(line, first));
          const value = edit.value * (edit.mai > 1 && isBothSidesOfCenter(counted) ? 2 : 1);
          const at = counted.find((_, i) => summedUnits(counted.slice(0, i + 1)) > value);
          // 0 says that Medicare does not pay the code, and nothing about units.
          if (at === undefined || told.has(at) || (value === 0 && at.payerKind !== "medicare")) continue;
          told.add(at);
          const others = counted.filter((line) => line !== at);
          const slots = { units: summedUnits(counted), date, value, mai: edit.mai, rationale: edit.rationale };
          const where = others.length === 0 ? "" : `, in ${counted.length} lines`;
          const related = others.map((line) => ({ line, at: "units" as const, label: "counted with it" }));
          const severity = edit.mai === 3 ? "warning" : "error";
          report(at, "units", { ...slots, code: at.procedure.code, where }, { severity, related });
        }
      }
  },

  examples: {
    data: { practitioner: { "0001U": [1, 2], "0010U": [2, 3], "82962": [3, 1] } },
    passes: [
      { procedure_code: "0010U", units: "2" },
      [
        { procedure_code: "82962", units: "3" },
        { procedure_code: "82962", units: "3", modifier_1: "91", line_number: "2" },
      ],
    ],
    finds: [
      { procedure_code: "0001U", units: "2" },
      [{ procedure_code: "0001U" }, { procedure_code: "0001U", line_number: "2", claim_id: "CLM-2" }],
    ],
    skips: [{ procedure_code: "0001U", units: "" }],
  },
});
