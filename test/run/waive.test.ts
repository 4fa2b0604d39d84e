import { describe, expect, test } from "vitest";
import { exampleCsv } from "../../src/contract/example.ts";
import { check } from "../../src/index.ts";
import { folderOf } from "../config/files.ts";

const GOOD = "1003000126";
const BAD = "1999902187";

/** Ten lines, the first `wrong` of them with a wrong NPI. */
const claims = (wrong: number) =>
  exampleCsv(
    Array.from({ length: 10 }, (_, i) => ({
      claim_id: `CLM-${i}`,
      payer: "Acme",
      billing_npi: i < wrong ? BAD : GOOD,
    })),
  );

function run(wrong: number, config: object, files: Readonly<Record<string, string>> = {}) {
  const cwd = folderOf({ "c.json": JSON.stringify(config), ...files });
  return check({ name: "claims.csv", content: claims(wrong) }, { config: "c.json", cwd, only: ["npi-luhn"] }).result;
}

describe("limits on the findings of a rule", () => {
  const limits = (errorIf?: number | string, warnIf?: number | string) => ({
    rules: { "npi-luhn": { ...(errorIf !== undefined && { errorIf }), ...(warnIf !== undefined && { warnIf }) } },
  });
  test.each([
    [2, limits(2), "warning"],
    [3, limits(2), "error"],
    [2, limits("20%"), "warning"],
    [3, limits("20%"), "error"],
    [1, limits("20%", 1), "info"],
    [2, limits("20%", 1), "warning"],
    [3, limits("20%", 1), "error"],
    [1, limits(undefined, 1), "info"],
    [9, limits(undefined, 1), "warning"],
    [1, limits(undefined, 0), "warning"],
  ])("%d of ten with %j: %s", async (wrong, config, severity) => {
    const { summary, rules, exitCode } = await run(wrong, config);
    expect([summary.errors, summary.warnings, summary.infos]).toEqual(
      ["error", "warning", "info"].map((one) => (one === severity ? wrong : 0)),
    );
    expect(rules.find(({ id }) => id === "npi-luhn")).toMatchObject({ severity, findings: wrong });
    expect(exitCode).toBe(severity === "error" ? 1 : 0);
  });
});

describe("waived findings", () => {
  const waivers = (match: string) =>
    ({
      "w.yaml": `waivers: [{ rule: npi-luhn, match: { ${match} }, reason: r, owner: o, expires: "2099-12-31" }]`,
    }) as const;

  test("are counted apart and decide nothing: exit code, thresholds, charges", async () => {
    const { summary, exitCode, rules } = await run(3, { waivers: "w.yaml", maxErrorRate: 0 }, waivers("payer: acme"));
    expect(summary).toMatchObject({ errors: 0, waived: 3, chargeAtRiskCents: 0 });
    expect(rules.find(({ id }) => id === "npi-luhn")).toMatchObject({ findings: 3, waived: 3 });
    expect(exitCode).toBe(0);
  });

  test("are not counted by limits", async () => {
    const config = { waivers: "w.yaml", rules: { "npi-luhn": { errorIf: 2 } } };
    const { summary } = await run(4, config, waivers("claim_id: [CLM-0, CLM-1]"));
    expect(summary).toMatchObject({ errors: 0, warnings: 2, waived: 2 });
  });

  test("are not counted by the baseline", async () => {
    const findings = [{ rule: "npi-luhn", file: "claims.csv", findings: 2 }];
    const baseline = JSON.stringify({ schemaVersion: "1.0", findings });
    const config = { waivers: "w.yaml", baseline: "b.json" };
    const { summary, notes } = await run(4, config, { ...waivers("claim_id: [CLM-0, CLM-1]"), "b.json": baseline });
    expect(summary).toMatchObject({ errors: 0, waived: 4 });
    expect(notes).toEqual([]);
  });
});
