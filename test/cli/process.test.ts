import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NOBODY } from "../cases/running.ts";
import { type OrderRow, orderFile } from "../datasets/icd10cm-slice.ts";
import { ROOT } from "../house/rooms.ts";

// The built program as a person starts it: npm run build comes before the tests.
const PROGRAM = join(ROOT, "bin/claimlint.js");
const HEADER = "claim_id,line_number,patient_id,service_from,procedure_code,diagnosis_1,units,charge";
const ROWS: readonly OrderRow[] = [["R059", 1, "Cough, unspecified"]];

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "claimlint-process-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; stderr: string }>;
}

function start(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd, env: { ...process.env, ...NOBODY, ...env } });
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdout?.resume();
  const ended = new Promise<{ code: number | null; stderr: string }>((done) => {
    child.on("close", (code) => done({ code, stderr }));
  });
  return { child, ended };
}

/** Waits for a file whose name matches, as briefly as it may be there. */
async function appears(folder: string, pattern: RegExp, { child }: Running): Promise<boolean> {
  while (child.exitCode === null) {
    if (existsSync(folder) && readdirSync(folder).some((name) => pattern.test(name))) return true;
    await sleep(1);
  }
  return false;
}

function manyFindings(): void {
  const rows = Array.from({ length: 30_000 }, (_, i) => `C${i},1,PCANARY${i},2026-03-02,9921,R05.9,x,100.00`);
  writeFileSync(join(cwd, "claims.csv"), `${[HEADER, ...rows].join("\n")}\n`);
}

const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

describe.each(SIGNALS)("%s", (signal, expected) => {
  test("while a report is written: it is gone, and so is its temporary file", async () => {
    manyFindings();
    const running = start(["check", "claims.csv", "-f", "json=out.json", "--no-config"]);
    expect(await appears(cwd, /\.tmp$/, running)).toBe(true);
    running.child.kill(signal);
    const { code, stderr } = await running.ended;
    expect(code).toBe(expected);
    expect(stderr).toContain("interrupted; nothing was decided");
    expect(stderr).not.toContain("CANARY");
    expect(readdirSync(cwd)).toEqual(["claims.csv"]);
  });

  test("while input is awaited", async () => {
    const running = start(["check", "-", "-f", "json=out.json", "--no-config"]);
    running.child.stdin?.write(`${HEADER}\nC1,1,PCANARY,`);
    await sleep(700);
    running.child.kill(signal);
    const { code, stderr } = await running.ended;
    expect(code).toBe(expected);
    expect(stderr).not.toContain("CANARY");
    expect(readdirSync(cwd)).toEqual([]);
  });

  test("while a table waits for its place: nothing half of it stays", async () => {
    mkdirSync(join(cwd, "tables"));
    writeFileSync(join(cwd, "icd10cm_order_2026.txt"), orderFile(ROWS));
    // Another process seems to hold the lock.
    writeFileSync(join(cwd, "tables/.lock"), "");
    const running = start(["data", "add", "icd10cm_order_2026.txt", "--data", "tables"]);
    expect(await appears(join(cwd, "tables"), /\.new$/, running)).toBe(true);
    running.child.kill(signal);
    expect((await running.ended).code).toBe(expected);
    expect(readdirSync(join(cwd, "tables"))).toEqual([".lock"]);
  });
});

test("a report that fails on its way leaves nothing", async () => {
  manyFindings();
  mkdirSync(join(cwd, "taken"));
  const { code, stderr } = await start(["check", "claims.csv", "-f", "json=taken", "--no-config"]).ended;
  expect(code).toBe(2);
  expect(stderr).toMatch(/taken cannot be written: it is a folder/);
  expect(readdirSync(cwd).sort()).toEqual(["claims.csv", "taken"]);
});

describe("the network", () => {
  // Whoever connects or looks a name up leaves a mark and is stopped.
  const GUARD = `
    const { appendFileSync } = require("node:fs");
    const stop = (what) => () => { appendFileSync(process.env.MARKS, what + "\\n"); throw new Error("no network"); };
    require("node:net").Socket.prototype.connect = stop("connect");
    require("node:dns").lookup = stop("lookup");
    require("node:dns").promises.lookup = stop("lookup");
    require("node:dgram").createSocket = stop("datagram");
    globalThis.fetch = stop("fetch");
  `;

  const guarded = async (argv: readonly string[]): Promise<boolean> => {
    writeFileSync(join(cwd, "guard.cjs"), GUARD);
    writeFileSync(join(cwd, "a.csv"), `${HEADER}\nC1,1,P1,2026-03-02,99213,R05.9,1,100.00\n`);
    writeFileSync(join(cwd, "icd10cm_order_2026.txt"), orderFile(ROWS));
    const marks = join(cwd, "marks");
    await start(argv, { NODE_OPTIONS: `--require ${join(cwd, "guard.cjs")}`, MARKS: marks }).ended;
    return existsSync(marks);
  };

  test.each([
    [["check", "a.csv", "-f", "html=a.html", "-f", "sarif=a.sarif"]],
    [["inspect", "a.csv"]],
    [["explain", "a.csv:1"]],
    [["code", "99213"]],
    [["rules"]],
    [["doctor"]],
    [["init"]],
    [["completion", "bash"]],
    [["data", "list"]],
    [["data", "check"]],
    [["data", "add", "icd10cm_order_2026.txt", "--data", "tables"]],
  ])("claimlint %j does not touch it", async (argv) => {
    expect(await guarded(argv)).toBe(false);
  });

  test("data pull does: the guard works", async () => {
    writeFileSync(join(cwd, "guard.cjs"), GUARD);
    const env = { NODE_OPTIONS: `--require ${join(cwd, "guard.cjs")}`, MARKS: join(cwd, "marks") };
    const running = start(["data", "pull", "icd10cm", "--release", "FY2026", "--mirror", "http://127.0.0.1:9"], env);
    expect(await appears(cwd, /^marks$/, running)).toBe(true);
    // It would try four times more.
    running.child.kill("SIGTERM");
    await running.ended;
  });
});
