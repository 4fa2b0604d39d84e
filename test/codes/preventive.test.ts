import { expect, test } from "vitest";
import { isMedicarePreventive, preventiveBand, preventiveCodeFor } from "../../src/codes/preventive.ts";
import { parseProcedure } from "../../src/codes/procedure.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

const code = (text: string): ProcedureCode => ({ ...parseProcedure(text), privacy: "none", blank: false });

test.each([
  ["99381", "under 1 year", 0, 0],
  ["99392", "1 to 4 years", 1, 4],
  ["99383", "5 to 11 years", 5, 11],
  ["99394", "12 to 17 years", 12, 17],
  ["99385", "18 to 39 years", 18, 39],
  ["99396", "40 to 64 years", 40, 64],
])("%s is for %s", (text, words, from, to) => {
  const band = preventiveBand(code(text));
  expect(band?.text).toBe(words);
  expect([from - 1, from, to, to + 1].map((age) => band?.holds(age))).toEqual([false, true, true, false]);
});

test("65 and older has no end", () => {
  const band = preventiveBand(code("99397"));
  expect([64, 65, 110].map((age) => band?.holds(age))).toEqual([false, true, true]);
});

test.each(["99380", "99388", "99390", "99398", "99401", "G0439"])("%s has no age band", (text) => {
  expect(preventiveBand(code(text))).toBeUndefined();
  expect(preventiveCodeFor(code(text), 40)).toBeUndefined();
});

test("the sibling keeps new and established apart", () => {
  expect(preventiveCodeFor(code("99381"), 70)).toBe("99387");
  expect(preventiveCodeFor(code("99397"), 0)).toBe("99391");
  expect(preventiveCodeFor(code("99397"), -1)).toBeUndefined();
});

test.each([
  ["G0439", true],
  ["G0008", true],
  ["G0444", true],
  ["77067", true],
  ["20610", false],
  ["77066", false],
  ["G2211", false],
])("%s is preventive to Medicare: %s", (text, preventive) => {
  expect(isMedicarePreventive(code(text))).toBe(preventive);
});
