import { expect, test } from "vitest";
import { cliaCandidate, cliaNumber } from "../../src/codes/clia.ts";

test.each([
  ["05D1234567", "05D1234567"],
  [" 05d1234567 ", "05D1234567"],
  ["CLIA# 05D1234567", "05D1234567"],
  ["X405D1234567", "05D1234567"],
  ["05-D-1234567", "05D1234567"],
  ["5D1234567", undefined],
  ["05D123456", undefined],
  ["05D12345678", undefined],
  ["05E1234567", undefined],
  ["051234567", undefined],
])("%s → %s", (text, number) => {
  expect(cliaNumber(text)).toBe(number);
});

test("a lost zero leaves one reading", () => {
  expect(cliaCandidate("5D1234567")).toBe("05D1234567");
  expect(cliaCandidate("051234567")).toBeUndefined();
});
