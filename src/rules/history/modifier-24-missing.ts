import { isPreventiveVisit } from "../../codes/cpt.ts";
import { daysAfter, isWholeOperation, openGlobal } from "../../codes/global-surgery.ts";
import { takesModifier25 } from "../../codes/visit.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import mpfs from "../../datasets/mpfs.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS } from "../../model/encounter.ts";

type Reads = "modifiers" | "claimId" | "charge" | (typeof ENCOUNTER_COLUMNS)[number];
type Line = LineView<"procedure" | "serviceFrom", Reads>;

/** Unrelated, or beside another procedure, or the decision for one, or split care. */
const SAID = new Set("24 25 55 56 57 79 FT".split(" "));

export default historyRule({
  id: "modifier-24-missing",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Visit in the global period of an operation by the same surgeon without modifier 24",
  why: "The price of an operation covers the surgeon's visits of the next 10 or 90 days; only an unrelated visit is paid, with 24.",
  fix: "Aftercare: do not bill it (99024 at $0). Unrelated, and the diagnosis says so: 24.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 12, sections 30.6.6.A and 40.1–40.4"],
  denial: { carc: ["CO-97"], rarc: ["N525", "M144"] },
  forms: ["professional"],
  data: { fees: mpfs },
  notes: "The same person, or the same specialty in the group. Not judged where the export does not name them.",

  per: "patient",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "claimId", "charge", ...ENCOUNTER_COLUMNS],
  message: "{visit} is day {day} of the {days} global days of {operation} ({date})",

  start: () => [] as { line: Line; days: number }[],
  step(operations, line, { data, report }) {
    const days = daysAfter(data.fees.on(line.procedure.code, daysOf(line.serviceFrom))?.global);
    if (days && isWholeOperation(line)) operations.push({ line, days });
    if (!takesModifier25(line.procedure) || isPreventiveVisit(line.procedure) || line.charge?.cents === 0) return;
    const open = openGlobal(line, operations);
    if (open === undefined || modifierCodes(line).some((modifier) => SAID.has(modifier))) return;
    const { line: operation, day } = open;
    const slots = { visit: line.procedure.code, day, days: open.days, operation: operation.procedure.code };
    const related = [{ line: operation, at: "procedure" as const, label: "the operation" }];
    report(line, "modifiers", { ...slots, date: operation.serviceFrom }, { related });
  },

  examples: {
    data: { fees: { "27447": { global: "090" }, "11400": { global: "010" }, "20610": { global: "000" } } },
    passes: [
      [
        { procedure_code: "27447", service_from: "2025-12-01" },
        { procedure_code: "99213", claim_id: "B" },
      ],
      [
        { procedure_code: "27447", service_from: "2026-02-10" },
        { procedure_code: "99213", modifier_1: "24", claim_id: "B" },
      ],
      [
        { procedure_code: "20610", service_from: "2026-03-01" },
        { procedure_code: "99213", claim_id: "B" },
      ],
    ],
    finds: [
      [
        { procedure_code: "27447", service_from: "2026-02-10" },
        { procedure_code: "99213", claim_id: "B" },
      ],
      [
        { procedure_code: "11400", service_from: "2026-02-25" },
        { procedure_code: "99212", claim_id: "B" },
      ],
    ],
  },
});
