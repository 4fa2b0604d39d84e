import { isPanelOrTest, LAB_PANELS, panelHolds } from "../../codes/lab-panel.ts";
import { optional } from "../../contract/dataset.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, groupByBiller } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", "modifiers" | "claimId" | (typeof ENCOUNTER_COLUMNS)[number]>;

/** Repeated, another specimen, sent to another laboratory, or paid under the dialysis rules (CD, CE, CF). */
const APART = new Set(["91", "59", "XE", "XP", "XS", "XU", "90", "CD", "CE", "CF"]);

export default historyRule({
  id: "lab-panel-unbundled",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Tests of a laboratory panel billed apart, or beside the panel",
  why: "When all tests of a panel are done, the panel is the code to bill; its tests are denied, or paid at the panel's price.",
  fix: "Bill the panel alone; add 91 or 59 only to a test that was repeated or made on another specimen.",
  repair: "suggest",
  sources: [
    "CPT, organ or disease-oriented panels guidelines",
    "Medicare Claims Processing Manual, chapter 16, section 90; NCCI Policy Manual, chapter X",
  ],
  denial: { carc: ["CO-97", "CO-236"], rarc: ["M75", "M71"] },
  forms: ["professional"],
  data: { edits: optional(ptpPractitioner) },

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "claimId", ...ENCOUNTER_COLUMNS],
  procedures: (code) => isPanelOrTest(code.code),
  message: "{codes} {relation} panel {panel}",

  start: () => [] as Line[],
  step: (lines, line) => void (modifierCodes(line).some((modifier) => APART.has(modifier)) || lines.push(line)),
  finish(lines, { data, report }) {
    for (const group of groupByBiller(lines)) {
      const open = new Map(group.map((line) => [line.procedure.code, line]));
      for (const line of group) {
        const { code } = line.procedure;
        const panel = group.find((other) => panelHolds(other.procedure.code, code));
        if (panel === undefined || !open.delete(code)) continue;
        // With the NCCI table installed the pair is ncci-ptp's to report.
        if (data.edits?.pair(panel.procedure.code, code, daysOf(line.serviceFrom)) !== undefined) continue;
        const slots = { codes: code, relation: "is already in", panel: panel.procedure.code };
        report(line, "procedure", slots, { related: [{ line: panel, at: "procedure", label: "the panel" }] });
      }
      for (const { panel, tests, payers } of LAB_PANELS) {
        const parts = tests.map((test) => open.get(test));
        const found = parts.filter((line) => line !== undefined);
        const [first, ...others] = found;
        if (first === undefined || found.length < parts.length) continue;
        if (payers !== undefined && !payers.includes(first.payerKind)) continue;
        for (const line of found) open.delete(line.procedure.code);
        const codes = `${first.procedure.code} and ${others.length} more of this day`;
        const related = others.map((line) => ({ line, at: "procedure", label: "a test of the panel" }) as const);
        // A panel that only some payers take is a proposal.
        const extra = payers === undefined ? { related } : ({ related, severity: "info" } as const);
        report(first, "procedure", { codes, relation: "make up", panel }, extra);
      }
    }
  },

  examples: {
    passes: [
      [{ procedure_code: "82465" }, { procedure_code: "83718" }],
      [{ procedure_code: "80053" }, { procedure_code: "83036" }],
      [{ procedure_code: "80053" }, { procedure_code: "82947", modifier_1: "91" }],
    ],
    finds: [
      [{ procedure_code: "82465" }, { procedure_code: "83718" }, { procedure_code: "84478" }],
      [{ procedure_code: "80053" }, { procedure_code: "82947" }],
    ],
  },
  notes: "Not flagged: modifiers 91, 59, XE–XU and 90, dialysis modifiers, 80050 outside commercial plans.",
});
