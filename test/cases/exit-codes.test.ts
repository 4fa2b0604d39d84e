import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../house/rooms.ts";
import { NOBODY, run } from "./running.ts";

const HEAD = "claim_id,line_number,patient_id,service_from,procedure_code,diagnosis_1,units,charge,billing_npi";
const line = (changes: { claim?: string; procedure?: string; dx?: string; units?: string; npi?: string } = {}) =>
  [
    changes.claim ?? "CLM-1",
    "1",
    "P-1",
    "2026-03-02",
    changes.procedure ?? "99213",
    changes.dx ?? "E11.9",
    changes.units ?? "1",
    "125.00",
    changes.npi ?? "1999902186",
  ].join(",");
const csv = (...lines: string[]) => `${[HEAD, ...lines].join("\n")}\n`;

const FILES: Readonly<Record<string, string | Buffer>> = {
  "clean.csv": csv(line()),
  "error.csv": csv(line({ npi: "1999902187" }), line({ claim: "CLM-2" })),
  // A code with white space around it is right once trimmed: severity info.
  "info.csv": csv(line({ procedure: " 99213" })),
  "warning.csv": `${HEAD},diagnosis_2\n${line()},E11.9\n`,
  "empty.csv": "",
  "header.csv": csv(),
  "open-quote.csv": csv(line({ procedure: '"99213' })),
  "no-charge.csv": csv(line()).replace("charge", "Betrag"),
  "ragged.csv": csv(line(), `${line()},x`),
  "latin1.csv": Buffer.from(csv(line({ claim: "Café" })), "latin1"),
  "semicolon.csv": csv(line()).replaceAll(",", ";"),
  "cut-short.csv.gz": gzipSync(csv(line())).subarray(0, -10),
  "broken.jsonc": '{ "rules": ',
  "unknown-key.jsonc": '{ "rulez": {} }',
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "claimlint-exit-"));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Row = readonly [exit: number, argv: string, stderr?: RegExp];

// Rules that need a data set or a column are reported as not run; that is no failure unless --require-rules says so.
const TABLE: readonly Row[] = [
  [0, "clean.csv"],
  [0, "*lean.csv"],
  [0, "clean.csv clean.csv"],
  [0, "warning.csv"],
  [0, "info.csv"],
  [0, "header.csv --allow-empty"],
  [0, "error.csv --fail-on never"],
  [0, "error.csv --skip npi-luhn"],
  [0, "error.csv --rule npi-luhn:off"],
  [0, "error.csv --rule npi-luhn:warning"],
  [0, "error.csv --max-error-rate 50%"],
  [0, "warning.csv --max-warnings 1"],
  [0, "clean.csv --require-rules npi-luhn"],
  [0, "latin1.csv --encoding windows-1252"],
  [0, "no-charge.csv --map charge=Betrag"],
  [0, "--help"],
  [0, "check --help"],
  [0, "--version"],
  [0, "rules"],
  [0, "config"],
  [0, "schema report"],
  [0, "code 99213"],
  [0, "inspect clean.csv"],
  [0, "explain npi-luhn"],

  [1, "error.csv"],
  [1, "error.csv clean.csv"],
  [1, "ragged.csv"],
  [1, "error.csv --fail-on error"],
  [1, "error.csv --max-error-rate 49%"],
  [1, "warning.csv --fail-on warning"],
  [1, "warning.csv --fail-on info"],
  [1, "warning.csv --max-warnings 0"],
  [1, "warning.csv --rule dx-duplicate:error"],
  [1, "info.csv --fail-on info"],
  [1, "error.csv --max-per-rule 1"],
  [1, "error.csv -qq"],

  [2, "", /No input/],
  [2, "nowhere.csv", /no such file/],
  [2, "none-*.csv", /no file matches/],
  [2, ".", /is a folder/],
  [2, "clean.csv nowhere.csv", /nowhere\.csv/],
  [2, "empty.csv"],
  [2, "header.csv"],
  [2, "open-quote.csv"],
  [2, "no-charge.csv"],
  [2, "latin1.csv"],
  [2, "semicolon.csv"],
  [2, "cut-short.csv.gz"],
  [2, "clean.csv empty.csv"],
  [2, "error.csv open-quote.csv"],
  [2, "header.csv --fail-on never"],
  [2, "no-charge.csv --fail-on never"],
  [2, "clean.csv --require-rules ncci-ptp"],
  [2, "clean.csv --require-rules all"],
  [2, "clean.csv --require-rules npi-luhn --skip npi-luhn"],
  [2, "clean.csv --require-rules npi-lun", /npi-luhn/],
  [2, "clean.csv --fail-onn error", /--fail-on/],
  [2, "clean.csv --fail-on fatal", /fatal/],
  [2, "clean.csv --as-of 2026-02-30", /not a date/],
  [2, "clean.csv --only npi-lun", /npi-luhn/],
  [2, "clean.csv --map charge=Nowhere"],
  [2, "clean.csv --format prety", /pretty/],
  [2, "clean.csv --format json --format csv", /Two reports/],
  [2, "clean.csv --output .", /folder/],
  [2, "clean.csv --output clean.csv/report.json", /could not be written/],
  [2, "clean.csv --config nowhere.jsonc", /cannot be read/],
  [2, "clean.csv --config broken.jsonc", /broken\.jsonc:1:\d+/],
  [2, "clean.csv --config unknown-key.jsonc", /unknown-key\.jsonc:1:3.*rulez/],
  [2, "explain npi-lun", /npi-luhn/],
  [2, "schema nothing", /config/],
];

