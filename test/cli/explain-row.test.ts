import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RULES } from "../../src/registry/rules.ts";
import { run } from "../cases/running.ts";
import { type OrderRow, orderFile } from "../datasets/icd10cm-slice.ts";

const ORDER: readonly OrderRow[] = [
  ["R05", 0, "Cough"],
  ["R059", 1, "Cough, unspecified"],
];

const CLAIMS = `claim_id,line_number,patient_id,service_from,procedure_code,modifier_1,diagnosis_1,units,charge,billing_npi
C1,1,P1,2026-03-02,99213,,R05.9,1,100.00,1003000126
C1,2,P1,2026-03-02,99213,,R05.9,1,100.00,1003000126
C2,1,P2,2026-03-03,9921,25,R05,x,100.00,1003000126
C3,1,P3,2027-03-03,99213,25,R05.9,1,100.00
C4,1,P4,2026-10-03,99213,25,R05.9,1,100.00,1003000126
`;

let cwd = "";
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "claimlint-explain-"));
  mkdirSync(join(cwd, "files"));
  writeFileSync(join(cwd, "claims.csv"), CLAIMS);
  writeFileSync(join(cwd, "files/icd10cm_order_2026.txt"), orderFile(ORDER));
  await run(["data", "add", "files", "--data", "tables"], { cwd });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const explain = (row: number | string, ...argv: string[]) =>
  run(["explain", `claims.csv:${row}`, "--data", "tables", ...argv], { cwd });

/** The lines of a section, without its indent. */
function section(stdout: string, title: string): string[] {
  const [, rest = ""] = `\n${stdout}`.split(`\n\n${title}`);
  return rest
    .split("\n\n")[0]!
    .split("\n")
    .slice(1)
    .map((line) => line.slice(2));
}

