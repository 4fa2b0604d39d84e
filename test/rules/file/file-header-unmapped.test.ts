import { expect, test } from "vitest";
import rule from "../../../src/rules/file/file-header-unmapped.ts";
import { reportedBy } from "./facts.ts";

const reported = reportedBy(rule);

test("a file with every required column has no finding", () => {
  expect(reported({})).toEqual([]);
});

test("one finding for each field, at the nearest header", () => {
  const found = reported({ missing: [{ key: "procedure", closest: "Proc Kode", score: 0.8 }, { key: "units" }] });
  expect(found).toEqual([
    {
      place: { row: 0, column: 1 },
      slots: { field: "procedure_code", hint: '; the nearest header is "Proc Kode"' },
    },
    { place: { row: 0 }, slots: { field: "units", hint: "" } },
  ]);
});

test("of a repeated column the first one is required", () => {
  expect(reported({ missing: [{ key: "diagnoses" }] })[0]!.slots).toMatchObject({ field: "diagnosis_1" });
});
