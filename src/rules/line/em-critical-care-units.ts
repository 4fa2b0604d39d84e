import { lineRule } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";

/** 99291 stands for the first 74 minutes of the day, the neonatal and pediatric codes for the whole day. */
const ONCE_A_DAY = new Set("99291 99468 99469 99471 99472 99475 99476 99477 99478 99479 99480".split(" "));

export default lineRule({
  id: "em-critical-care-units",
  severity: "error",
  tier: "T2",
  since: "0.1.0",
  summary: "More than one unit of a critical care code that is reported once a day",
  why: "99291 is the first 30 to 74 minutes of the day and the pediatric codes are the whole day; further units are denied.",
  fix: "Report the time beyond 74 minutes as units of 99292; a per-day code has one unit on each day.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 12, section 30.6.12",
    "CPT, critical care and inpatient neonatal and pediatric critical care guidelines",
  ],
  denial: { carc: ["CO-151"], rarc: ["N362"] },
  forms: ["professional"],

  needs: ["procedure", "units", "serviceFrom"],
  reads: ["serviceTo"],
  procedures: (code) => ONCE_A_DAY.has(code.code),
  message: "{units} units of {code} in one day: {hint}",

  check(line, { report }) {
    const from = daysOf(line.serviceFrom);
    // A line of several days is date-span-service or date-span-units-mismatch.
    if ((line.serviceTo?.days ?? from) > from || line.units.amount <= 1) return;
    const { code } = line.procedure;
    const hint = code === "99291" ? "one a day, further time is 99292" : "the code covers the whole day";
    report("units", { units: line.units.amount, code, hint });
  },

  examples: {
    passes: [
      { procedure_code: "99291", place_of_service: "21", units: "1" },
      { procedure_code: "99292", place_of_service: "21", units: "3" },
      { procedure_code: "99469", place_of_service: "21", units: "2", service_to: "2026-03-03" },
    ],
    finds: [
      { procedure_code: "99291", place_of_service: "21", units: "2" },
      { procedure_code: "99469", place_of_service: "21", units: "3" },
    ],
  },
  notes: "99292 without 99291 is `addon-without-primary`; the ages of the pediatric codes are `proc-age-conflict`.",
});
