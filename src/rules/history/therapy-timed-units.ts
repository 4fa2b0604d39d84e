import { isTimedTherapy, unitsForMinutes } from "../../codes/therapy.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, type EncounterColumn, groupByBiller } from "../../model/encounter.ts";
import { groupBy } from "../../model/group.ts";

type Needs = "procedure" | "serviceFrom" | "units";
type Line = LineView<Needs, EncounterColumn | "claimId" | "modifiers" | "minutes" | "serviceTo">;

const discipline = (line: Line) => modifierCodes(line).find((modifier) => ["GP", "GO", "GN"].includes(modifier));
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const minutesOf = (lines: readonly Line[]) => total(lines.map((line) => line.minutes?.amount ?? 0));

/** Without the minutes of every line, or with several days in one, there is no total to compare. */
const isKnown = (line: Line) =>
  line.minutes?.ok === true && (line.serviceTo?.days ?? daysOf(line.serviceFrom)) === daysOf(line.serviceFrom);

/** Medicare counts the minutes of the day together; CPT counts each service by itself, which can come to more. */
function supportedUnits(lines: readonly Line[]): number {
  const together = unitsForMinutes(minutesOf(lines));
  if (lines[0]?.payerKind === "medicare") return together;
  const byCode = [...groupBy(lines, (line) => line.procedure.code).values()];
  return Math.max(together, total(byCode.map((same) => unitsForMinutes(minutesOf(same)))));
}

export default historyRule({
  id: "therapy-timed-units",
  severity: "warning",
  tier: "T3",
  since: "0.1.0",
  summary: "More units of timed therapy than its minutes support",
  why: "Timed therapy is paid by the minutes of the day: 8 to 22 make one unit, 23 to 37 two; units above that are denied.",
  fix: "Compare the treatment minutes of the record with the units of all timed services of that day.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 5, section 20.2.C"],
  denial: { carc: ["CO-151", "CO-150"] },
  payers: ["medicare"],

  per: "patient+date",
  needs: ["procedure", "serviceFrom", "units"],
  reads: [...ENCOUNTER_COLUMNS, "claimId", "modifiers", "minutes", "serviceTo"],
  columns: ["minutes"],
  procedures: isTimedTherapy,
  message: "{minutes} minutes of timed therapy support {supported} units; {units} are billed",

  start: (): Line[] => [],
  step: (lines, line) => void lines.push(line),
  finish(lines, { report }) {
    for (const ofBiller of groupByBiller(lines))
      for (const plan of groupBy(ofBiller, discipline).values()) {
        const [first, ...others] = plan;
        if (first === undefined || !plan.every(isKnown)) continue;
        const units = total(plan.map((line) => line.units.amount));
        const supported = supportedUnits(plan);
        if (units <= supported) continue;
        const related = others.map((line) => ({ line, at: "units", label: "counted with it" }) as const);
        report(first, "units", { minutes: minutesOf(plan), supported, units }, { related });
      }
  },

  examples: {
    passes: [
      { procedure_code: "97110", minutes: "23", units: "2", $payer: "medicare" },
      [
        { procedure_code: "97110", minutes: "20", units: "2", $payer: "medicare" },
        { procedure_code: "97140", minutes: "20", units: "1", line_number: "2" },
      ],
    ],
    finds: [{ procedure_code: "97110", minutes: "20", units: "2", $payer: "medicare" }],
  },
  notes:
    "All timed services of a day, biller and plan of care (GP, GO, GN) count together. Fewer units than the minutes support are not flagged.",
});
