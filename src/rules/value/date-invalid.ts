import { dateFormatsOf, serialDate } from "../../codes/date.ts";
import { valueRule } from "../../contract/rule.ts";
import { formatDate } from "../../model/dates.ts";
import type { DateFormat } from "../../model/values.ts";

export default valueRule({
  id: "date-invalid",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Cell of a date column that is not a date in the column's format",
  why: "The payer rejects the line, and no rule that depends on the date could be run for it.",
  fix: "Correct the date in the source system, or export the column in one format.",
  repair: "suggest",
  sources: ["ASC X12N 837P (005010X222A1), DTP02 = D8 or RD8 (CCYYMMDD)"],
  denial: { carc: ["CO-16"], rarc: ["M52"] },

  on: ["dob", "dateOfDeath", "serviceFrom", "serviceTo", "admissionDate", "dischargeDate", "receivedDate"],
  message: "{date} {problem}",

  check(value, { report }) {
    if (value.ok) return;
    const serial = serialDate(value.text);
    if (serial !== undefined) {
      const suggestion = { safe: false, replacement: formatDate(serial) };
      report({ date: value, problem: "is a spreadsheet's day number, not a date" }, { suggestion });
      return;
    }
    const [format] = dateFormatsOf(value.text);
    report({ date: value, problem: format === undefined ? "is not a calendar date" : elsewhere(format) });
  },

  examples: {
    passes: [
      { service_from: "2026-02-28" },
      { service_from: "02/28/2026", service_to: "02/28/2026" },
      { service_from: "20260228" },
      { service_from: "2026-02-28 08:30:00" },
      { service_to: "" },
    ],
    finds: [
      { service_from: "2026-02-30" },
      { service_from: "13/25/2026" },
      { dob: "46083" },
      { date_of_death: "pending" },
      { admission_date: "0000-00-00" },
    ],
  },
  notes: `A column is read in one format, the most frequent one; \`date-column-mixed\` names the others. A time of day behind
the date and years of two digits are read. A spreadsheet's day number (46083 = 2026-03-02) comes with the date it
stands for, to be confirmed.`,
});

function elsewhere(format: DateFormat): string {
  return `is written as ${format}, not in its column's format`;
}
