import { describe, expect, test } from "vitest";
import { glob } from "../../src/model/glob.ts";

const TABLE: readonly (readonly [pattern: string, path: string, matches: boolean])[] = [
  ["claims.csv", "claims.csv", true],
  ["claims.csv", "incoming/claims.csv", true],
  ["claims.csv", "my-claims.csv", false],
  ["./claims.csv", "claims.csv", true],
  ["./claims.csv", "incoming/claims.csv", false],
  ["*.csv", "incoming/2026/claims.csv", true],
  ["*.csv", "claims.csv.gz", false],
  ["incoming/*.csv", "incoming/a.csv", true],
  ["incoming/*.csv", "incoming/2026/a.csv", false],
  ["incoming/*.csv", "other/incoming/a.csv", false],
  ["incoming/**", "incoming/2026/11/a.csv", true],
  ["incoming/**/a.csv", "incoming/a.csv", true],
  ["incoming/**/a.csv", "incoming/2026/a.csv", true],
  ["**/a.csv", "a.csv", true],
  ["../feeds/*.csv", "../feeds/a.csv", true],
  ["claims-202?-*.csv", "claims-2026-11.csv", true],
  ["claims-202?-*.csv", "claims-20-11.csv", false],
  ["*.{csv,tsv}", "a.tsv", true],
  ["*.{csv,tsv}", "a.txt", false],
  ["claims-[0-9][0-9].csv", "claims-11.csv", true],
  ["claims-[!0-9].csv", "claims-1.csv", false],
  ["claims-[!0-9].csv", "claims-a.csv", true],
  ["a+b (1).csv", "a+b (1).csv", true],
  ["a.csv", "axcsv", false],
  ["{a.csv", "{a.csv", false],
];

describe("glob", () => {
  test.each(TABLE)("%s on %s: %s", (pattern, path, matches) => {
    expect(glob(pattern)(path)).toBe(matches);
  });

  test("a long name of hostile shape is answered at once", () => {
    const started = performance.now();
    expect(glob("*a*a*b.csv")(`${"a".repeat(251)}.csv`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
