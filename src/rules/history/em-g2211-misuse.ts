import { sameNcciProvider } from "../../codes/ncci.ts";
import { isMedicarePreventive } from "../../codes/preventive.ts";
import { COMPLEXITY_FROM, takesComplexity } from "../../codes/visit.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { day } from "../../model/dates.ts";
import { ENCOUNTER_COLUMNS, isVoid } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", "modifiers" | "claimId" | (typeof ENCOUNTER_COLUMNS)[number]>;

/** Since then 25 does no harm if the other service is a preventive one. */
const PREVENTIVE_FROM = day("2025-01-01");

const has = (line: Line, modifier: string) => modifierCodes(line).includes(modifier);
const isPreventive = (line: Line) => isMedicarePreventive(line.procedure) || has(line, "33") || has(line, "PT");

export default historyRule({
  id: "em-g2211-misuse",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Visit complexity add-on G2211 where Medicare does not pay it",
  why: "Medicare pays G2211 beside an office visit only, and not if the visit carries 25 because of a procedure.",
  fix: "Remove G2211, or check whether 25 belongs on the visit at all.",
  repair: "never",
  sources: [
    "CMS, Physician Fee Schedule final rules for 2024 (G2211), 2025 (25 with preventive services) and 2026 (home visits)",
    "CMS, Add-on Code Edits 2026 Q2",
  ],
  denial: { carc: ["CO-97", "CO-16"], rarc: ["N122"] },
  payers: ["medicare"],
  forms: ["professional"],

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "claimId", ...ENCOUNTER_COLUMNS],
  message: "G2211 {problem}",

  start: () => [] as Line[],
  step: (lines, line) => void (isVoid(line) || lines.push(line)),
  finish(lines, { report }) {
    for (const line of lines) {
      const on = daysOf(line.serviceFrom);
      if (line.procedure.code !== "G2211" || line.payerKind !== "medicare" || on < COMPLEXITY_FROM) continue;
      const visits = lines.filter((other) => takesComplexity(other.procedure, on));
      if (visits.length === 0) report(line, "procedure", { problem: "goes with an office visit; none on this day" });
      const own = visits.filter((visit) => sameNcciProvider(visit, line));
      const [visit] = own;
      if (visit === undefined || own.some((other) => !has(other, "25"))) continue;
      if (on >= PREVENTIVE_FROM && lines.some(isPreventive)) continue;
      const other = lines.find((l) => l !== line && !own.includes(l) && sameNcciProvider(l, line));
      const certain = other !== undefined || on < PREVENTIVE_FROM;
      const beside = other ? ` and ${other.procedure.code}` : "";
      report(
        line,
        "procedure",
        { problem: `is not paid with ${visit.procedure.code}-25${beside}` },
        {
          related: [{ line: visit, at: "procedure", label: "the visit with 25" }],
          severity: certain ? "warning" : "info",
        },
      );
    }
  },

  examples: {
    passes: [
      [{ procedure_code: "99214", $payer: "medicare" }, { procedure_code: "G2211" }],
      [{ modifier_1: "25", $payer: "medicare" }, { procedure_code: "G2211" }, { procedure_code: "G0439" }],
    ],
    finds: [
      [{ modifier_1: "25", $payer: "medicare" }, { procedure_code: "G2211" }, { procedure_code: "20610" }],
      { procedure_code: "G2211", $payer: "medicare" },
    ],
  },
});
