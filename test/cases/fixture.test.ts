import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../src/index.ts";
import { RULES } from "../../src/registry/rules.ts";
import { ROOT } from "../house/rooms.ts";

const CLAIMS = join(ROOT, "fixtures/claims.csv");
const EXPECTED = JSON.parse(readFileSync(join(ROOT, "fixtures/claims.expected.json"), "utf8")) as Record<
  string,
  readonly string[]
>;

async function found(): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for await (const { row, rule } of check(CLAIMS, { asOf: "2026-11-22" })) {
    rows[row] ??= [];
    if (!rows[row].includes(rule)) rows[row].push(rule);
  }
  for (const rules of Object.values(rows)) rules.sort();
  return rows;
}

// A finding on a line that is clean here is a false alarm, or a mistake in the example: find out which before changing it.
test("the bundled example: every seeded defect is found, and nothing else", async () => {
  expect(await found()).toEqual(EXPECTED);
});

test("about a third of its lines carry one defect each", () => {
  const lines = readFileSync(CLAIMS, "utf8").trim().split("\n").length - 1;
  expect(lines).toBeGreaterThanOrEqual(60);
  expect(lines).toBeLessThanOrEqual(100);
  const share = Object.keys(EXPECTED).length / lines;
  expect(share).toBeGreaterThan(0.28);
  expect(share).toBeLessThan(0.4);
  expect(Object.values(EXPECTED).filter((rules) => rules.length !== 1)).toEqual([]);
});

test("it names rules that exist", () => {
  const known = new Set(RULES.map(({ id }) => id));
  expect([...new Set(Object.values(EXPECTED).flat())].filter((id) => !known.has(id))).toEqual([]);
});
