import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../cases/running.ts";
import { type OrderRow, orderFile } from "../datasets/icd10cm-slice.ts";
import { official, REFERENCE_PRESENT } from "../datasets/workshop.ts";

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
      /age {7}FY2026 ended 53 days ago, for services to 2026-09-30\n {2}next {6}lines after 2026-09-30 are not checked: claimlint data pull icd10cm/,
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

  test("lists of one's own hold on all dates; an excerpt of CMS's is named as one", async () => {
    writeFileSync(join(cwd, "mine.csv"), "payer,code,list\nAcme,99397,not-covered\n");
    writeFileSync(join(cwd, "therapy-2026.csv"), "HCPCS Code,Disposition\n97110,Always therapy\n");
    const { stdout } = await data("add", "mine.csv", "therapy-2026.csv");
    expect(stdout).toMatch(/payer-lists .*\n {2}\+ mine {2}all dates {2}1 rows\n.*covers all dates\n/);
    expect(stdout).toMatch(/therapy-list .*\n(.*\n){2}.*warning: 2026 is short \(codes: 1\); all others count as no/);
    const listed = (await data("list")).stdout;
    expect(listed).toMatch(/payer-lists {2}.*\n {2}covers {4}all dates\n {2}releases {2}mine\n {2}rows/);
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

describe("claimlint code with installed tables", () => {
  test.each([
    [
      "E11.9",
      "2026-03-02",
      /title +Type 2 diabetes mellitus without complications\n +status +billable 2024-10-01 to 2026-09-30/,
    ],
    ["R05", "2025-09-30", /status +billable 2024-10-01 to 2025-09-30/],
    ["R05", "2025-10-01", /status +a heading on 2025-10-01; billable below it: R05\.9/],
    ["R05.9", "2025-09-30", /status +not in force on 2025-09-30; it was 2025-10-01 to 2026-09-30/],
    ["E11.99", "2026-03-02", /status +does not exist on 2026-03-02/],
    ["E11.9", "2026-10-01", /status +not known: the installed ICD-10-CM tables do not cover 2026-10-01/],
  ])("%s on %s", async (code, asOf, expected) => {
    await data("add", "files");
    const { stdout } = await run(["code", code, "--as-of", asOf, "--data", "tables"], { cwd });
    expect(stdout).toMatch(expected);
  });
});

describe("claimlint check with installed tables", () => {
  const check = async (dates: readonly string[], ...argv: readonly string[]) => {
    const header = "claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge";
    const rows = dates.map((date, i) => `C${i},1,${date},99213,R05,1,100.00`);
    writeFileSync(join(cwd, "claims.csv"), `${[header, ...rows].join("\n")}\n`);
    return run(
      ["check", "claims.csv", "-f", "json", "--data", "tables", "--only", "icd10-not-valid-on-date", ...argv],
      { cwd },
    );
  };

  test("uses them, names them, and does not pass what they do not cover", async () => {
    await data("add", "files");
    const { exit, stdout } = await check(["2025-09-30", "2025-10-01", "2026-10-01"]);
    const report = JSON.parse(stdout);
    expect(exit).toBe(1);
    expect(report.data).toEqual([
      {
        id: "icd10cm",
        release: "FY2025, FY2026",
        from: "2024-10-01",
        to: "2026-09-30",
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(report.findings.map((finding: { row: number }) => finding.row)).toEqual([2]);
    const rule = report.rules.find((each: { id: string }) => each.id === "icd10-not-valid-on-date");
    expect(rule).toMatchObject({ status: "ran", checked: 2, skipped: { "data set does not cover the date": 1 } });
  });

  test("without them the rule did not run, and says which command changes that", async () => {
    const { stdout } = await check(["2025-10-01"]);
    const rule = JSON.parse(stdout).rules.find((each: { id: string }) => each.id === "icd10-not-valid-on-date");
    expect(rule).toMatchObject({ status: "skipped", reason: expect.stringContaining("claimlint data pull icd10cm") });
    expect((await check(["2025-10-01"], "--require-rules", "icd10-not-valid-on-date")).exit).toBe(2);
  });

  test("a damaged table is no absent one", async () => {
    await data("add", "files");
    writeFileSync(join(cwd, "tables/icd10cm.table"), "nonsense");
    const { exit, stderr, stdout } = await check(["2025-10-01"]);
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/icd10cm\.table: the compiled table is damaged.*claimlint data add/);
  });
});

describe.skipIf(!REFERENCE_PRESENT)("claimlint data pull from a server with the official files", () => {
  test("fetches, verifies, adds, and leaves nothing behind", async () => {
    const files = new Map(
      official("icd10cm", /\.zip$/).map((path) => [basename(path).replace(/^fy\d{4}_(?:Jan_|April_)?/, ""), path]),
    );
    const server = createServer((request, response) => {
      const path = files.get(decodeURIComponent(basename(request.url ?? "")));
      if (path === undefined) response.writeHead(404).end();
      else response.end(readFileSync(path));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    try {
      const mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const releases = ["FY2024", "FY2025", "FY2026"].flatMap((name) => ["--release", name]);
      const pulled = await data("pull", "icd10cm", "--mirror", mirror, ...releases);
      expect(pulled.stderr).toBe("icd10cm FY2024: verified\nicd10cm FY2025: verified\nicd10cm FY2026: verified\n");
      expect(pulled).toMatchObject({
        exit: 0,
        stdout: expect.stringMatching(/\+ FY2026 {2}2025-10-01 to 2026-09-30 {2}98,186 rows/),
      });
      expect(readdirSync(join(cwd, "tables/.downloads"))).toEqual([]);
      const missing = await data("pull", "icd10cm", "--mirror", mirror, "--release", "FY2020");
      expect(missing).toMatchObject({
        exit: 2,
        stderr: expect.stringMatching(/no such file \(404\).*claimlint data add/),
      });
    } finally {
      server.close();
    }
  });
});
