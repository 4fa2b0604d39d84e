import { expect, test } from "vitest";
import { combinationConflict } from "../../src/codes/icd10cm-combinations.ts";
import { day } from "../../src/model/dates.ts";

const ON = day("2026-03-02");

test.each([
  ["I10", "I110", "I10"],
  ["I10", "N184", "I10"],
  ["I10", "I5032", "I10"],
  ["I129", "I509", "I129"],
  ["I110", "N189", "I110"],
  ["E119", "E1122", "E119"],
  ["E109", "E1065", "E109"],
  ["E1022", "E119", "E1022"],
  ["O0993", "Z331", "O0993"],
  ["O24410", "Z3482", "O24410"],
  ["F17210", "Z87891", "F17210"],
])("%s with %s, in either order", (a, b, wrong) => {
  expect(combinationConflict(a, b, ON)?.wrong).toBe(wrong);
  expect(combinationConflict(b, a, ON)?.wrong).toBe(wrong);
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
