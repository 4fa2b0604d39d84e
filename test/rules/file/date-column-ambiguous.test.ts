import rule from "../../../src/rules/file/date-column-ambiguous.ts";
import { testRule } from "../harness.ts";

const dates = (...texts: string[]) =>
  texts.map((service_from, i) => ({ line_number: String(i + 1), service_from, service_to: "" }));

testRule(rule, {
  passes: [
    dates("2026-03-02", "2026-04-05"),
    dates("03/02/2026", "03/12/2026", "03/13/2026"),
    dates("02/03/2026", "13/03/2026"),
    dates("03/03/2026", "12/12/2026"),
    dates("5-Mar-2026", "6-Mar-2026"),
    [{ service_from: "3/13/2026", service_to: "3/13/2026", dob: "4/5/1980" }],
    [{ ...dates("03/02/2026")[0]!, $dateFormat: "MM/DD/YYYY" }],
  ],
  finds: [
    { lines: dates("03/02/2026", "03/12/2026"), message: /read as MM\/DD\/YYYY/, severity: "info", count: 1 },
    { lines: [{ service_from: "13/3/2026", service_to: "13/3/2026", dob: "4/5/1980" }], count: 1 },
    { lines: [{ service_from: "3/2/2026", service_to: "3/2/2026", dob: "4/5/1980" }], count: 3 },
  ],
});
