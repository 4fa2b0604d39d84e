import { isVaccineAdministration } from "../../codes/cpt.ts";
import { placeAbout } from "../../codes/place.ts";
import { isNewPatientVisit } from "../../codes/visit.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { modifierSlot } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, sameBiller } from "../../model/encounter.ts";
import type { ProcedureCode } from "../../model/values.ts";

type Reads = "modifiers" | "placeOfService" | (typeof ENCOUNTER_COLUMNS)[number];
type Line = LineView<"procedure" | "serviceFrom", Reads>;

const STAFF_VISIT = 99211;
const HOSPITAL_AND_ASC = new Set(["19", "21", "22", "23", "24"]);

/** Injections, infusions, vaccines, allergy shots, venipuncture: what staff does is part of them. */
function holdsStaffVisit(code: ProcedureCode): boolean {
  const { number } = code;
  if (isVaccineAdministration(code) || number === 36415 || number === 95115 || number === 95117) return true;
  return number >= 96360 && number <= 96549;
}

export default historyRule({
  id: "em-99211-context",
  severity: "info",
  defaultOff: true,
  tier: "T3",
  since: "0.1.0",
  summary: "99211 beside an injection, for a new patient, or in a hospital",
  why: "99211 is a visit with staff in the office; with an injection it is part of it, and in a hospital it is the hospital's.",
  fix: "Leave 99211 out, unless the record shows a visit of its own (then 25).",
  repair: "never",
  sources: [
    "NCCI Policy Manual, chapter XI",
    "Medicare Claims Processing Manual, chapter 12, sections 30.5 and 30.6.4; Benefit Policy Manual, chapter 15, section 60",
  ],
  denial: { carc: ["CO-97"] },
  forms: ["professional"],

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "placeOfService", ...ENCOUNTER_COLUMNS],
  procedures: (code) => code.number === STAFF_VISIT || holdsStaffVisit(code) || isNewPatientVisit(code),
  message: "99211 {circumstance}: usually not paid",

  start: () => [] as Line[],
  step: (lines, line) => void lines.push(line),
  finish(lines, { report }) {
    for (const line of lines) {
      if (line.procedure.number !== STAFF_VISIT) continue;
      const place = line.placeOfService?.code ?? "";
      const other = lines.find((l) => l.procedure.number !== STAFF_VISIT && sameBiller(l, line));
      if (HOSPITAL_AND_ASC.has(place))
        report(line, "placeOfService", { circumstance: `in place ${place} (${placeAbout(place)?.name})` });
      else if (other && modifierSlot(line, "25") < 0)
        report(
          line,
          "procedure",
          { circumstance: `on the day of ${other.procedure.code}` },
          { related: [{ line: other, at: "procedure", label: "the other service" }] },
        );
    }
  },

  examples: {
    passes: [
      { procedure_code: "99211" },
      [{ procedure_code: "99211", modifier_1: "25" }, { procedure_code: "90471" }],
      [{ procedure_code: "99211" }, { procedure_code: "85610" }],
    ],
    finds: [
      [{ procedure_code: "99211" }, { procedure_code: "96372" }],
      { procedure_code: "99211", place_of_service: "22" },
    ],
  },
});
