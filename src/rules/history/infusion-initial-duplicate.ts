import { INITIAL_INFUSIONS } from "../../codes/infusion.ts";
import { optional } from "../../contract/dataset.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import ptpHospital from "../../datasets/ncci-ptp-hospital.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, type EncounterColumn, groupByBiller } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", EncounterColumn | "claimId" | "modifiers" | "placeOfService">;

/** A second access site, or a second encounter. */
const SEPARATE = new Set("59 XE XS XP XU".split(" "));

function oneEncounter(a: Line, b: Line): boolean {
  if ([...modifierCodes(a), ...modifierCodes(b)].some((modifier) => SEPARATE.has(modifier))) return false;
  return a.form === b.form && a.placeOfService?.code === b.placeOfService?.code;
}

export default historyRule({
  id: "infusion-initial-duplicate",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Two initial infusion or injection services on one day",
  why: "An encounter has one initial service, the one the patient came for; what follows is sequential, concurrent or a further push.",
  fix: "Keep one initial code and report the others as subsequent; 59 or XS only for a second access site, XE for a second encounter.",
  repair: "never",
  sources: [
    "CPT, guidelines for hydration, infusions and injections (96360–96549)",
    "NCCI Policy Manual, chapter XI, section B",
    "Medicare Claims Processing Manual, chapter 12, section 30.5",
  ],
  denial: { carc: ["CO-97"], rarc: ["N122"] },
  forms: ["professional", "institutional"],
  data: { practitioner: optional(ptpPractitioner), hospital: optional(ptpHospital) },

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: [...ENCOUNTER_COLUMNS, "claimId", "modifiers", "placeOfService"],
  procedures: (code) => INITIAL_INFUSIONS.has(code.code),
  message: "{first} and {second} are both initial services; an encounter has one",

  start: (): Line[] => [],
  step: (lines, line) => void lines.push(line),
  finish(lines, { data, report }) {
    for (const [first, ...others] of groupByBiller(lines)) {
      const second = others.find((line) => line.procedure.code !== first.procedure.code && oneEncounter(first, line));
      if (second === undefined) continue;
      const codes = [first.procedure.code, second.procedure.code] as const;
      const edits = first.form === "institutional" ? data.hospital : data.practitioner;
      // With the NCCI table installed, ncci-ptp reports the pair.
      if (edits?.edits(...codes, daysOf(first.serviceFrom)).length) continue;
      const related = [{ line: first, at: "procedure", label: "the other initial service" }] as const;
      report(second, "procedure", { first: codes[0], second: codes[1] }, { related });
    }
  },

  examples: {
    passes: [
      [{ procedure_code: "96365" }, { procedure_code: "96375", line_number: "2" }],
      [{ procedure_code: "96365" }, { procedure_code: "96374", line_number: "2", modifier_1: "59" }],
      [{ procedure_code: "96413" }, { procedure_code: "96401", line_number: "2" }],
    ],
    finds: [
      [{ procedure_code: "96365" }, { procedure_code: "96374", line_number: "2" }],
      [{ procedure_code: "96413" }, { procedure_code: "96360", claim_id: "CLM-2" }],
    ],
  },
  notes:
    "Two lines of one initial code are `duplicate-line` or `mue-exceeded`; a subsequent code without an initial one is `addon-without-primary`.",
});
