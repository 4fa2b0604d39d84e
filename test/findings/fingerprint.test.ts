import { expect, it } from "vitest";
import { fingerprinter, hash64 } from "../../src/findings/fingerprint.ts";
import type { Finding } from "../../src/model/finding.ts";
import { makeFinding } from "../reporters/sample.ts";

const of = (...findings: Finding[]) => findings.map(fingerprinter());
const at = (file: string, row: number) => ({ ...makeFinding().at, file, row });

it("is the same in the next run and has 16 hexadecimal digits", () => {
  expect(of(makeFinding())).toEqual(of(makeFinding()));
  expect(of(makeFinding())[0]).toMatch(/^[0-9a-f]{16}$/);
});

it("does not depend on any value", () => {
  const other = makeFinding({
    value: { text: "9", privacy: "direct" },
    claimId: { text: "9", privacy: "quasi" },
    slots: { a: 1 },
    shown: [],
  });
  expect(of(other)).toEqual(of(makeFinding()));
});

it.each<[string, Partial<Finding>]>([
  ["rule", { rule: "other" }],
  ["file", { at: at("b.csv", 2) }],
  ["row", { at: at("claims/2026-11.csv", 3) }],
  ["field", { field: "other" }],
  ["message template", { message: "other" }],
])("changes with the %s", (_, changes) => {
  expect(of(makeFinding(changes))[0]).not.toBe(of(makeFinding())[0]);
});

it("tells findings of one cell apart by their number", () => {
  const prints = of(makeFinding(), makeFinding(), makeFinding(), makeFinding({ at: at("claims/2026-11.csv", 3) }));
  expect(new Set(prints).size).toBe(4);
  expect(prints[0]).toBe(of(makeFinding())[0]);
});

it("spreads similar texts over all 64 bits", () => {
  const hashes = Array.from({ length: 20_000 }, (_, i) => hash64(`rule\u0000claims.csv\u0000${i}`));
  expect(new Set(hashes).size).toBe(20_000);
  expect(new Set(hashes.map((h) => h.slice(0, 8))).size).toBeGreaterThan(19_990);
  expect(new Set(hashes.map((h) => h.slice(8))).size).toBeGreaterThan(19_990);
});
