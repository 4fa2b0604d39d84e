import { fileRule } from "../../contract/rule.ts";

export default fileRule({
  id: "date-column-mixed",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Date column mixes formats",
  why: "Dates of the second format cannot be read, and where day and month changed places others are read wrongly.",
  fix: "Export the column in one format. Check the dates with a day of 12 or less by hand: they fit both orders.",
  repair: "never",
  sources: ["ASC X12N 837P (005010X222A1), DTP02 = D8 or RD8: every date is CCYYMMDD"],
  denial: { carc: ["CO-16"], rarc: ["M52"] },
  message: "The column is read as {format}, but {count} {cells} as {other}, first in row {row}",

  check(file, { report }) {
    for (const { column, format, others } of file.dateColumns) {
      if (format === undefined) continue;
      for (const { format: other, row, count } of others) {
        report(
          { row, column },
          { format, count, cells: count === 1 ? "cell is written" : "cells are written", other, row },
        );
      }
    }
  },

  examples: {
    passes: [[{ service_from: "03/02/2026" }, { line_number: "2", service_from: "03/13/2026" }]],
    finds: [
      [
        { service_from: "03/13/2026" },
        { line_number: "2", service_from: "03/14/2026" },
        { line_number: "3", service_from: "2026-03-15" },
      ],
    ],
  },
  notes: `One finding for each column and each further format: the cause. Every cell that could not be read is a
\`date-invalid\` finding of its own, because the rules on dates were not run for its line.`,
});
