import { fileRule } from "../../contract/rule.ts";

export default fileRule({
  id: "date-column-ambiguous",
  severity: "info",
  tier: "T1",
  since: "0.1.0",
  summary: "No date of the column tells the month from the day",
  why: "Read in the wrong order, every date of the column is a different day and the date rules judge that day.",
  fix: "Say which it is with --date-format MM/DD/YYYY or --date-format DD/MM/YYYY.",
  repair: "never",
  sources: ["ASC X12N 837P (005010X222A1), DTP02 = D8 or RD8: every date is CCYYMMDD"],
  message: "All dates of the column fit MM/DD/YYYY and DD/MM/YYYY; it is read as MM/DD/YYYY",

  check(file, { report }) {
    // A column beside it that is month first for certain was written by the same system.
    if (file.dateColumns.some(({ format, ambiguous }) => format === "MM/DD/YYYY" && !ambiguous)) return;
    for (const { column, ambiguous } of file.dateColumns) if (ambiguous) report({ row: 0, column }, {});
  },

  examples: {
    passes: [
      { service_from: "2026-03-02" },
      [{ service_from: "03/02/2026" }, { line_number: "2", service_from: "03/13/2026" }],
      { service_from: "03/03/2026" },
      { service_from: "03/02/2026", $dateFormat: "MM/DD/YYYY" },
    ],
    finds: [[{ service_from: "03/02/2026" }, { line_number: "2", service_from: "03/05/2026" }]],
  },
});
