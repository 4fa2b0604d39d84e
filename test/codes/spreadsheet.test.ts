import { describe, expect, it } from "vitest";
import {
  isMangledDate,
  isScientificNotation,
  numbersOfMangledDate,
  wholeOfScientific,
} from "../../src/codes/spreadsheet.ts";

describe("scientific notation", () => {
  it.each(["1.23457E+09", "5.02421e+10", "1.245319599E9", "5E+11", " 1.2E+10 "])("%s is one", (text) => {
    expect(isScientificNotation(text)).toBe(true);
  });
  it.each(["E0601", "5E3", "12E4", "1245319599", "1.5", "1E+1234", "12.5E+09", ""])("%s is none", (text) => {
    expect(isScientificNotation(text)).toBe(false);
  });
  it.each([
    ["1.245319599E9", "1245319599"],
    ["1.245319599E+09", "1245319599"],
    ["1.23457E+09", undefined],
    ["1.23456E4", undefined],
    ["5E+11", undefined],
  ])("%s holds the digits %s", (text, digits) => {
    expect(wholeOfScientific(text)).toBe(digits);
  });
});

describe("numbers taken for a date or a time", () => {
  it.each([
    ["2-Jan", [1, 2]],
    ["3-Feb-26", [2, 3]],
    ["Jan-02", [1, 2]],
    ["1:02:00 AM", [1, 2]],
    ["1:02", [1, 2]],
    ["11:12 PM", [11, 12]],
  ])("%s was %j", (text, numbers) => {
    expect(numbersOfMangledDate(text)).toEqual(numbers);
    expect(isMangledDate(text)).toBe(true);
  });
  it.each(["1:2", "1,2", "AB", "2-Jax", "99213", "99213-25", "46024", "A-12", "1:2:3"])("%s is none", (text) => {
    expect(isMangledDate(text)).toBe(false);
  });
  it("an ISO date in a code column is one, without numbers to give back", () => {
    expect(isMangledDate("2026-01-02 00:00:00")).toBe(true);
    expect(numbersOfMangledDate("2026-01-02")).toBeUndefined();
  });
});
