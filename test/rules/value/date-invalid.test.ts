import { expect, test } from "vitest";
import rule from "../../../src/rules/value/date-invalid.ts";
import { runExample, testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { service_from: "2024-02-29" },
    { dob: "2/3/80", service_from: "2026-03-02" },
    { service_from: "2026-03-02T08:30:00Z", service_to: "2026-03-02" },
    { service_to: "N/A" },
    { received_date: "20260310" },
    { service_from: "13/02/2026" },
  ],
  finds: [
    { lines: [{ service_from: "2025-02-29", service_to: "2025-03-01" }], message: /is not a calendar date/, count: 1 },
    { lines: [{ dob: "1980-13-01" }], count: 1 },
    { lines: [{ date_of_death: "46083" }], message: /day number/, count: 1 },
    { service_from: "2026-00-10" },
    { discharge_date: "soon" },
    {
      lines: [
        { service_from: "03/13/2026" },
        { line_number: "2", service_from: "03/14/2026" },
        { line_number: "3", service_from: "2026-03-15", service_to: "03/15/2026" },
      ],
      message: /written as YYYY-MM-DD/,
      count: 1,
    },
  ],
});

test.each([
  ["46083", "2026-03-02"],
  ["46083.5", "2026-03-02"],
  ["99213", undefined],
  ["2026-02-30", undefined],
])("%s comes with the date %s", async (text, date) => {
  const { findings } = await runExample(rule, { dob: text }, undefined);
  expect(findings[0]!.suggestion).toEqual(date === undefined ? undefined : { safe: false, replacement: date });
});
