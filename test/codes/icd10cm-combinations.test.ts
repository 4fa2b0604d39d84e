import { expect, test } from "vitest";
import { combinationConflict, mayConflict } from "../../src/codes/icd10cm-combinations.ts";
import { day } from "../../src/model/dates.ts";

const ON = day("2026-03-02");

test.each([
  ["I10", "I110"],
  ["I10", "N184"],
  ["I10", "I5032"],
  ["I129", "I509"],
  ["I110", "N189"],
  ["E119", "E1122"],
  ["E109", "E1065"],
  ["E1022", "E119"],
  ["O0993", "Z331"],
  ["O24410", "Z3482"],
  ["F17210", "Z87891"],
])("%s is at fault beside %s, not the other way round", (wrong, other) => {
  expect(combinationConflict(wrong, other, ON)?.source).toMatch(/^I\.C\./);
  expect(mayConflict(wrong)).toBe(true);
  expect(combinationConflict(other, wrong, ON)).toBeUndefined();
});

test.each([
  ["I10", "I160"],
  ["I10", "I10"],
  ["I129", "N184"],
  ["I130", "I509"],
  ["I130", "N184"],
  ["E119", "E119"],
  ["E119", "E1310"],
  ["E1165", "E1122"],
  ["E109", "E10A0"],
  ["O24410", "Z3A32"],
  ["F17290", "Z87891"],
  ["I10", "E119"],
])("%s with %s is no conflict of this table", (a, b) => {
  expect(combinationConflict(a, b, ON)).toBeUndefined();
});

test("the link to heart failure is presumed since FY2017", () => {
  expect(combinationConflict("I10", "I509", day("2016-09-30"))).toBeUndefined();
  expect(combinationConflict("I10", "I509", day("2016-10-01"))).toBeDefined();
  expect(combinationConflict("I10", "N184", day("2016-09-30"))).toBeDefined();
});
