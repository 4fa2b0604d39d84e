import fc from "fast-check";
import { expect, it } from "vitest";
import { compareFindings } from "../../src/findings/order.ts";
import type { Finding, Location } from "../../src/model/finding.ts";
import { makeFinding } from "../reporters/sample.ts";

function at(changes: Partial<Location>): Location {
  return { ...makeFinding().at, ...changes };
}

it.each<[string, Partial<Finding>, Partial<Finding>]>([
  ["file before row", { at: at({ file: "a.csv", row: 9 }) }, { at: at({ file: "b.csv", row: 1 }) }],
  ["row before column", { at: at({ row: 1, column: 9 }) }, { at: at({ row: 2, column: 1 }) }],
  ["rows as numbers", { at: at({ row: 9 }) }, { at: at({ row: 10 }) }],
  ["column before rule", { at: at({ column: 1 }), rule: "z" }, { at: at({ column: 2 }), rule: "a" }],
  ["rule before message", { rule: "a", message: "z" }, { rule: "b", message: "a" }],
  ["message", { message: "a" }, { message: "b" }],
  ["code units, not letters: Z before a", { rule: "Z" }, { rule: "a" }],
  ["code units: an emoji before U+FF21", { rule: "\u{1f600}" }, { rule: "\uff21" }],
  ["what fills the message", { slots: { a: "1" } }, { slots: { a: { text: "2", privacy: "none" } } }],
])("%s", (_, first, second) => {
  expect(compareFindings(makeFinding(first), makeFinding(second))).toBeLessThan(0);
  expect(compareFindings(makeFinding(second), makeFinding(first))).toBeGreaterThan(0);
});

it("gives one order whatever order the findings came in", () => {
  const finding = fc
    .record({ row: fc.nat(2), column: fc.nat(2), rule: fc.constantFrom("a", "b"), slot: fc.nat(2) })
    .map(({ row, column, rule, slot }) => makeFinding({ at: at({ row, column }), rule, slots: { slot } }));
  fc.assert(
    fc.property(fc.array(finding), (findings) => {
      const once = [...findings].sort(compareFindings);
      expect([...findings].reverse().sort(compareFindings)).toEqual(once);
    }),
  );
});

it("calls equal findings equal", () => expect(compareFindings(makeFinding(), makeFinding())).toBe(0));
