import { expect, test } from "vitest";
import rule from "../../../src/rules/file/file-row-width.ts";
import { reportedBy } from "./facts.ts";

const reported = reportedBy(rule);

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
