import { isLaboratory } from "../../codes/cpt.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, groupByBiller } from "../../model/encounter.ts";
import { groupBy } from "../../model/group.ts";
import type { ProcedureCode } from "../../model/values.ts";

type Reads = "modifiers" | "claimId" | (typeof ENCOUNTER_COLUMNS)[number];
type Line = LineView<"procedure" | "serviceFrom" | "units", Reads>;

/** Repeated, another specimen, another part, another laboratory, or units that are split for an expected denial. */
const APART = new Set(["91", "59", "XE", "XP", "XS", "XU", "26", "TC", "90", "GA", "GX", "GY", "GZ"]);

const isApart = (line: Line) => modifierCodes(line).some((modifier) => APART.has(modifier));
/** Two equal lines are duplicate-line. */
const isTwin = (a: Line, b: Line) =>
  a.units.amount === b.units.amount && modifierCodes(a).toSorted().join() === modifierCodes(b).toSorted().join();

/** Pathology (88000 and above) is counted by specimen, transfusion medicine by unit of blood. */
function isRepeatable(code: ProcedureCode): boolean {
  const { number } = code;
  return isLaboratory(code) && number < 88000 && (number < 86850 || number >= 87000);
}

export default historyRule({
  id: "lab-repeat-91",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Laboratory test stands twice on one day without 91 or 59",
  why: "Without a modifier the second line is denied as a duplicate; 76 and 77 are not for laboratory tests.",
  fix: "Use 91 for a repeat that was medically needed, 59 or XS for another specimen, or combine the units on one line.",
  repair: "never",
  sources: [
    "NCCI Policy Manual, chapter X, section A",
    "Medicare Claims Processing Manual, chapter 16, section 100.5.1; CPT, modifier 91",
  ],
  denial: { carc: ["CO-18", "CO-151"] },
  forms: ["professional"],

  per: "patient+date",
  needs: ["procedure", "serviceFrom", "units"],
  reads: ["modifiers", "claimId", ...ENCOUNTER_COLUMNS],
  procedures: isRepeatable,
  message: "{code} stands on {count} lines of this day without 91 (repeat) or 59/XS (other specimen)",

  start: () => [] as Line[],
  step: (lines, line) => void (isApart(line) || lines.push(line)),
  finish(lines, { report }) {
    for (const group of groupByBiller(lines)) {
      for (const [code, same] of groupBy(group, (line) => line.procedure.code)) {
        const [first, ...others] = same;
        const second = others.find((line) => first !== undefined && !isTwin(first, line));
        if (first === undefined || second === undefined) continue;
        const related = [{ line: first, at: "procedure", label: "the first of them" }] as const;
        report(second, "procedure", { code, count: same.length }, { related });
      }
    }
  },

  examples: {
    passes: [
      [{ procedure_code: "84132" }, { procedure_code: "84132", modifier_1: "91" }],
      [{ procedure_code: "87070" }, { procedure_code: "87070", modifier_1: "59" }],
      { procedure_code: "86003", units: "12" },
    ],
    finds: [
      [{ procedure_code: "82947" }, { procedure_code: "82947", modifier_1: "76" }],
      [
        { procedure_code: "86003", units: "12" },
        { procedure_code: "86003", units: "8" },
      ],
    ],
  },
  notes: "Two lines that agree in modifiers and units are `duplicate-line`.",
});
