import { describe, expect, test } from "vitest";
import { allowances, FindingCounts } from "../../src/findings/baseline.ts";
import type { Baseline } from "../../src/model/baseline.ts";

const baseline = (...entries: Baseline["entries"]): Baseline => ({
  shown: "baseline.json",
  entries,
  nameOf: (file) => `feeds/${file}`,
});

function counts(findings: Readonly<Record<string, number>>): FindingCounts {
  const counted = new FindingCounts();
  for (const [rule, n] of Object.entries(findings)) for (let i = 0; i < n; i++) counted.add(rule, "a.csv");
  return counted;
}

const entry = (findings: number) => ({ rule: "npi-luhn", file: "feeds/a.csv", findings });

describe("a baseline", () => {
  test.each([
    [1, true, "1 entry allows more than was found"],
    [2, true, undefined],
    [3, false, "npi-luhn has 3 findings in feeds/a.csv, the baseline allows 2: all count"],
  ])("that allows 2: %d findings are waived: %s", (found, waived, note) => {
    const { reasonFor, notes } = allowances(baseline(entry(2)), counts({ "npi-luhn": found }), ["a.csv"]);
    expect(reasonFor("npi-luhn", "a.csv")).toBe(waived ? "baseline baseline.json allows 2 in this file" : undefined);
    expect(notes).toEqual(note === undefined ? [] : [expect.stringContaining(note)]);
  });

  test("says nothing of other rules and files, and waives nothing there", () => {
    const { reasonFor, notes } = allowances(baseline(entry(2)), counts({ "cpt-format": 1 }), ["b.csv"]);
    expect(reasonFor("cpt-format", "a.csv")).toBeUndefined();
    expect(reasonFor("npi-luhn", "b.csv")).toBeUndefined();
    expect(notes, "a.csv was not checked").toEqual([]);
  });

  test("is written by file and rule", () => {
    const counted = counts({ "npi-luhn": 1, "cpt-format": 2 });
    counted.add("npi-luhn", "Z.csv");
    expect(counted.entries((file) => file)).toEqual([
      { rule: "npi-luhn", file: "Z.csv", findings: 1 },
      { rule: "cpt-format", file: "a.csv", findings: 2 },
      { rule: "npi-luhn", file: "a.csv", findings: 1 },
    ]);
  });
});
