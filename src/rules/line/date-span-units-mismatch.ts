import { isPerDiem, isSubsequentDay } from "../../codes/span.ts";
import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "date-span-units-mismatch",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Units of a daily service do not agree with the days of the line",
  why: "A run of days is paid as one unit a day; the payer denies the line when the units say something else.",
  fix: "Align the units with the dates, or bill one line for each date.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 26, section 10.4, items 24A and 24G", "RARC N345"],
  denial: { carc: ["CO-16", "CO-151"], rarc: ["N345"] },

  needs: ["procedure", "serviceFrom", "serviceTo", "units"],
  procedures: (code) => isSubsequentDay(code) || isPerDiem(code),
  message: "{units} units of {code} for {days} days, {from} to {to}",

  check({ procedure, serviceFrom: from, serviceTo: to, units }, { report }) {
    const days = to.days! - from.days! + 1;
    if (days < 2) return;
    const wrong = isSubsequentDay(procedure) ? units.amount !== days : units.amount > days;
    if (wrong) report("units", { units: units.amount, code: procedure.code, days, from, to });
  },

  examples: {
    passes: [
      { procedure_code: "99232", service_from: "2026-03-01", service_to: "2026-03-03", units: "3" },
      { procedure_code: "99232", service_from: "2026-03-01", units: "2" },
      { procedure_code: "H2036", service_from: "2026-03-02", service_to: "2026-03-08", units: "5" },
      { procedure_code: "S9123", service_from: "2026-03-01", service_to: "2026-03-02", units: "9" },
    ],
    finds: [
      { procedure_code: "99232", service_from: "2026-03-01", service_to: "2026-03-05", units: "3" },
      { procedure_code: "99308", service_from: "2026-03-01", service_to: "2026-03-02", units: "3" },
      { procedure_code: "H2036", service_from: "2026-03-02", service_to: "2026-03-08", units: "8" },
    ],
  },
  notes: `Visits on consecutive days must have one unit a day. Per-diem codes may leave days out, so only more units than
days are reported. Several units on one single date are for the medically unlikely edits (\`mue-exceeded\`).`,
});
