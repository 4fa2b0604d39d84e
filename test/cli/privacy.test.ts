import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { COLUMNS, type ColumnSpec, fieldName, LINE_KEYS } from "../../src/model/columns.ts";
import { day } from "../../src/model/dates.ts";
import { REPORTERS } from "../../src/registry/reporters.ts";
import { NOBODY, run } from "../cases/running.ts";

/** Every column that tells about a person, with a text that occurs nowhere else: no output may hold any of them. */
const PERSONAL = LINE_KEYS.flatMap((key) => {
  const spec: ColumnSpec = COLUMNS[key];
  return spec.privacy === "none" ? [] : [{ field: fieldName(key, 0), kind: spec.kind, privacy: spec.privacy }];
});
const CODES = {
  procedure_code: "99213",
  diagnosis_1: "R05.9",
  units: "1",
  charge: "100.00",
  billing_npi: "1003000126",
};

/** Texts of its own for each field: words of letters, dates no other field has, numbers. */
function canary(field: string, kind: string, row: number): string {
  const i = PERSONAL.findIndex((each) => each.field === field);
  if (kind === "date") return `19${61 + i}-0${row}-17`;
  if (kind === "npi") return `19${String(i).padStart(2, "0")}77${row}731`;
  return `CANARY${String.fromCharCode(65 + i)}${row}ZQ`;
}

const ROWS = [1, 2, 3];
const records = ROWS.map((row) => ({
  ...Object.fromEntries(PERSONAL.map(({ field, kind }) => [field, canary(field, kind, row)])),
  ...CODES,
}));
/** Broken in every way a rule or the reader can complain about, the canary still in it. */
const broken = (change: (value: string) => string) =>
  records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([field, value]) => [field, field in CODES ? value : change(value as string)]),
    ),
  );
const csv = (rows: readonly object[]) =>
  [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(",")).join("\n");

const FILES: Readonly<Record<string, string>> = {
  "plain.csv": csv(records),
  "spaces.csv": csv(broken((value) => ` ${value} `)),
  "hostile.csv": csv(broken((value) => `\u001b[2J${value}\u202e::error::${value}`)),
  "long.csv": csv(broken((value) => value + "x".repeat(300))),
  "headless.csv": csv(records).split("\n").slice(1).join("\n"),
  "short.csv": `${csv(records)}\n${canary("patient_id", "text", 1)},${canary("member_id", "text", 1)}`,
  "quote.csv": `${csv(records)}\n"${canary("patient_id", "text", 1)},never closed\n`,
  "stray.csv": csv(broken((value) => `a"${value}`)),
  "utf16.csv": `\ufffe${csv(records)}`,
  "latin.csv": csv(broken((value) => value)).replaceAll("CANARY", "CANARY\u00e9"),
  "nul.csv": csv(broken((value) => `\u0000${value}`)),
};
const CANARIES = records.flatMap((record) =>
  PERSONAL.map(({ field }) => (record as Readonly<Record<string, string>>)[field]!),
);

let cwd = "";
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "claimlint-privacy-"));
  for (const [name, text] of Object.entries(FILES))
    writeFileSync(join(cwd, name), text, name === "latin.csv" ? "latin1" : "utf8");
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const leaked = (text: string) =>
  CANARIES.filter((each) => text.includes(each) || text.includes(each.replaceAll("-", "")));

const COMMANDS: readonly (readonly string[])[] = [
  ["inspect", "FILE"],
  ["inspect", "FILE", "--map", "claim_id=nothing"],
  ["inspect", "FILE", "--map", "patient_id=clami_id"],
  ["inspect", "FILE", "--delimiter", "|"],
  ["inspect", "FILE", "--encoding", "utf-16le"],
  ["explain", "FILE:1"],
  ["explain", "FILE:4"],
  ["explain", "FILE:999"],
  ["explain", "FILE:1", "--date-format", "MM/DD/YYYY"],
  ["check", "FILE"],
  ["check", "FILE", "-v"],
  ["check", "FILE", "--summary"],
  ["check", "FILE", "--group-by", "claim"],
  ["check", "FILE", "--history", "plain.csv"],
  ["check", "FILE", "--encoding", "windows-1252"],
  ["check", "FILE", "--fail-fast"],
  ["fix", "FILE"],
  ["init", "FILE"],
  ["doctor"],
  ["data", "add", "FILE", "--data", "tables"],
  ["data", "diff", "FILE", "FILE", "--data", "tables"],
  ["diff", "FILE", "FILE"],
  ["check", "plain.csv", "-c", "FILE"],
  ["check", "plain.csv", "--map-file", "FILE"],
  ["check", "plain.csv", "--waivers", "FILE"],
  ["check", "plain.csv", "--baseline", "FILE"],
  ...REPORTERS.map(({ id }) => ["check", "FILE", "-f", id]),
];

