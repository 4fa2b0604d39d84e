import { expect, test } from "vitest";
import { didYouMean, editDistance, similarity } from "../../src/model/nearest.ts";

test.each([
  ["", "", 0],
  ["abc", "", 3],
  ["modifier", "modifer", 1],
  ["units", "untis", 1],
  ["kitten", "sitting", 3],
])("editDistance(%j, %j) is %d", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

test("similarity runs from 0 to 1", () => {
  expect(similarity("abc", "abc")).toBe(1);
  expect(similarity("abc", "xyz")).toBe(0);
  expect(similarity("", "")).toBe(1);
});

test.each([
  ["untis", "units"],
  ["UNITS", "units"],
  ["procedure", "procedure_code"],
  ["modifier", "modifier_1"],
  ["billing-npi", "billing_npi"],
  ["servce_from", "service_from"],
  ["xyzzy", undefined],
  ["", undefined],
])("didYouMean(%j) is %j", (word, expected) => {
  const fields = ["units", "unit_type", "procedure_code", "modifier_1", "modifier_2", "billing_npi", "service_from"];
  expect(didYouMean(word, fields)).toBe(expected);
});
