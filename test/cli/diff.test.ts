import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../cases/running.ts";

const HEADER = "claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge\n";
let cwd = "";
let base: Record<string, unknown> = {};

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "claimlint-diff-"));
  await report("old.json", "C1,1,2026-03-02,99213,R05.9,1,100.00\nC2,1,2026-03-02,9921,R05.9,1,100.00\n");
  await report("new.json", "C1,1,2026-03-02,99213,R05.9,0,100.00\nC2,1,2026-03-02,99213,R05.9,1,100.00\n");
  base = JSON.parse((await run(["check", "a.csv", "-f", "json"], { cwd })).stdout);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function report(name: string, rows: string, ...argv: string[]) {
  writeFileSync(join(cwd, "a.csv"), HEADER + rows);
  await run(["check", "a.csv", "-f", `json=${name}`, "--as-of", "2026-04-01", ...argv], { cwd });
}

const diff = (...argv: string[]) => run(["diff", ...argv], { cwd });
const write = (name: string, change: Record<string, unknown>) =>
  writeFileSync(join(cwd, name), JSON.stringify({ ...base, ...change }));

describe("claimlint diff", () => {
  test("what was gained and lost, and the exit code of it", async () => {
    const { exit, stdout, stderr } = await diff("old.json", "new.json");
    expect([exit, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/^gained\n {2}\+ a\.csv:2:\d+: error: .* \[units-invalid\]$/m);
    expect(stdout).toMatch(/^lost\n {2}- a\.csv:3:\d+: error: .* \[cpt-[a-z-]+\]$/m);
    expect(stdout).toMatch(/\n1 gained, 1 lost, 0 changed, 0 the same\n$/);
  });

  test("the same report twice", async () => {
    const { exit, stdout } = await diff("old.json", "old.json");
    expect([exit, stdout]).toEqual([0, "0 gained, 0 lost, 0 changed, 1 the same\n"]);
  });

  test("only lost: nothing got worse", async () => {
    await report("clean.json", "C1,1,2026-03-02,99213,R05.9,1,100.00\nC2,1,2026-03-02,99213,R05.9,1,100.00\n");
    expect((await diff("old.json", "clean.json")).exit).toBe(0);
    expect((await diff("clean.json", "old.json")).exit).toBe(1);
    expect((await diff("clean.json", "old.json", "--fail-on", "never")).exit).toBe(0);
  });

  test("json", async () => {
    const { exit, stdout } = await diff("old.json", "new.json", "--format", "json");
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      same: 0,
      gained: [{ rule: "units-invalid", line: 2 }],
      lost: [{ line: 3 }],
      changed: [],
      changes: [],
      notCompared: [],
    });
  });

  test("what else differs is said: version, data, configuration, rules that ran once only", async () => {
    write("other.json", {
      tool: { name: "claimlint", version: "9.9.9" },
      data: [{ id: "icd10cm", release: "FY2026", from: "", to: "", digest: "" }],
      configDigest: "x",
      rules: (base["rules"] as { id: string }[]).filter(({ id }) => id !== "units-invalid"),
      findings: [],
    });
    write("base.json", {});
    const { stdout } = await diff("base.json", "other.json");
    expect(stdout).toMatch(/claimlint: \d\S+ → 9\.9\.9/);
    expect(stdout).toContain("icd10cm: not installed → FY2026");
    expect(stdout).toContain("the configuration, or the set of rules");
    expect(stdout).toContain("not comparable\n  units-invalid did not run for the newer report\n");
  });

  test("a report that is not complete decides nothing", async () => {
    write("partial.json", { complete: false });
    const { exit, stderr } = await diff("old.json", "partial.json");
    expect(exit).toBe(2);
    expect(stderr).toContain("partial.json");
  });

  test.each([
    ["nowhere.json", undefined, /nowhere\.json: it cannot be read \(ENOENT\)/],
    ["broken.json", "CANARY{", /broken\.json: it is not JSON/],
    ["other.json", '{"CANARY": 1}', /it is not a json report of claimlint/],
    ["list.json", "[]", /it is not a json report of claimlint/],
    ["two.json", '{"schemaVersion":"2.0"}', /it is not a json report of claimlint/],
  ])("%s is refused", async (name, text, expected) => {
    if (text !== undefined) writeFileSync(join(cwd, name), text);
    const { exit, stderr, stdout } = await diff("old.json", name);
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toContain("CANARY");
  });

  test("a report is hostile text", async () => {
    const [finding] = JSON.parse(
      (await run(["check", "a.csv", "-f", "json", "--rule", "pos-format"], { cwd })).stdout,
    ).findings;
    const hostile = { ...(finding ?? HOSTILE), message: "\u001b[2J\n::error::x", rule: "r\u202e", fingerprint: "f" };
    write("hostile.json", { findings: [hostile] });
    write("none.json", { findings: [] });
    const { stdout } = await diff("none.json", "hostile.json");
    expect(stdout).toContain("1 gained");
    expect(stdout).not.toMatch(/[\u001b\u202e]|^::/m);
  });
});

const HOSTILE = { severity: "error", file: "a.csv", line: 1, column: 1 };
