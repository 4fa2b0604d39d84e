import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../cases/running.ts";
import { type OrderRow, orderFile } from "../datasets/icd10cm-slice.ts";

const ROWS: readonly OrderRow[] = [
  ["R05", 0, "Cough"],
  ["R059", 1, "Cough, unspecified"],
];

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "claimlint-doctor-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const doctor = (...argv: string[]) => run(["doctor", "--data", "tables", ...argv], { cwd });

async function install() {
  mkdirSync(join(cwd, "files"));
  writeFileSync(join(cwd, "files/icd10cm_order_2025.txt"), orderFile(ROWS));
  writeFileSync(join(cwd, "files/icd10cm_order_2026.txt"), orderFile(ROWS));
  await run(["data", "add", "files", "--data", "tables"], { cwd });
}

describe("claimlint doctor", () => {
  test("nothing installed, nothing wrong", async () => {
    const { exit, stdout } = await doctor();
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^claimlint {4}\d+\.\d+\.\d+\nNode\.js {6}v\d+/);
    expect(stdout).toMatch(/^config {7}none$/m);
    expect(stdout).toMatch(/^ {2}icd10cm: claimlint data pull icd10cm$/m);
    expect(stdout).toMatch(/no problem found\n$/);
  });

  test("installed tables with spans, and how long ago they ended", async () => {
    await install();
    const { exit, stdout } = await doctor();
    expect(exit).toBe(0);
    // 2026-11-22 is 53 days after the end of FY2026.
    expect(stdout).toMatch(
      / {2}icd10cm {2}FY2025, FY2026\n {4}covers 2024-10-01 to 2026-09-30; installed \d+ days ago\n {4}ended 53 days ago: later lines are not checked\n/,
    );
  });

  test("json says the same", async () => {
    await install();
    writeFileSync(join(cwd, "claimlint.config.jsonc"), "{}");
    const { stdout } = await doctor("--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      config: "claimlint.config.jsonc",
      dataFolder: "tables",
      data: [{ id: "icd10cm", releases: ["FY2025", "FY2026"], covers: ["2024-10-01 to 2026-09-30"] }],
      problems: [],
    });
  });

  test("a damaged table and a refused configuration are problems: exit 1, and the rest is still told", async () => {
    await install();
    writeFileSync(join(cwd, "tables/icd10cm.table"), "nonsense");
    writeFileSync(join(cwd, "claimlint.config.jsonc"), '{ "failOnn": "error" }');
    const { exit, stdout } = await doctor();
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^config {7}refused$/m);
    expect(stdout).toMatch(/^problems\n {2}.*failOnn.*\n {2}icd10cm: .*damaged/m);
  });

  test("environment by name only", async () => {
    const env = { CLAIMLINT_MAP_FILE: "CANARY", CLAIMLINT_FAIL_ON: "warning" };
    const { stdout } = await run(["doctor", "--no-config"], { cwd, env: { ...env, CLAIMLINT_MAP_FILE: "" } });
    expect(stdout).toMatch(/^environment {2}CLAIMLINT_FAIL_ON$/m);
    const { stdout: other } = await run(["doctor"], { cwd, env });
    expect(other).toMatch(/^environment {2}CLAIMLINT_MAP_FILE, CLAIMLINT_FAIL_ON$/m);
  });
});
