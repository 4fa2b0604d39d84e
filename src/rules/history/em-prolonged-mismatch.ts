import { isHcpcsVisit } from "../../codes/hcpcs.ts";
import { sameNcciProvider } from "../../codes/ncci.ts";
import { medicareProlonged, prolongedBases, prolongedGoesWith } from "../../codes/visit.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { ENCOUNTER_COLUMNS, isVoid } from "../../model/encounter.ts";
import type { ProcedureCode } from "../../model/values.ts";

type Line = LineView<"procedure" | "serviceFrom", "claimId" | (typeof ENCOUNTER_COLUMNS)[number]>;

const isVisit = (code: ProcedureCode) => code.section === "Evaluation and management" || isHcpcsVisit(code);

export default historyRule({
  id: "em-prolonged-mismatch",
  severity: "error",
  tier: "T2",
  since: "0.1.0",
  summary: "Prolonged service without the visit it goes with, or under a code the payer does not take",
  why: "Prolonged time is paid only beside the highest level of its visit family, and Medicare has codes of its own for it.",
  fix: "Check the level of the visit and the minutes; for Medicare use G2212, G0316, G0317 or G0318.",
  repair: "never",
  sources: [
    "CPT, prolonged services guidelines; CMS, Add-on Code Edits (type 1)",
    "Medicare Claims Processing Manual, chapter 12, section 30.6.15",
    "CMS, National Physician Fee Schedule relative value file: 99417 and 99418 have status I",
  ],
  denial: { carc: ["CO-16", "CO-97"], rarc: ["N122"] },
  forms: ["professional"],

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: ["claimId", ...ENCOUNTER_COLUMNS],
  procedures: (code) => prolongedBases(code) !== undefined || isVisit(code),
  message: "{code} {relation} {visits}{found}",

  start: () => [] as Line[],
  step: (lines, line) => void (isVoid(line) || lines.push(line)),
  finish(lines, { report }) {
    for (const line of lines) {
      const { code } = line.procedure;
      const bases = prolongedBases(line.procedure);
      if (bases === undefined) continue;
      const medicare = line.payerKind === "medicare" ? medicareProlonged(line.procedure) : undefined;
      if (medicare !== undefined) {
        const relation = "is not valid for Medicare, which takes";
        report(line, "procedure", { code, relation, visits: medicare, found: "" });
        continue;
      }
      if (lines.some((other) => bases.includes(other.procedure.code))) continue;
      const visit = lines.find((other) => !prolongedBases(other.procedure) && sameNcciProvider(line, other));
      const slots = { code, relation: "goes with", visits: prolongedGoesWith(line.procedure) };
      if (visit === undefined)
        report(line, "procedure", { ...slots, found: "; no such visit on this day" }, { severity: "warning" });
      else
        report(
          line,
          "procedure",
          { ...slots, found: `; the visit of this day is ${visit.procedure.code}` },
          { related: [{ line: visit, at: "procedure", label: "the visit" }] },
        );
    }
  },

  examples: {
    passes: [
      [{ procedure_code: "99205" }, { procedure_code: "99417", line_number: "2" }],
      [
        { procedure_code: "99215", $payer: "medicare" },
        { procedure_code: "G2212", line_number: "2" },
      ],
    ],
    finds: [
      [{ procedure_code: "99214" }, { procedure_code: "99417", line_number: "2" }],
      [
        { procedure_code: "99215", $payer: "medicare" },
        { procedure_code: "99417", line_number: "2" },
      ],
    ],
  },
  notes: "The visit may be on another claim and by another provider of the day. 99354–99357 are `cpt-deleted-code`.",
});