describe("claimlint explain FILE:ROW", () => {
  test("says where the row is, and what fired with its cell", async () => {
    const { exit, stdout } = await explain(3);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^claims\.csv:4 {2}row 3 · professional claim · payer generic\n\nfired\n/);
    expect(section(stdout, "fired").some((line) => /^error +units-invalid {2}H4 units: /.test(line))).toBe(true);
  });

  test("names every rule exactly once, whatever became of it", async () => {
    for (const row of [1, 2, 3, 4]) {
      const { stdout } = await explain(row);
      const [told = ""] = stdout.split("\n\nwhat the installed tables say");
      const words = told.split(/[\s,]+/);
      const found = [...section(stdout, "fired"), ...section(stdout, "named by a finding")];
      const firing = new Set(found.map((line) => line.split(/ +/)[1]));
      const wrong = RULES.filter(({ id }) => words.filter((word) => word === id).length !== 1 && !firing.has(id));
      expect(wrong.map(({ id }) => id)).toEqual([]);
    }
  });

  test("a finding on another row that names this one", async () => {
    const first = section((await explain(1)).stdout, "named by a finding on another row");
    const fired = section((await explain(2)).stdout, "fired");
    expect([...first, ...fired].some((line) => line.includes("duplicate-line"))).toBe(true);
    expect(first.length).toBeGreaterThan(0);
    expect(first[0]).toMatch(/\(row 2\)$/);
  });

  test("passed rules say what they looked for", async () => {
    const passed = section((await explain(1)).stdout, "passed");
    expect(passed).toContainEqual(expect.stringMatching(/^npi-luhn +NPI fails its check digit$/));
  });

  test.each([
    [1, "blank: modifier", "modifier-unknown"],
    [1, "the file has no column ndc", "ndc-format"],
    [3, "not well formed: procedure_code, units", "mue-exceeded"],
    [1, "icd10cm-tabular is not installed: claimlint data pull icd10cm", "dx-excludes1"],
    [5, "the date of service is outside: icd10cm covers 2025-10-01 to 2026-09-30", "icd10-unknown"],
  ])("row %i: skipped for %s", async (row, reason, rule) => {
    const skipped = section((await explain(row)).stdout, "skipped");
    const at = skipped.findIndex((line) => line.startsWith(reason.split(",")[0]!));
    expect(skipped.join("\n")).toContain(rule);
    expect(at, skipped.join("\n")).toBeGreaterThanOrEqual(0);
  });

  test("a rule that is not about the row says so, one that is off says by what", async () => {
    const { stdout } = await explain(1, "--rule", "npi-luhn:off");
    const otherwise = section(stdout, "not about this row").join("\n");
    expect(otherwise).toMatch(/about institutional claims\n(?: {2}.*\n)*? {2}.*drg-format/);
    expect(otherwise).toMatch(/about other procedures\n(?: {2}.*\n)*? {2}.*anesthesia-time/);
    expect(otherwise).toMatch(/about the file as a whole, not about a row\n {2}.*file-row-width/);
    const off = section(stdout, "off").join("\n");
    expect(off).toMatch(/by flag\n {2}npi-luhn/);
    expect(off).toMatch(/off unless asked for \(--rule\)\n {2}.*dx-unreferenced/);
  });

  test("a line without a patient: history rules say why they were not asked", async () => {
    writeFileSync(join(cwd, "nobody.csv"), CLAIMS.replaceAll(/,P\d,/g, ",,"));
    const { stdout } = await run(["explain", "nobody.csv:1"], { cwd });
    expect(section(stdout, "not about this row").join("\n")).toContain("the line names no patient");
  });

  test("a record with too few cells is no line, and no rule passes on it", async () => {
    const { exit, stdout } = await explain(4);
    expect(exit).toBe(0);
    expect(stdout).toContain("not checked\n  it has 9 cells, the header 10: it cannot be read as a line\n");
    expect(section(stdout, "passed")).toEqual([]);
  });

  test("what the tables say, without the date of service", async () => {
    const says = section((await explain(1)).stdout, "what the installed tables say");
    expect(says[0]).toMatch(/^icd10cm {2}FY2026, covers 2025-10-01 to 2026-09-30; read by .*icd10-unknown/);
    expect(says).toContain("  R05.9: billable 2025-10-01 to 2026-09-30");
    const heading = await explain(3);
    expect(heading.stdout).toContain("R05: a heading on the date of service; billable below it: R05.9");
    expect(heading.stdout).not.toContain("2026-03-03");
    const outside = await explain(5);
    expect(outside.stdout).toContain(
      "R05.9: not known: the installed ICD-10-CM tables do not cover the date of service",
    );
  });

  test("--values none shows no code of the row", async () => {
    const { stdout } = await explain(1, "--values", "none");
    expect(stdout).toContain("A99.9: billable".replaceAll(/[a-z]/g, "A").slice(0, 5));
    expect(stdout).not.toContain("R05.9");
  });

  test.each([
    ["6", /claims\.csv has 5 rows; there is no row 6\. Row 1 is the first line after the header/],
    ["0", /there is no row 0/],
  ])("row %s is refused", async (row, reason) => {
    const { exit, stderr } = await explain(row);
    expect(exit).toBe(2);
    expect(stderr).toMatch(reason);
  });

  test("standard input, and a history that is not reported on", async () => {
    const stdin = join(cwd, "claims.csv");
    const piped = await run(["explain", "--stdin-filename", "x.csv", "--", "-:2"], { cwd, stdin });
    expect(piped.stdout).toMatch(/^x\.csv:3 {2}row 2 · /);
    writeFileSync(join(cwd, "later.csv"), CLAIMS.split("\n").slice(0, 2).join("\n").replace("C1,", "C9,"));
    const alone = await run(["explain", "later.csv:1"], { cwd });
    const after = await run(["explain", "later.csv:1", "--history", "claims.csv"], { cwd });
    expect(section(alone.stdout, "fired").join()).not.toContain("duplicate-line");
    expect(section(after.stdout, "fired").join()).toContain("duplicate-line");
  });
});
