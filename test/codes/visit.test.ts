import { expect, test } from "vitest";
import { parseProcedure } from "../../src/codes/procedure.ts";
import {
  bundlesVisit,
  isFaceToFace,
  isNewPatientVisit,
  medicareProlonged,
  prolongedBases,
  prolongedGoesWith,
  takesComplexity,
  takesModifier25,
  visitFamily,
} from "../../src/codes/visit.ts";
import { day } from "../../src/model/dates.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

const code = (text: string): ProcedureCode => ({ ...parseProcedure(text), privacy: "none", blank: false });

test.each([
  ["99202", true],
  ["99205", true],
  ["99211", false],
  ["99345", true],
  ["99347", false],
  ["99387", true],
  ["99391", false],
  ["92004", true],
  ["92012", false],
  ["G0438", false],
])("%s is for a new patient: %s", (text, isNew) => {
  expect(isNewPatientVisit(code(text))).toBe(isNew);
});

test.each([
  ["99213", true],
  ["99442", false],
  ["99490", false],
  ["98005", true],
  ["98013", false],
  ["20610", true],
  ["36415", false],
  ["71046", false],
  ["90834", true],
])("%s is face to face: %s", (text, seen) => {
  expect(isFaceToFace(code(text))).toBe(seen);
});

test.each([
  ["99215", "office"],
  ["99291", undefined],
  ["99223", "initial hospital"],
  ["99238", "discharge"],
  ["99285", "emergency"],
  ["99310", "nursing facility"],
  ["99315", undefined],
  ["99396", undefined],
])("%s belongs to %s", (text, family) => {
  expect(visitFamily(code(text))).toBe(family);
});

test.each(["99417", "99418", "99415", "99416", "G2212", "G0316", "G0317", "G0318"])(
  "the visits of %s fit into a message",
  (text) => {
    expect(prolongedBases(code(text))?.length).toBeGreaterThan(0);
    const words = prolongedGoesWith(code(text));
    expect(words).not.toBe("");
    expect(words.length).toBeLessThanOrEqual(60);
  },
);

test("only the CPT codes for prolonged time have a counterpart of Medicare", () => {
  expect(
    ["99417", "99418", "99415", "G2212", "99215"].map((text) => medicareProlonged(code(text)) !== undefined),
  ).toEqual([true, true, false, false, false]);
});

test.each([
  ["99202", "2024-01-01", true],
  ["99215", "2026-01-01", true],
  ["99216", "2026-01-01", false],
  ["99341", "2025-12-31", false],
  ["99341", "2026-01-01", true],
  ["99350", "2026-01-01", true],
  ["99283", "2026-01-01", false],
])("%s on %s takes G2211: %s", (text, on, takes) => {
  expect(takesComplexity(code(text), day(on))).toBe(takes);
});

test.each([
  ["20610", "yes"],
  ["36415", undefined],
  ["59400", undefined],
  ["94010", "perhaps"],
  ["71046", undefined],
  ["96372", "yes"],
])("%s bundles a visit: %s", (text, answer) => {
  expect(bundlesVisit(code(text))).toBe(answer);
});

test("99211 does not take 25, 99212 does", () => {
  expect([takesModifier25(code("99211")), takesModifier25(code("99212"))]).toEqual([false, true]);
});
