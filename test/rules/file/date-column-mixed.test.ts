import rule from "../../../src/rules/file/date-column-mixed.ts";
import { testRule } from "../harness.ts";

const dates = (...texts: string[]) =>
  texts.map((service_from, i) => ({ line_number: String(i + 1), service_from, service_to: "" }));

testRule(rule, {
  passes: [
    dates("03/02/2026", "3/13/2026", "03/14/26"),
    dates("2026-03-02", "not a date", "2026-02-30"),
    dates("2026-03-02", "2026-03-03T10:00:00"),
    dates("20260302", ""),
  ],
  finds: [
    {
      lines: dates("03/13/2026", "2026-03-14", "03/15/2026", "2026-03-16", "03/17/2026"),
      message: /read as MM\/DD\/YYYY, but 2 cells are written as YYYY-MM-DD, first in row 2/,
      severity: "warning",
      count: 1,
    },
    {
      lines: dates("03/13/2026", "03/14/2026", "15/03/2026"),
      message: /1 cell is written as DD\/MM\/YYYY, first in row 3/,
    },
    { lines: dates("2026-03-02", "2026-03-03", "20260304", "5-Mar-2026"), count: 2 },
    {
      lines: [{ $dateFormat: "YYYY-MM-DD", service_from: "2026-03-02", service_to: "2026-03-02", dob: "04/12/1980" }],
      message: /read as YYYY-MM-DD/,
    },
  ],
});
