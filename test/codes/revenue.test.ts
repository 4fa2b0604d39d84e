import { expect, test } from "vitest";
import { revenueFamily } from "../../src/codes/revenue.ts";

test.each([
  ["0001", "total"],
  ["0450", "emergency room"],
  ["0636", "drugs"],
  ["1001", "behavioral accommodations"],
  ["3101", "adult care"],
  ["0002", undefined],
  ["0090", undefined],
  ["1010", undefined],
  ["450", undefined],
  ["8000", undefined],
])("%s: %s", (code, name) => {
  expect(revenueFamily(code)).toBe(name);
});
