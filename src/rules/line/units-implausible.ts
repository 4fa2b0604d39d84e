import { isPreventiveVisit } from "../../codes/cpt.ts";
import { isTimedTherapy } from "../../codes/therapy.ts";
import { takesModifier25 } from "../../codes/visit.ts";
import { lineRule } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";
import type { ProcedureCode } from "../../model/values.ts";

/** Two hours of one timed service: the usual daily maximum of 15-minute therapy codes. */
const TIMED_MAXIMUM = 8;

/** Venipuncture is once an encounter; its published maximum is two a day. */
const VENIPUNCTURE = "36415";

/** Once a day by definition: visits, transitional care. Critical care has a rule of its own. */
function dailyMaximum(code: ProcedureCode): number | undefined {
  if (takesModifier25(code) || isPreventiveVisit(code) || ["99211", "99495", "99496"].includes(code.code)) return 1;
  if (code.code === VENIPUNCTURE) return 2;
  return isTimedTherapy(code) ? TIMED_MAXIMUM : undefined;
}

export default lineRule({
  id: "units-implausible",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "More units in a day than the service allows",
  why: "Payers cap the units a day; the units above it, or the whole line, are denied.",
  fix: "Check the count against the record: minutes in place of units are a common cause.",
  repair: "never",
  sources: [
    "NCCI Policy Manual, chapter I, section V (medically unlikely edits)",
    "Medicare Claims Processing Manual, chapter 5, section 20.2 (timed units)",
  ],
  denial: { carc: ["CO-151", "CO-16"], rarc: ["M53"] },

  needs: ["procedure", "units", "serviceFrom"],
  reads: ["serviceTo"],
  procedures: (code) => dailyMaximum(code) !== undefined,
  message: "{units} units of {code} in one day: {hint}",

  check(line, { report }) {
    const maximum = dailyMaximum(line.procedure);
    // A line of several days is compared with its units by date-span-units-mismatch, or not allowed (date-span-service).
    if ((line.serviceTo?.days ?? daysOf(line.serviceFrom)) > daysOf(line.serviceFrom)) return;
    const { amount } = line.units;
    // A fraction of a visit is units-invalid's.
    if (maximum === undefined || amount <= maximum || !Number.isInteger(amount)) return;
    // A hospital sees and draws the patient several times a day, in several clinics.
    if (line.form === "institutional" && maximum !== TIMED_MAXIMUM) return;
    const minutes = maximum === TIMED_MAXIMUM && amount % 5 === 0 && amount >= 15;
    report("units", {
      units: amount,
      code: line.procedure.code,
      hint: minutes ? "these look like minutes, a unit is 15 of them" : `at most ${maximum} a day is usual`,
    });
  },

  examples: {
    passes: [
      { procedure_code: "97110", units: "8" },
      { procedure_code: "95165", units: "10" },
      { procedure_code: "17003", units: "13" },
      { procedure_code: "99232", units: "3", service_from: "2026-03-02", service_to: "2026-03-04" },
    ],
    finds: [
      { procedure_code: "99213", units: "3" },
      { procedure_code: "97110", units: "45" },
      { procedure_code: "36415", units: "3" },
    ],
  },
  notes:
    "A short built-in list: visits and transitional care once a day, 36415 twice, 15-minute therapy codes up to 8; of " +
    "institutional lines the therapy codes only. The published maximums of all codes are `mue-exceeded`. A line that " +
    "spans several days is not judged here.",
});
