import { optional } from "../../contract/dataset.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, groupByBiller } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", "modifiers" | "claimId" | (typeof ENCOUNTER_COLUMNS)[number]>;

const SCREENING = 77067;
/** Diagnostic mammograms: one side, both sides. */
const DIAGNOSTIC = new Set([77065, 77066]);
/** GG and GH say that a screening led to the diagnostic study; the others that the two were separate. */
const EXPLAINED = new Set(["GG", "GH", "59", "XE", "XP", "XS", "XU"]);

export default historyRule({
  id: "mammography-combo",
  severity: "info",
  tier: "T3",
  since: "0.1.0",
  summary: "Screening and diagnostic mammogram on one day without GG",
  why: "Medicare pays both on one day only if GG on the diagnostic one says that the screening made it necessary.",
  fix: "Add GG to the diagnostic mammogram if the screening images led to it.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 18, section 20.2"],
  denial: { carc: ["CO-97"] },
  payers: ["medicare"],
  forms: ["professional"],
  data: { edits: optional(ptpPractitioner) },

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "claimId", ...ENCOUNTER_COLUMNS],
  procedures: (code) => code.number === SCREENING || DIAGNOSTIC.has(code.number),
  message: "{code} on the day of screening mammogram 77067 has no GG",

  start: () => [] as Line[],
  step: (lines, line) => void (line.payerKind === "medicare" && lines.push(line)),
  finish(lines, { data, report }) {
    for (const group of groupByBiller(lines)) {
      const screening = group.find((line) => line.procedure.number === SCREENING);
      if (screening === undefined) continue;
      for (const line of group) {
        if (line === screening || !DIAGNOSTIC.has(line.procedure.number)) continue;
        if (modifierCodes(line).some((modifier) => EXPLAINED.has(modifier))) continue;
        // With the NCCI table installed the pair is ncci-ptp's to report.
        const codes = [line.procedure.code, screening.procedure.code] as const;
        if (data.edits?.pair(...codes, daysOf(line.serviceFrom)) !== undefined) continue;
        const related = [{ line: screening, at: "procedure", label: "the screening" }] as const;
        report(line, "procedure", { code: line.procedure.code }, { related });
      }
    }
  },

  examples: {
    passes: [
      [
        { procedure_code: "77067", $payer: "medicare" },
        { procedure_code: "77066", modifier_1: "GG" },
      ],
      [{ procedure_code: "77067", $payer: "medicare" }, { procedure_code: "77063" }],
      [{ procedure_code: "77067", $payer: "commercial" }, { procedure_code: "77066" }],
    ],
    finds: [[{ procedure_code: "77067", $payer: "medicare" }, { procedure_code: "77066" }]],
  },
  notes: "77063 without 77067 and G0279 without 77065 or 77066 are `addon-without-primary`.",
});
