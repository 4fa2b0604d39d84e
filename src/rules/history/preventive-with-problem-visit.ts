import { isOfficeVisit, isPreventiveVisit } from "../../codes/cpt.ts";
import { sameNcciProvider } from "../../codes/ncci.ts";
import { isWellnessVisit } from "../../codes/preventive.ts";
import { isNewPatientVisit } from "../../codes/visit.ts";
import { optional } from "../../contract/dataset.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf, modifierCodes, modifierSlot } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS } from "../../model/encounter.ts";
import type { ProcedureCode } from "../../model/values.ts";

type Line = LineView<"procedure" | "serviceFrom", "modifiers" | "claimId" | (typeof ENCOUNTER_COLUMNS)[number]>;

const isPreventive = (code: ProcedureCode) => isPreventiveVisit(code) || isWellnessVisit(code);
/** 99211 is left out: beside a visit it is not payable at all. */
const isProblem = (code: ProcedureCode) => isOfficeVisit(code) && code.number !== 99211;

/** Modifiers that say as much as 25: unrelated, decision for surgery, another encounter or provider. */
const SEPARATE = new Set(["25", "24", "57", "27", "59", "XE", "XP", "XU"]);

const MISSING = "it needs 25 if it was significant and separate";

function problemOf(visit: Line, preventive: Line): string | undefined {
  if (!modifierCodes(visit).some((modifier) => SEPARATE.has(modifier)))
    return modifierSlot(preventive, "25") < 0 ? MISSING : "25 belongs on the problem visit, not on the preventive one";
  const contradiction = /^9939/.test(preventive.procedure.code) && isNewPatientVisit(visit.procedure);
  return contradiction ? "a patient cannot be established for one and new for the other" : undefined;
}

export default historyRule({
  id: "preventive-with-problem-visit",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Problem visit beside a preventive visit is not marked as separate",
  why: "A preventive visit includes small problems; without modifier 25 the payer bundles the problem visit into it.",
  fix: "Check that the record shows work of its own for the problem; if so, 25 goes on the problem visit (99202–99215).",
  repair: "never",
  sources: [
    "CPT, preventive medicine services guidelines; Medicare Claims Processing Manual, chapter 12, section 30.6.2",
  ],
  denial: { carc: ["CO-97", "CO-B15"] },
  forms: ["professional"],
  data: { edits: optional(ptpPractitioner) },

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "claimId", ...ENCOUNTER_COLUMNS],
  procedures: (code) => isPreventive(code) || isProblem(code),
  message: "{visit} with {preventive} on one day: {hint}",

  start: () => [] as Line[],
  step: (lines, line) => void lines.push(line),
  finish(lines, { data, report }) {
    for (const visit of lines) {
      if (!isProblem(visit.procedure)) continue;
      const preventive = lines.find((line) => isPreventive(line.procedure) && sameNcciProvider(line, visit));
      const hint = preventive && problemOf(visit, preventive);
      if (preventive === undefined || hint === undefined) continue;
      // With the NCCI table installed the pair without 25 is ncci-ptp's to report.
      const edit = data.edits?.pair(preventive.procedure.code, visit.procedure.code, daysOf(visit.serviceFrom));
      if (edit !== undefined && hint === MISSING) continue;
      const slots = { visit: visit.procedure.code, preventive: preventive.procedure.code, hint };
      const related = [{ line: preventive, at: "procedure", label: "the preventive visit" }] as const;
      report(visit, "procedure", slots, { related });
    }
  },

  examples: {
    passes: [[{ procedure_code: "99396" }, { procedure_code: "99213", modifier_1: "25", line_number: "2" }]],
    finds: [
      [{ procedure_code: "99396" }, { procedure_code: "99213", line_number: "2" }],
      [
        { procedure_code: "99397", modifier_1: "25" },
        { procedure_code: "99213", line_number: "2" },
      ],
    ],
  },
});
