import { isBilledPerEncounter } from "../../codes/span.ts";
import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "date-span-service",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Service billed per date stands on one line with several dates",
  why: "Payers cannot tell on which dates the service was rendered, and deny a range that does not fit the units.",
  fix: "Bill one line for each date of service.",
  repair: "suggest",
  sources: ["Medicare Claims Processing Manual, chapter 26, section 10.4, item 24A", "RARC N345, N63, N74"],
  denial: { carc: ["CO-16"], rarc: ["N345"] },
  forms: ["professional"],

  needs: ["procedure", "serviceFrom", "serviceTo"],
  reads: ["units"],
  procedures: isBilledPerEncounter,
  message: "{code} is billed per date; the line runs from {from} to {to} with {units}",

  check({ procedure, serviceFrom: from, serviceTo: to, units }, { report }) {
    const nights = to.days! - from.days!;
    if (nights <= 0) return;
    const slots = { code: procedure.code, from, to, units: units?.ok ? `${units.amount} units` : "no units" };
    // An operation, an emergency visit or a collection of specimens may go past midnight; its date is the first one.
    const overMidnight = nights === 1 && (units === undefined || units.amount <= 1);
    report("serviceTo", slots, overMidnight ? { severity: "info" } : undefined);
  },

  examples: {
    passes: [
      { procedure_code: "99213", service_from: "2026-03-02", service_to: "2026-03-02" },
      { procedure_code: "99232", service_from: "2026-03-01", service_to: "2026-03-03", units: "3" },
      { procedure_code: "90960", service_from: "2026-03-01", service_to: "2026-03-31" },
      { procedure_code: "99490", service_from: "2026-03-01", service_to: "2026-03-31" },
      { procedure_code: "59426", service_from: "2026-01-05", service_to: "2026-03-20" },
      { procedure_code: "E0601", modifier_1: "RR", service_from: "2026-03-01", service_to: "2026-03-31" },
      { procedure_code: "00840", service_from: "2026-03-01", service_to: "2026-03-02", units: "90" },
    ],
    finds: [
      { procedure_code: "99213", service_from: "2026-03-01", service_to: "2026-03-05" },
      { procedure_code: "97110", service_from: "2026-03-01", service_to: "2026-03-10", units: "20" },
      { procedure_code: "44970", service_from: "2026-03-01", service_to: "2026-03-02" },
    ],
  },
  notes: `Not flagged: services of a week, a month or an episode (care management, remote monitoring, maternity, dialysis
month, radiation treatment), anesthesia, rentals. Subsequent hospital and nursing-facility days may be billed as a run:
\`date-span-units-mismatch\` compares them with the units. One night with one unit is advisory.`,
});