describe.each(Object.keys(FILES))("%s", (name) => {
  test.each(COMMANDS.map((words) => [words.join(" "), words] as const))(
    "claimlint %s tells nothing",
    async (_, words) => {
      const { stdout, stderr } = await run(
        words.map((word) => word.replace("FILE", name)),
        { cwd, env: { CLAIMLINT_DEBUG: "1" } },
      );
      expect(leaked(stdout)).toEqual([]);
      expect(leaked(stderr)).toEqual([]);
    },
  );
});

describe("on a terminal", () => {
  const direct = records.flatMap((record) =>
    PERSONAL.filter(({ privacy }) => privacy === "direct").map(
      ({ field }) => (record as Readonly<Record<string, string>>)[field]!,
    ),
  );

  test.each([
    ["explain", "spaces.csv:1"],
    ["check", "spaces.csv"],
    ["inspect", "headless.csv"],
  ])("%s %s hides whom", async (...words) => {
    const { stdout } = await run(words, { cwd, columns: 100 });
    expect(direct.filter((each) => stdout.includes(each))).toEqual([]);
  });

  test("progress names the file and counts, and a file name cannot rewrite the line", async () => {
    const name = "a\u001b[2Jb.csv";
    writeFileSync(join(cwd, name), FILES["plain.csv"]!);
    let shown = "";
    const stderr = Object.assign(
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          shown += chunk.toString();
          done();
        },
      }),
      { isTTY: true, columns: 80 },
    );
    const stdin = new PassThrough().end();
    const stdout = new PassThrough().resume();
    await main(["check", name], { stdin, stdout, stderr, env: NOBODY, cwd, today: day("2026-11-22") });
    expect(leaked(shown)).toEqual([]);
    expect(shown.replaceAll("\r\u001b[2K", "")).not.toContain("\u001b");
  });
});

describe("hostile names", () => {
  test.each([["inspect"], ["explain"], ["check"]])(
    "%s prints no control sequence of a header or a file name",
    async (command) => {
      const name = "x\u001b[31m\u202e.csv";
      writeFileSync(join(cwd, name), "claim_id,\u001b[31mX\u202e,service_from\nC1,b,2026-03-02\n");
      const { stdout, stderr } = await run([command, command === "explain" ? `${name}:1` : name], { cwd });
      expect(stdout + stderr).not.toMatch(/[\u001b\u202e]/);
      const missing = await run([command, `${name}x`], { cwd });
      expect(missing.exit).toBe(2);
      expect(missing.stderr).not.toMatch(/[\u001b\u202e]/);
    },
  );
});

test("with --values all the same canaries are found: the test can fail", async () => {
  const { stdout } = await run(["check", "spaces.csv", "-f", "json", "--values", "all", "--max-per-rule", "0"], {
    cwd,
  });
  expect(leaked(stdout).length).toBeGreaterThan(5);
});

test("files are for their owner alone, and nothing else is left behind", async () => {
  const before = new Set(readdirSync(cwd));
  const reports = REPORTERS.flatMap(({ id }) => ["-f", `${id}=out.${id}`]);
  await run(["check", "plain.csv", ...reports], { cwd });
  const made = readdirSync(cwd).filter((name) => !before.has(name));
  expect(made.sort()).toEqual(REPORTERS.map(({ id }) => `out.${id}`).sort());
  for (const name of made) {
    expect([name, (statSync(join(cwd, name)).mode & 0o777).toString(8)]).toEqual([name, "600"]);
    expect(leaked(readFileSync(join(cwd, name), "utf8"))).toEqual([]);
  }
});
