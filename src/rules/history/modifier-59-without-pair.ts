import { isVisit } from "../../codes/ncci.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import ptpHospital from "../../datasets/ncci-ptp-hospital.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf, modifierSlot } from "../../model/claim.ts";
import { isVoid } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", "modifiers" | "frequency">;

const DISTINCT = ["59", "XE", "XS", "XP", "XU"];

export default historyRule({
  id: "modifier-59-without-pair",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Modifier 59, XE, XS, XP or XU although no NCCI pair needs it",
  why: "59 exists to separate two codes of an NCCI pair or a repeated code; anywhere else it only draws audits.",
  fix: "Review why it was added; take it off if no payer rule asks for it.",
  repair: "never",
  sources: ["NCCI Policy Manual, chapter I, section E"],
  denial: { carc: ["CO-4"] },
  payers: ["medicare", "medicaid", "generic"],
  forms: ["professional", "institutional"],
  data: { practitioner: ptpPractitioner, hospital: ptpHospital },
  notes:
    "Silent where the code stands twice on the day, by whomever, and where the other line may be of another provider. Payers have pairs of their own: under a commercial payer this is `info`.",

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "frequency"],
  message: "{modifier} on {code}: no other code of {date} forms an NCCI pair with it",

  start: (): Line[] => [],
  step: (lines, line) => void (isVoid(line) || lines.push(line)),
  finish(lines, { data, report }) {
    for (const line of lines) {
      const slot = DISTINCT.map((modifier) => modifierSlot(line, modifier)).find((found) => found >= 0);
      // On a visit 59 is wrong in itself: modifier-not-allowed.
      if (slot === undefined || isVisit(line.procedure)) continue;
      const { code } = line.procedure;
      const edits = line.form === "institutional" ? data.hospital : data.practitioner;
      const others = lines.filter((other) => other !== line);
      const needed = others.some(
        ({ procedure }) =>
          procedure.code === code ||
          edits.edits(code, procedure.code, daysOf(line.serviceFrom)).some(({ indicator }) => indicator !== 9),
      );
      if (needed) continue;
      const modifier = line.modifiers[slot]!.code;
      report(line, ["modifiers", slot], { modifier, code, date: line.serviceFrom });
    }
  },

  examples: {
    data: {
      practitioner: [
        ["11042", "11720", 1],
        ["97530", "97140", 1],
        ["29881", "29877", 9],
      ],
    },
    passes: [
      [{ procedure_code: "11042" }, { procedure_code: "11720", modifier_1: "59", line_number: "2" }],
      [
        { procedure_code: "97140", modifier_1: "59" },
        { procedure_code: "97530", line_number: "2" },
      ],
      [
        { procedure_code: "20610", modifier_1: "RT" },
        { procedure_code: "20610", modifier_1: "59", line_number: "2" },
      ],
    ],
    finds: [
      { procedure_code: "20610", modifier_1: "59" },
      [{ procedure_code: "29881" }, { procedure_code: "29877", modifier_1: "XS", line_number: "2" }],
    ],
    skips: [{ procedure_code: "20610", service_from: "" }],
  },
});
