import { describe, expect, test } from "vitest";
import { deletedCode, firstValidDate } from "../../src/codes/cpt-changes.ts";
import { isUnlisted } from "../../src/codes/cpt-unlisted.ts";
import { day } from "../../src/model/dates.ts";

describe("deletedCode", () => {
  test.each([
    ["99201", "2020-12-31"],
    ["0001A", "2023-10-31"],
    ["0174A", "2023-10-31"],
    ["96119", "2018-12-31"],
    ["37220", "2025-12-31"],
    ["37235", "2025-12-31"],
  ])("%s may stand on %s at the latest", (code, last) => {
    expect(deletedCode(code)?.lastValid).toBe(day(last));
  });

  test.each(["99202", "0175A", "96121", "37236", "37219", "99213", "J2001"])("knows no deletion of %s", (code) => {
    expect(deletedCode(code)).toBeUndefined();
  });
});

test.each([
  ["98000", "2025-01-01"],
  ["98016", "2025-01-01"],
  ["37299", "2026-01-01"],
  ["90480", "2023-09-11"],
])("%s is valid from %s", (code, from) => {
  expect(firstValidDate(code)).toBe(day(from));
});

test("no code of the tables is both old and new", () => {
  for (let n = 0; n < 100_000; n++) {
    const code = String(n).padStart(5, "0");
    expect(deletedCode(code) !== undefined && firstValidDate(code) !== undefined).toBe(false);
  }
});

test.each([
  ["64999", true],
  ["01999", true],
  ["99499", true],
  ["64998", false],
  ["99999", false],
])("isUnlisted(%s) is %s", (code, expected) => {
  expect(isUnlisted(code)).toBe(expected);
});
