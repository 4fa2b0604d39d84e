import { isMonthlyDialysis, isSuppliedForAPeriod } from "../../codes/span.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";
import { formatDate } from "../../model/dates.ts";

export default lineRule({
  id: "date-future",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Date of service lies in the future",
  why: "A service that has not been rendered cannot be billed; the payer rejects the line.",
  fix: "Correct the date. For a check as of another day use --as-of.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 1, section 80.3.2"],
  denial: { carc: ["CO-16", "CO-110"], rarc: ["M52"] },

  needs: ["serviceFrom"],
  reads: ["serviceTo", "procedure", "modifiers"],
  message: "Service date {dos} is after {today}",

  check(line, { asOf, report }) {
    const { serviceFrom, serviceTo, procedure } = line;
    const today = formatDate(asOf);
    if (serviceFrom.days! > asOf) return report("serviceFrom", { dos: serviceFrom, today });
    if (serviceTo?.days === undefined || serviceTo.days <= asOf) return;
    const ahead =
      procedure?.ok &&
      (isSuppliedForAPeriod(procedure) || isMonthlyDialysis(procedure) || modifierCodes(line).includes("RR"));
    report("serviceTo", { dos: serviceTo, today }, ahead ? { severity: "info" } : undefined);
  },

  examples: {
    passes: [
      { $asOf: "2026-03-02", service_from: "2026-03-02" },
      { $asOf: "2026-03-31", procedure_code: "E0601", modifier_1: "RR", service_to: "2026-03-31" },
    ],
    finds: [
      { $asOf: "2026-11-22", service_from: "2027-01-05" },
      { $asOf: "2026-03-02", service_from: "2026-03-02", service_to: "2026-03-03" },
      { $asOf: "2026-03-15", procedure_code: "E0601", modifier_1: "RR", service_to: "2026-03-31" },
    ],
  },
  notes: `Where the service has begun and only its end lies ahead, supplies, rentals (RR) and the dialysis month are advisory:
they are billed for a period in advance.`,
});
