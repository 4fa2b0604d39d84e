import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../cases/running.ts";
import { type OrderRow, orderFile } from "../datasets/icd10cm-slice.ts";

const FY2025: OrderRow[] = [
  ["E11", 0, "Type 2 diabetes mellitus"],
  ["E119", 1, "Type 2 diabetes mellitus without complications"],
  ["R05", 1, "Cough"],
];
const FY2026: OrderRow[] = [
  ["E11", 0, "Type 2 diabetes mellitus"],
  ["E119", 1, "Type 2 diabetes mellitus without complications"],
  ["R05", 0, "Cough"],
  ["R059", 1, "Cough, unspecified"],
];

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "claimlint-cli-"));
  mkdirSync(join(cwd, "files"));
  writeFileSync(join(cwd, "files/icd10cm_order_2025.txt"), orderFile(FY2025));
  writeFileSync(join(cwd, "files/icd10cm_order_2026.txt"), orderFile(FY2026));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const data = (...argv: readonly string[]) => run(["data", ...argv], { cwd, env: { CLAIMLINT_DATA: "tables" } });

describe("claimlint data", () => {
  test("add, list, check, diff, remove", async () => {
    const added = await data("add", "files");
    expect(added).toMatchObject({ exit: 0, stderr: "" });
    expect(added.stdout).toMatch(/icd10cm {2}ICD-10-CM codes\n {2}\+ FY2025 {2}2024-10-01 to 2025-09-30 {2}3 rows/);
    expect(readdirSync(join(cwd, "tables"))).toEqual(["icd10cm.table"]);

    const listed = await data("list");
    expect(listed.stdout).toMatch(/covers {4}2024-10-01 to 2026-09-30/);
    expect(listed.stdout).toMatch(
      /next {6}ended 53 days ago; later lines are not checked: claimlint data pull icd10cm/,
    );
    expect(listed.stdout).toMatch(/not installed\n(.*\n)*.*hcpcs/);

    expect(await data("check")).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^icd10cm: sound/) });

    const diff = await data("diff", "icd10cm@FY2025", "icd10cm@FY2026");
    expect(diff.stdout).toBe(
      "icd10cm  icd10cm@FY2025 to icd10cm@FY2026: 1 added, 0 removed, 1 changed\n~ R05  billable → header\n+ R059  billable\n",
    );
    const cut = await data("diff", "files/icd10cm_order_2025.txt", "files/icd10cm_order_2026.txt", "--limit", "1");
    expect(cut.stdout).toMatch(/… and 1 more \(--limit\)\n$/);

    expect(await data("remove", "icd10cm")).toMatchObject({ exit: 0 });
    expect(await data("remove", "icd10")).toMatchObject({
      exit: 2,
      stderr: expect.stringMatching(/Did you mean icd10cm/),
    });
    expect((await data("check")).stdout).toMatch(/Nothing is installed/);
  });

  test("--format json", async () => {
    await data("add", "files");
    const list = JSON.parse((await data("list", "--format", "json")).stdout);
    expect(list.installed[0]).toMatchObject({
      id: "icd10cm",
      coverage: [{ from: "2024-10-01", to: "2026-09-30" }],
      releases: [{ name: "FY2025" }, { name: "FY2026" }],
    });
    const diff = JSON.parse((await data("diff", "icd10cm@FY2025", "icd10cm@FY2026", "--format", "json")).stdout);
    expect(diff).toMatchObject({ id: "icd10cm", added: 1, removed: 0, changed: 1 });
  });

  test("a second import says what it changed", async () => {
    await data("add", "files/icd10cm_order_2025.txt");
    const { stdout } = await data("add", "files/icd10cm_order_2026.txt");
    expect(stdout).toMatch(/ {4}FY2025 .*\n {2}\+ FY2026 /);
    expect(stdout).toMatch(/against the table before: 1 added, 0 removed, 3 changed/);
  });

  test("a refused file: exit 2, the file with its line, and the old table stays", async () => {
    await data("add", "files/icd10cm_order_2025.txt");
    writeFileSync(join(cwd, "broken_2026.txt"), `${orderFile(FY2026)}00005 broken\r\n`);
    const { exit, stderr, stdout } = await data("add", "broken_2026.txt");
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/broken_2026\.txt:5: not a line of an ICD-10-CM order file/);
    expect((await data("list")).stdout).toMatch(/releases {2}FY2025\n/);
  });

  test("a damaged table is not sound, and a check that would use it stops", async () => {
    await data("add", "files");
    writeFileSync(join(cwd, "tables/icd10cm.table"), "nonsense");
    expect(await data("check")).toMatchObject({
      exit: 1,
      stdout: expect.stringMatching(/not sound\n {2}problem: .*damaged/),
    });
  });

  test("--data goes before the environment", async () => {
    await data("add", "files", "--data", "elsewhere");
    expect(readdirSync(join(cwd, "elsewhere"))).toEqual(["icd10cm.table"]);
  });

  test("pull from a folder", async () => {
    const none = await data("pull", "icd10cm", "--mirror", "files", "--release", "FY2026");
    expect(none).toMatchObject({
      exit: 2,
      stderr: expect.stringMatching(/FY2026 is not in .*files.*claimlint data add/),
    });
  });

  test.each([
    [["pull", "ncci"], /accept a licence.*www\.cms\.gov.*ncci.*claimlint data add/],
    [["pull", "mpfs"], /accept a licence.*pfs-relative-value-files/],
    [["pull", "snomed"], /no such data set/],
    [["pull", "icd10cm", "--release", "FY1999"], /no such release of icd10cm. It knows FY2016/],
    [["diff", "hcpcs", "hcpcs"], /hcpcs is not installed. claimlint data pull hcpcs/],
    [["diff", "a", "b", "--limit", "few"], /--limit few/],
    [["add", "nowhere"], /nowhere: there is no such file/],
  ])("%s is refused", async (argv, reason) => {
    const { exit, stderr } = await data(...argv);
    expect(exit).toBe(2);
    expect(stderr).toMatch(reason);
  });
});