describe("exit codes", () => {
  const rows = TABLE.map(([exit, argv, stderr = /^/]) => [exit, argv, stderr] as const);
  test.each(rows)("%d  claimlint %s", async (exit, argv, stderr) => {
    const ran = await run(argv.split(" ").filter(Boolean), { cwd: folder });
    expect({ exit: ran.exit, stderr: ran.stderr }).toEqual({ exit, stderr: expect.stringMatching(stderr) });
    expect(ran.stdout + ran.stderr, "no stack trace, no internal error").not.toMatch(/\n {4}at |internal error/);
  });

  test("a refused report leaves nothing behind", async () => {
    const before = readdirSync(folder);
    await run(["clean.csv", "--output", "."], { cwd: folder });
    expect(readdirSync(folder)).toEqual(before);
  });
});

const PROGRAM = join(ROOT, "bin/claimlint.js");

function start(argv: readonly string[], stdout: "pipe" | number = "pipe") {
  if (!existsSync(join(ROOT, "dist/cli/main.js"))) throw new Error("dist/ is missing: npm run build");
  const env = { ...process.env, ...NOBODY };
  return spawn(process.execPath, [PROGRAM, ...argv], { cwd: folder, env, stdio: ["pipe", stdout, "pipe"] });
}

type Child = ReturnType<typeof start>;

function ended(child: Child): Promise<{ exit: number | null; stderr: string }> {
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString("utf8");
  });
  return new Promise((done) => child.on("close", (exit) => done({ exit, stderr })));
}

/** Enough findings for several megabytes of JSON: every NPI is one digit off. */
function manyErrors(lines: number): string {
  return csv(...Array.from({ length: lines }, (_, i) => line({ claim: `CLM-${i}`, npi: "1999902187" })));
}

describe("real processes", () => {
  beforeAll(() => writeFileSync(join(folder, "many.csv"), manyErrors(12_000)));

  test("a reader that goes away after the first line keeps its verdict", async () => {
    const child = start(["many.csv", "--format", "ndjson"]);
    child.stdout?.once("data", () => child.stdout?.destroy());
    expect(await ended(child)).toEqual({ exit: 1, stderr: "" });
  });

  test("megabytes of JSON through a slow pipe arrive whole", async () => {
    const child = start(["many.csv", "--format", "json", "--only", "npi-luhn"]);
    const end = ended(child);
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      if (chunks.length % 20 !== 1) return;
      child.stdout?.pause();
      setTimeout(() => child.stdout?.resume(), 20);
    });
    expect(await end).toEqual({ exit: 1, stderr: "" });
    const text = Buffer.concat(chunks);
    expect(text.length).toBeGreaterThan(5_000_000);
    const report = JSON.parse(text.toString("utf8")) as { findings: unknown[]; exitCode: number };
    expect(report.findings.length).toBe(12_000);
    expect(report.exitCode).toBe(1);
  });

  test("standard input", async () => {
    const child = start(["-", "--format", "concise"]);
    const end = ended(child);
    child.stdout?.resume();
    child.stdin?.end(FILES["error.csv"]);
    expect(await end).toEqual({ exit: 1, stderr: "" });
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s: %d, and no half report", async (signal, exit) => {
    const child = start(["-", "--output", "report.json", "--format", "json"]);
    const end = ended(child);
    child.stdin?.on("error", () => undefined);
    // More than a pipe holds: once it is taken, the program is up and reading.
    await new Promise((taken) => child.stdin?.write(manyErrors(20_000), taken));
    child.kill(signal);
    const { exit: got, stderr } = await end;
    expect({ got, stderr }).toEqual({ got: exit, stderr: expect.stringContaining("interrupted") });
    expect(readdirSync(folder).filter((name) => name.includes("report.json"))).toEqual([]);
  });

  test.skipIf(!existsSync("/dev/full"))("a full disk behind standard output is exit 2", async () => {
    const child = start(["error.csv"], openSync("/dev/full", "w"));
    const { exit, stderr } = await ended(child);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/could not be written/);
  });

  // As root, a report renamed over /dev/null or /dev/stdout would replace the device for everybody.
  test.skipIf(process.platform === "win32")("a report into a named pipe leaves the pipe in its place", async () => {
    const pipe = join(folder, "report.pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe]);
    let text = "";
    reader.stdout.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
    const read = new Promise((done) => reader.on("close", done));
    const child = start(["error.csv", "--format", "concise", "--output", "report.pipe"]);
    expect(await ended(child)).toEqual({ exit: 1, stderr: "" });
    await read;
    expect(statSync(pipe).isFIFO()).toBe(true);
    expect(text).toContain("[npi-luhn]");
  });
});
