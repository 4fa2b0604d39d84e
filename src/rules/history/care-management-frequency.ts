import { monthlyCare } from "../../codes/care-management.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";
import { datePartsOf } from "../../model/dates.ts";
import { ENCOUNTER_COLUMNS, type EncounterColumn, sameBiller, sameProvider } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", EncounterColumn>;

function monthOf(line: Line): number {
  const { year, month } = datePartsOf(daysOf(line.serviceFrom));
  return year * 12 + month;
}

function repeats(line: Line, earlier: Line): boolean {
  const family = monthlyCare(line.procedure)!;
  if (monthlyCare(earlier.procedure) !== family || monthOf(line) !== monthOf(earlier)) return false;
  const sameDay = line.serviceFrom.days === earlier.serviceFrom.days;
  // The same code on the same day is duplicate-line.
  if (sameDay && line.procedure.code === earlier.procedure.code) return false;
  return family.perPractice ? sameBiller(line, earlier) : sameProvider(line, earlier);
}

export default historyRule({
  id: "care-management-frequency",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Monthly care management billed twice in one calendar month",
  why: "These services are paid once a month, and only one of their family; the second is denied.",
  fix: "Report the time of the whole month under one code; further time goes to its add-on code.",
  repair: "never",
  sources: [
    "CPT, care management, behavioral health integration and remote monitoring guidelines",
    "CMS MLN909188 (chronic care management services)",
  ],
  denial: { carc: ["CO-151", "CO-119", "CO-B15"], rarc: ["N435"] },
  forms: ["professional"],

  per: "patient",
  needs: ["procedure", "serviceFrom"],
  reads: [...ENCOUNTER_COLUMNS],
  procedures: (code) => monthlyCare(code) !== undefined,
  message: "{code} on {date}: {earlierCode} was billed for the same month on {earlier} ({family})",

  start: (): Line[] => [],
  step(seen, line, { report }) {
    const earlier = seen.find((other) => repeats(line, other));
    seen.push(line);
    if (earlier === undefined) return;
    const slots = {
      code: line.procedure.code,
      date: line.serviceFrom,
      earlierCode: earlier.procedure.code,
      earlier: earlier.serviceFrom,
      family: monthlyCare(line.procedure)!.name,
    };
    report(line, "procedure", slots, {
      related: [{ line: earlier, at: "procedure", label: "the first of the month" }],
    });
  },

  examples: {
    passes: [
      [
        { procedure_code: "99490", service_from: "2026-05-31" },
        { procedure_code: "99490", service_from: "2026-06-01", claim_id: "B" },
      ],
      [{ procedure_code: "99490" }, { procedure_code: "99439", units: "2", line_number: "2" }],
    ],
    finds: [
      [
        { procedure_code: "99490", service_from: "2026-05-04" },
        { procedure_code: "99490", service_from: "2026-05-29", claim_id: "B" },
      ],
      [{ procedure_code: "99490" }, { procedure_code: "99487", line_number: "2" }],
    ],
  },
});
