import { expect, test } from "vitest";
import type { FilePlace } from "../../../src/contract/rule.ts";
import type { FileFacts } from "../../../src/model/claim.ts";
import rule from "../../../src/rules/file/file-stray-quote.ts";

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

test("a file without stray quotation marks has no finding", () => {
  expect(reported({})).toEqual([]);
});

test("one finding for each cell", () => {
  const strayQuotes = [
    { row: 1, column: 2 },
    { row: 3, column: 0 },
  ];
  expect(reported({ strayQuotes })).toEqual([
    { place: { row: 1, column: 2 }, slots: {} },
    { place: { row: 3, column: 0 }, slots: {} },
  ]);
});
