import { expect, test } from "vitest";
import type { FilePlace } from "../../../src/contract/rule.ts";
import type { FileFacts } from "../../../src/model/claim.ts";
import rule from "../../../src/rules/file/file-header-unmapped.ts";

const FACTS: FileFacts = {
  index: 0,
  path: "claims.csv",
  encoding: "utf-8",
  bom: false,
  delimiter: ",",
  rows: 3,
  headers: ["claim_id", "Proc Kode", "charge"],
  mapping: [],
  missing: [],
  ragged: [],
  strayQuotes: [],
  dateColumns: [],
};

function reported(facts: Partial<FileFacts>): { place: FilePlace; slots: Readonly<Record<string, unknown>> }[] {
  const found: { place: FilePlace; slots: Readonly<Record<string, unknown>> }[] = [];
  rule.check(
    { ...FACTS, ...facts },
    { asOf: 0, options: {}, data: {}, report: (place, slots) => found.push({ place, slots }) },
  );
  return found;
}

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
