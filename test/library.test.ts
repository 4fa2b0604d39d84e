import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../src/index.ts";

const HEADER = "claim_id,patient_id,service_from,procedure_code,diagnosis_1,units,charge,rendering_npi,pos\n";
const line = (claim: string, day: string, code: string) => `${claim},P1,${day},${code},E11.9,1,125.00,1245319599,11\n`;

test("earlier lines of `history` are seen and not reported on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "claimlint-library-"));
  try {
    writeFileSync(join(folder, "before.csv"), HEADER + line("OLD", "2025-03-02", "99213"));
    const content = HEADER + line("NEW", "2026-03-02", "99203");
    const options = { asOf: "2026-04-01", only: ["em-new-vs-established"], cwd: folder };
    const run = check({ name: "now.csv", content }, { ...options, history: ["before.csv"] });
    const found: string[] = [];
    for await (const finding of run) found.push(`${finding.file} ${finding.rule}`);
    expect(found).toEqual(["now.csv em-new-vs-established"]);
    expect((await run.result).complete).toBe(true);

    const missing = await check({ name: "now.csv", content }, { ...options, history: ["nothing.csv"] }).result;
    expect(missing.complete).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("options that make no sense reject", async () => {
  await expect(check("a.csv", { only: ["no-such-rule"] }).result).rejects.toThrow(/no-such-rule/);
});
