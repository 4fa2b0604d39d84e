import { isAnesthesia, isEvaluationAndManagement } from "../../codes/cpt.ts";
import { claimRule } from "../../contract/rule.ts";
import mpfs from "../../datasets/mpfs.ts";
import { daysOf, modifierCodes, modifierSlot } from "../../model/claim.ts";

export default claimRule({
  id: "bilateral-50-invalid",
  severity: "error",
  tier: "T2",
  since: "0.1.0",
  summary: "Both sides billed on a procedure that is not paid by the side, or 50 with two units",
  why: "The fee schedule says for each procedure whether both sides are paid more than one; 50 itself says both sides, in one unit.",
  fix: "Indicator 0 or 2: one line without side. Otherwise one line with 50 and one unit, as Medicare wants it.",
  repair: "never",
  sources: [
    "Medicare physician fee schedule, record layout: bilateral surgery",
    "Medicare Claims Processing Manual, chapter 12, section 40.7",
  ],
  denial: { carc: ["CO-4", "CO-151"], rarc: ["N362"] },
  forms: ["professional"],
  data: { fees: mpfs },

  needs: ["procedure", "serviceFrom", "modifiers"],
  reads: ["units", "placeOfService"],
  // On visits and anesthesia 50 is wrong without any table: modifier-not-allowed.
  procedures: (code) => !isEvaluationAndManagement(code) && !isAnesthesia(code),
  message: "{code}{modifier}: {problem}",

  check({ lines }, { data, report }) {
    for (const line of lines) {
      const { code } = line.procedure;
      const date = daysOf(line.serviceFrom);
      const indicator = data.fees.on(code, date)?.bilateral;
      const modifiers = modifierCodes(line);
      const slot = modifierSlot(line, "50");
      if (slot >= 0 && (indicator === "0" || indicator === "2")) {
        const meaning = indicator === "0" ? "both sides are not paid apart" : "the code is for both sides already";
        const problem = `bilateral indicator ${indicator}, ${meaning}`;
        // CPT itself asks for 69210-50; Medicare alone counts indicator 2 as one service whatever the sides.
        const severity = indicator === "2" && line.payerKind !== "medicare" ? "info" : "error";
        report(line, ["modifiers", slot], { code, modifier: "-50", problem }, { severity });
      } else if (slot >= 0 && line.units?.ok && line.units.amount > 1 && line.placeOfService?.code !== "24") {
        const severity = indicator === undefined || line.payerKind === "commercial" ? "info" : "error";
        const problem = `${line.units.amount} units; 50 means both sides in one unit`;
        report(line, "units", { code, modifier: "-50", problem }, { severity });
      }
      if (indicator !== "2" || !modifiers.includes("LT")) continue;
      const same = lines.filter((other) => other.procedure.code === code && other.serviceFrom.days === date);
      const right = same.find((other) => modifierCodes(other).includes("RT"));
      if (right === undefined || right === line) continue;
      const problem = "bilateral indicator 2, the code is for both sides already: one line";
      const related = [{ line: right, at: "procedure" as const, label: "the right side" }];
      report(line, "procedure", { code, modifier: "-LT and -RT", problem }, { related, severity: "warning" });
    }
  },

  examples: {
    data: {
      fees: {
        "20610": { bilateral: "1" },
        "52000": { bilateral: "0" },
        "92250": { bilateral: "2" },
      },
    },
    passes: [
      { procedure_code: "20610", modifier_1: "50" },
      { procedure_code: "52000", modifier_1: "59" },
    ],
    finds: [
      { procedure_code: "52000", modifier_1: "50" },
      { procedure_code: "20610", modifier_1: "50", units: "2" },
      [
        { procedure_code: "92250", modifier_1: "LT" },
        { procedure_code: "92250", modifier_1: "RT", line_number: "2" },
      ],
    ],
    skips: [{ procedure_code: "52000" }],
  },
});
