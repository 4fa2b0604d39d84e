import { expect, test } from "vitest";
import rule from "../../../src/rules/file/file-stray-quote.ts";
import { reportedBy } from "./facts.ts";

const reported = reportedBy(rule);

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
