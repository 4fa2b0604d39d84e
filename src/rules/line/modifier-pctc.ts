import { isAnesthesia, isEvaluationAndManagement } from "../../codes/cpt.ts";
import { lineRule } from "../../contract/rule.ts";
import mpfs from "../../datasets/mpfs.ts";
import { daysOf, modifierSlot } from "../../model/claim.ts";

/** PC/TC indicators under which a component modifier has no meaning, and which. 7 and 9 say nothing about components. */
const WRONG: Readonly<Record<string, readonly [why: string, ...modifiers: string[]]>> = {
  "0": ["it has no professional and technical parts", "26", "TC"],
  "2": ["it is the professional part already", "26", "TC"],
  "3": ["it is the technical part already", "26", "TC"],
  "4": ["it is the whole test; its parts have codes of their own", "26", "TC"],
  "5": ["it is a service of staff, incident to a physician's", "26", "TC"],
  "6": ["only the physician's interpretation is paid here", "TC"],
  "8": ["only the physician's interpretation is paid here", "TC"],
};

export default lineRule({
  id: "modifier-pctc",
  severity: "error",
  tier: "T2",
  since: "0.1.0",
  summary: "Modifier 26 or TC on a code that is not split into professional and technical parts",
  why: "The fee schedule has no price for the code with that modifier, so the line is denied.",
  fix: "Take the modifier off, or report the code of the part that was done (93000: 93005 tracing, 93010 interpretation).",
  repair: "never",
  sources: [
    "Medicare physician fee schedule, record layout: PC/TC indicator",
    "Medicare Claims Processing Manual, chapter 13, section 20",
  ],
  denial: { carc: ["CO-4"], rarc: ["N519"] },
  forms: ["professional"],
  data: { fees: mpfs },

  needs: ["procedure", "serviceFrom", "modifiers"],
  // On visits and anesthesia the modifiers are wrong without any table: modifier-not-allowed.
  procedures: (code) => !isEvaluationAndManagement(code) && !isAnesthesia(code),
  message: "{code}-{modifier}: PC/TC indicator {indicator}, {why}",

  check(line, { data, report }) {
    const indicator = data.fees.on(line.procedure.code, daysOf(line.serviceFrom))?.pctc ?? "";
    const [why = "", ...modifiers] = WRONG[indicator] ?? [];
    for (const modifier of modifiers) {
      const slot = modifierSlot(line, modifier);
      if (slot >= 0) report(["modifiers", slot], { code: line.procedure.code, modifier, indicator, why });
    }
  },

  examples: {
    data: { fees: { "71046": { pctc: "1" }, "93000": { pctc: "4" }, "93010": { pctc: "2" }, "88187": { pctc: "6" } } },
    passes: [
      { procedure_code: "71046", modifier_1: "26" },
      { procedure_code: "93000" },
      { procedure_code: "88187", modifier_1: "26" },
    ],
    finds: [
      { procedure_code: "93010", modifier_1: "26" },
      { procedure_code: "93000", modifier_1: "TC" },
      { procedure_code: "88187", modifier_1: "TC" },
    ],
    skips: [{ procedure_code: "93010" }],
  },
});
