import { isSurgery } from "../../codes/cpt.ts";
import { daysAfter, isWholeOperation, openGlobal } from "../../codes/global-surgery.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import mpfs from "../../datasets/mpfs.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS } from "../../model/encounter.ts";

type Reads = "modifiers" | "claimId" | "charge" | (typeof ENCOUNTER_COLUMNS)[number];
type Line = LineView<"procedure" | "serviceFrom", Reads>;

/** Staged, return to the operating room, unrelated; or a repeat, which is another question. */
const SAID = new Set("58 76 77 78 79".split(" "));

export default historyRule({
  id: "global-period-procedure",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Procedure in the global period of an operation by the same surgeon without 58, 78 or 79",
  why: "Until the global days are over the payer takes the surgeon's next procedure for aftercare, unless a modifier says what it is.",
  fix: "From the record: 58 staged or more extensive, 78 unplanned return to the operating room, 79 unrelated.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 12, section 40.2.A"],
  denial: { carc: ["CO-97", "CO-4"], rarc: ["N525"] },
  forms: ["professional"],
  data: { fees: mpfs },
  notes: "Surgery codes of 0, 10 or 90 global days; add-on codes, tests and visits are left out.",

  per: "patient",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "claimId", "charge", ...ENCOUNTER_COLUMNS],
  procedures: isSurgery,
  message: "{code} is day {day} of the {days} global days of {operation} ({date}): 58, 78 or 79 is missing",

  start: () => [] as { line: Line; days: number }[],
  step(operations, line, { data, report }) {
    const days = daysAfter(data.fees.on(line.procedure.code, daysOf(line.serviceFrom))?.global);
    if (days === undefined || !isWholeOperation(line)) return;
    const open = openGlobal(line, operations);
    if (days > 0) operations.push({ line, days });
    if (open === undefined || line.charge?.cents === 0) return;
    if (modifierCodes(line).some((modifier) => SAID.has(modifier))) return;
    const { line: operation, day } = open;
    const slots = { code: line.procedure.code, day, days: open.days, operation: operation.procedure.code };
    const related = [{ line: operation, at: "procedure" as const, label: "the operation" }];
    report(line, "modifiers", { ...slots, date: operation.serviceFrom }, { related });
  },

  examples: {
    data: {
      fees: {
        "28805": { global: "090" },
        "28122": { global: "090" },
        "11042": { global: "000" },
      },
    },
    passes: [
      [
        { procedure_code: "28805", service_from: "2026-02-01" },
        { procedure_code: "28122", modifier_1: "58", claim_id: "B" },
      ],
      [
        { procedure_code: "11042", service_from: "2026-03-01" },
        { procedure_code: "11042", claim_id: "B" },
      ],
    ],
    finds: [
      [
        { procedure_code: "28805", service_from: "2026-02-01" },
        { procedure_code: "28122", claim_id: "B" },
      ],
      [
        { procedure_code: "28805", service_from: "2026-02-16" },
        { procedure_code: "11042", claim_id: "B" },
      ],
    ],
  },
});
