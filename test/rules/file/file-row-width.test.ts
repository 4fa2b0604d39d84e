import { expect, test } from "vitest";
import type { FilePlace } from "../../../src/contract/rule.ts";
import type { FileFacts } from "../../../src/model/claim.ts";
import rule from "../../../src/rules/file/file-row-width.ts";

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

test("records as wide as the header have no finding", () => {
  expect(reported({})).toEqual([]);
});

test("one finding for each record, where it stands", () => {
  const ragged = [
    { row: 2, line: 3, width: 4, expected: 3 },
    { row: 3, line: 6, width: 1, expected: 3 },
  ];
  expect(reported({ ragged })).toEqual([
    { place: { row: 2, line: 3 }, slots: { width: 4, expected: 3 } },
    { place: { row: 3, line: 6 }, slots: { width: 1, expected: 3 } },
  ]);
});
