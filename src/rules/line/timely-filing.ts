import { lineRule } from "../../contract/rule.ts";
import { calendarDate, datePartsOf, formatDate } from "../../model/dates.ts";
import type { CalendarDate } from "../../model/values.ts";

/** The day one calendar year later, moved past a weekend; for 29 February it is 28 February (CPM chapter 1, section 70). */
function oneYearAfter(date: CalendarDate): CalendarDate {
  const { year, month, day } = datePartsOf(date);
  const last = calendarDate(year + 1, month, day) ?? calendarDate(year + 1, 2, 28)!;
  // Day 0, 1970-01-01, was a Thursday.
  const weekday = (((last + 4) % 7) + 7) % 7;
  return weekday === 6 ? last + 2 : weekday === 0 ? last + 1 : last;
}

/** `aetna=120` → 120 where the name is the payer's or its profile's. */
function limitOf(limits: readonly string[], names: readonly string[]): number | undefined {
  for (const limit of limits) {
    const [, name = "", days = ""] = /^(.*?)\s*=\s*(\d+)$/.exec(limit.trim().toLowerCase()) ?? [];
    if (names.includes(name)) return Number(days);
  }
  return undefined;
}

export default lineRule({
  id: "timely-filing",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Claim is filed after the payer's time limit",
  why: "A claim received after the limit is denied, and the patient may not be billed for it.",
  fix: "File at once with proof of an earlier timely submission, or the delay reason code (CLM20).",
  repair: "never",
  sources: ["42 CFR 424.44", "Medicare Claims Processing Manual, chapter 1, section 70"],
  doubt: "A federal holiday also moves the last day; holidays are not known to the rule.",
  denial: { carc: ["CO-29"] },
  options: {
    limits: {
      type: "list",
      default: [],
      describe: "Days from the service to the receipt, by payer name or profile: aetna=120, medicaid=365",
    },
  },

  needs: ["serviceFrom"],
  reads: ["serviceTo", "receivedDate", "frequency", "payer", "allowed", "paid"],
  message: "Service on {dos} had to be filed by {last}; {filed} is {late} days late",

  check(line, { asOf, options, report }) {
    // A replacement has limits of its own, and a line that the payer has answered was filed before.
    if (line.frequency && /^0?[78]$/.test(line.frequency.trimmed)) return;
    const received = line.receivedDate?.days;
    if (received === undefined && (line.allowed || line.paid)) return;
    // The Through date counts on institutional claims, the From date of the line on all others (CR 7080).
    const to = line.form === "institutional" && line.serviceTo?.ok ? line.serviceTo : line.serviceFrom;
    const days = limitOf(options.limits, [line.payer?.trimmed.toLowerCase() ?? "", line.payerKind]);
    if (days === undefined && line.payerKind !== "medicare") return;
    const last = days === undefined ? oneYearAfter(to.days!) : to.days! + days;
    const late = (received ?? asOf) - last;
    if (late <= 0) return;
    const dos = { text: formatDate(to.days!), privacy: to.privacy };
    const filed = received === undefined ? "today" : line.receivedDate!;
    report("serviceFrom", { dos, last: { text: formatDate(last), privacy: to.privacy }, filed, late });
  },

  examples: {
    passes: [
      { $payer: "medicare", $asOf: "2026-11-22", service_from: "2026-02-01" },
      { $asOf: "2026-11-22", service_from: "2024-02-01" },
      { $payer: "medicare", service_from: "2024-01-10", received_date: "2024-06-01" },
      { $options: '{"limits":["aetna=120"]}', payer: "Aetna", service_from: "2026-07-25" },
    ],
    finds: [
      { $payer: "medicare", $asOf: "2026-02-15", service_from: "2025-01-10" },
      { $payer: "medicare", $asOf: "2026-03-03", service_from: "2025-03-02" },
      { $options: '{"limits":["aetna=120"]}', payer: "Aetna", service_from: "2026-07-24" },
    ],
  },
  notes: `The receipt is the received date where the file has one, else the as-of day. Only Medicare's limit is built in:
those of other payers stand in their contracts and go into the option. Lines with an allowed or paid amount and no
received date have been answered by the payer and are left out.`,
});
