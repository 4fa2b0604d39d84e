import { isPreventiveVisit } from "../../codes/cpt.ts";
import { daysAfter, isWholeOperation, sameSurgeon } from "../../codes/global-surgery.ts";
import { bypassingModifiers } from "../../codes/ncci.ts";
import { takesModifier25 } from "../../codes/visit.ts";
import { optional } from "../../contract/dataset.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import mpfs from "../../datasets/mpfs.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS } from "../../model/encounter.ts";

type Reads = "modifiers" | "claimId" | (typeof ENCOUNTER_COLUMNS)[number];
type Line = LineView<"procedure" | "serviceFrom", Reads>;

/** It says why the visit is paid: decision, unrelated, critical care, aftercare or preparation only. */
const SAID = new Set("24 55 56 57 FT".split(" "));

export default historyRule({
  id: "modifier-57-missing",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Visit on the day of a major operation or the day before without modifier 57",
  why: "A major operation (90 global days) includes visits from the day before; only the visit of the decision is paid, with 57.",
  fix: "Ask whether the operation was decided at that visit. Only then 57; a planned preoperative visit is not billed.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 12, sections 30.6.6.C and 40.2"],
  denial: { carc: ["CO-97"], rarc: ["N525"] },
  forms: ["professional"],
  data: { fees: mpfs, edits: optional(ptpPractitioner) },
  notes: "The same person, or the same specialty in the group. Same-day pairs that `ncci-ptp` reports are left to it.",

  per: "patient",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "claimId", ...ENCOUNTER_COLUMNS],
  message: "{visit} {when} {operation} (90 global days): the visit of the decision needs 57, others are not paid",

  start: () => ({ visits: [] as Line[], operations: [] as Line[] }),
  step({ visits, operations }, line, { data }) {
    const visit = takesModifier25(line.procedure) && !isPreventiveVisit(line.procedure);
    if (visit && !modifierCodes(line).some((modifier) => SAID.has(modifier))) visits.push(line);
    else if (daysAfter(data.fees.on(line.procedure.code, daysOf(line.serviceFrom))?.global) !== 90) return;
    else if (isWholeOperation(line)) operations.push(line);
  },
  finish({ visits, operations }, { data, report }) {
    for (const visit of operations.length === 0 ? [] : visits) {
      const day = daysOf(visit.serviceFrom);
      const operation = operations.find((line) => {
        const after = daysOf(line.serviceFrom) - day;
        return (after === 0 || after === 1) && sameSurgeon(visit, line);
      });
      if (operation === undefined) continue;
      const same = operation.serviceFrom.days === day;
      const edited = same && data.edits?.pair(operation.procedure.code, visit.procedure.code, day) !== undefined;
      if (edited && bypassingModifiers(visit, 2).length === 0) continue;
      const when = same ? "on the day of" : "the day before";
      const slots = { visit: visit.procedure.code, when, operation: operation.procedure.code };
      report(visit, "modifiers", slots, { related: [{ line: operation, at: "procedure", label: "the operation" }] });
    }
  },

  examples: {
    data: { fees: { "27244": { global: "090" }, "44970": { global: "090" }, "20610": { global: "000" } } },
    passes: [
      [
        { procedure_code: "99223", modifier_1: "57" },
        { procedure_code: "44970", line_number: "2" },
      ],
      [{ procedure_code: "99214", service_from: "2026-02-20", claim_id: "B" }, { procedure_code: "44970" }],
      [{ procedure_code: "99213" }, { procedure_code: "20610", line_number: "2" }],
    ],
    finds: [
      [{ procedure_code: "99223" }, { procedure_code: "27244", line_number: "2" }],
      [
        { procedure_code: "99223", modifier_1: "25", service_from: "2026-03-01", claim_id: "B" },
        { procedure_code: "44970" },
      ],
    ],
  },
});
