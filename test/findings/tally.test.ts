import { expect, it } from "vitest";
import { tally } from "../../src/findings/tally.ts";
import { makeFinding } from "../reporters/sample.ts";

const at = (file: string, row: number) => ({ ...makeFinding().at, file, row });

it("counts by severity, rule and file, waived ones apart", () => {
  const t = tally();
  t.add(makeFinding({ rule: "a", at: at("x", 1) }));
  t.add(makeFinding({ rule: "a", at: at("y", 1), severity: "warning" }));
  t.add(makeFinding({ rule: "b", at: at("y", 2), severity: "info" }));
  t.add(makeFinding({ rule: "b", at: at("y", 3) }), true);
  expect(t.counts()).toEqual({ errors: 1, warnings: 1, infos: 1, waived: 1 });
  expect(t.ofFile("x")).toEqual({ errors: 1, warnings: 0, infos: 0, waived: 0 });
  expect(t.ofFile("y")).toEqual({ errors: 0, warnings: 1, infos: 1, waived: 1 });
  expect(t.ofFile("z")).toEqual({ errors: 0, warnings: 0, infos: 0, waived: 0 });
  expect([t.ofRule("a"), t.ofRule("b"), t.ofRule("c")]).toEqual([2, 2, 0]);
});

it("puts the charge of a line at risk once, and only for an error that is not waived", () => {
  const t = tally();
  t.add(makeFinding({ at: at("x", 1), chargeCents: 100, severity: "warning" }));
  t.add(makeFinding({ at: at("x", 2), chargeCents: 100 }), true);
  expect(t.chargeAtRiskCents()).toBe(0);
  t.add(makeFinding({ at: at("x", 1), chargeCents: undefined }));
  t.add(makeFinding({ at: at("x", 1), chargeCents: 100 }));
  t.add(makeFinding({ at: at("x", 1), chargeCents: 100, rule: "other" }));
  expect(t.chargeAtRiskCents()).toBe(100);
  t.add(makeFinding({ at: at("y", 1), chargeCents: 20 }));
  expect(t.chargeAtRiskCents()).toBe(120);
});

it("keeps rows apart across words and growth", () => {
  const t = tally();
  const rows = [0, 1, 31, 32, 33, 63, 64, 2047, 2048, 2049, 1_000_000];
  for (const row of [...rows, ...rows.reverse()]) t.add(makeFinding({ at: at("x", row), chargeCents: 1 }));
  expect(t.chargeAtRiskCents()).toBe(rows.length);
});

it("puts a line at risk for every rule that finds an error on it", () => {
  const t = tally();
  t.add(makeFinding({ rule: "a", at: at("x", 1), chargeCents: 100 }));
  t.add(makeFinding({ rule: "a", at: at("x", 1), chargeCents: 100 }));
  t.add(makeFinding({ rule: "b", at: at("x", 1), chargeCents: 100 }));
  t.add(makeFinding({ rule: "b", at: at("x", 2), chargeCents: 7 }));
  t.add(makeFinding({ rule: "b", at: at("x", 3), chargeCents: 9, severity: "warning" }));
  expect([t.chargeAtRiskOfRule("a"), t.chargeAtRiskOfRule("b"), t.chargeAtRiskOfRule("c")]).toEqual([100, 107, 0]);
  expect(t.chargeAtRiskCents()).toBe(107);
});
