import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { COLUMNS, fieldName, LINE_KEYS } from "../../src/model/columns.ts";
import { REPORTERS } from "../../src/registry/reporters.ts";
import { runCli } from "../cli/run-cli.ts";
import { MESSAGES } from "./parsers.ts";
import { makeFile, makeFinding, makeRule, makeRun, printAll, write } from "./sample.ts";
import { parseXml } from "./xml.ts";

/** Cells that would do harm in one format or another. */
const CELLS = {
  "terminal control": "\u001b[2J\u001b]0;x\u0007\u009b31m",
  "workflow command": "\r\n::error::forged",
  "legacy workflow command": "##[error]forged ##vso[task.complete result=Failed]",
  "end of CDATA": "]]><!--x--><a b='c' d=\"e\">&amp;&#0;",
  "percent escapes": "%0A::error::forged%25%0D%3A,",
  NUL: "a\u0000b",
  "lone surrogates": "\ud800x\udc00",
  formula: "=cmd|' /C calc'!A0",
  "right to left": "\u202Egpj.exe\u2066\u200f",
  script: "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
  markdown: "| a | [click](http://example.com) `x` <details> @someone #1 ![](x) **b**",
  "line separators": "a\u2028b\u2029c\u0085d",
  noncharacters: "\uffff\ufdd0\ufeff",
  "a megabyte": "x".repeat(1_000_000),
  "a megabyte of escapes": "\u0001".repeat(1_000_000),
};

const STRUCTURAL = { junit: parseXml, checkstyle: parseXml, json: JSON.parse, sarif: JSON.parse, gitlab: JSON.parse };

describe.each(REPORTERS.map((reporter) => [reporter.id, reporter] as const))("%s survives", (id, reporter) => {
  it.each(Object.entries(CELLS))("%s", (_, cell) => {
    const hostile = { text: cell, privacy: "none" } as const;
    const path = `claims/${cell.slice(0, 200).replaceAll("/", "")}.csv`;
    const findings = printAll("nothing", [
      makeFinding({
        message: "{code} is no CPT code",
        slots: { code: hostile },
        value: hostile,
        claimId: hostile,
        lineNumber: cell,
        header: cell,
        at: { ...makeFinding().at, file: path },
        shown: [{ field: "procedure_code", header: cell, value: hostile, target: true }],
        related: [{ at: { ...makeFinding().at, file: path }, field: undefined, label: cell.slice(0, 100) }],
      }),
    ]).map((finding) => ({ ...finding }));
    const run = makeRun({
      files: [makeFile({ path }), makeFile({ path: `${path}2`, failure: cell.slice(0, 1000) })],
      problems: [cell.slice(0, 1000)],
      rules: [makeRule("npi-check-digit", { findings: 1, chargeAtRiskCents: 5 })],
      summary: { ...makeRun().summary, errors: 1, warnings: 0 },
      complete: false,
      exitCode: 2,
    });
    const text = write(reporter, { run, findings });
    expect(text.length).toBeLessThan(100_000);
    // A CSV table quotes a path as it is, line breaks and all.
    if (id !== "csv") {
      expect(text).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u,
      );
      expect(text).not.toMatch(/\p{Cs}|##\[|##vso\[/u);
    }
    const commands = text.match(/^\s*::.*/gm) ?? [];
    if (id !== "csv")
      expect(commands.filter((line) => !/^::error (file=[^:]*,line=3|title=claimlint)/.test(line))).toEqual([]);
    STRUCTURAL[id as "json"]?.(text);
    const read = MESSAGES[id];
    // A link in a SARIF message is broken up on purpose.
    const message = findings[0]!.message.replaceAll("](", id === "sarif" ? "] (" : "](");
    // A table for spreadsheets has an apostrophe before a formula.
    const guarded = id === "csv" && /^[=+@-]/.test(message) ? `'${message}` : message;
    if (read) expect(read(text).filter((back) => back.includes("is no CPT code"))).toEqual([guarded]);
  });
});

it("markdown shows a cell as text", () => {
  const markdown = REPORTERS.find(({ id }) => id === "markdown")!;
  const cell = { text: CELLS.markdown, privacy: "none" } as const;
  const text = write(markdown, {
    findings: printAll("nothing", [makeFinding({ message: "{a}", slots: { a: cell } })]),
  });
  const row = text.split("\n").find((line) => line.includes("someone") || line.includes("click"))!;
  expect(row.match(/(?<!\\)\|/g), "three cells").toHaveLength(4);
  expect(row).toContain("\\| a \\| \\[click\\]\\(http:<!-- -->//example.com\\) \\`x\\` &lt;details&gt;");
});

describe("a whole run", () => {
  const folder = mkdtempSync(join(tmpdir(), "claimlint-hostile-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // One canary for each column that tells of a person; dates get dates, so that rules read them and speak of them.
  const keys = LINE_KEYS.filter((key) => COLUMNS[key].privacy !== "none");
  const canaryOf = (n: number, kind: string, row: number) =>
    kind === "date" ? `19${31 + n}-0${row + 1}-19` : `CANARY${String(n).padStart(3, "0")}X${row}`;
  const columns = keys.map((key, n) => ({
    field: fieldName(key, 0),
    cells: [0, 1, 2].map((row) => canaryOf(n, COLUMNS[key].kind, row)),
  }));
  const plain = {
    procedure_code: "9921",
    charge: "-5",
    units: "0",
    place_of_service: "28",
    diagnosis_1: "250.00",
    billing_npi: "1234567890",
  };
  const header = [...columns.map(({ field }) => field), ...Object.keys(plain)];
  const rows = [0, 1, 2].map((row) => [...columns.map(({ cells }) => cells[row]!), ...Object.values(plain)]);
  const csv = `${[header, ...rows].map((cells) => cells.join(",")).join("\n")}\n`;
  const canaries = columns.flatMap(({ cells }) => cells);

  async function everyFormat(values: string): Promise<Record<string, string>> {
    const out = mkdtempSync(join(folder, "out-"));
    writeFileSync(join(out, "claims.csv"), csv);
    const formats = REPORTERS.flatMap(({ id }) => ["-f", `${id}=${id}.out`]);
    const summary = join(out, "step.md");
    writeFileSync(summary, "before\n");
    const argv = ["check", "claims.csv", "--no-config", "--values", values, ...formats];
    const { stdout, stderr, exitCode } = await runCli(argv, { cwd: out, env: { GITHUB_STEP_SUMMARY: summary } });
    expect([1, 2]).toContain(exitCode);
    const files = readdirSync(out).sort();
    expect(files).toEqual([...REPORTERS.map(({ id }) => `${id}.out`), "claims.csv", "step.md"].sort());
    for (const { id } of REPORTERS) expect(statSync(join(out, `${id}.out`)).mode & 0o777, id).toBe(0o600);
    const texts = files
      .filter((name) => name !== "claims.csv")
      .map((name) => [name, readFileSync(join(out, name), "utf8")]);
    const { stdout: pretty } = await runCli(["check", "claims.csv", "--no-config", "--values", values, "-v"], {
      cwd: out,
    });
    return { ...Object.fromEntries(texts), stdout, stderr, pretty };
  }

  it.each(["auto", "safe", "none"])("under --values %s no report and no stream holds a canary", async (values) => {
    const texts = await everyFormat(values);
    expect(texts["step.md"]).toMatch(/^before\n## /);
    const seen = Object.entries(texts).flatMap(([name, text]) =>
      canaries.filter((canary) => text.includes(canary)).map((canary) => `${name}: ${canary}`),
    );
    expect(seen).toEqual([]);
  });

  it("under --values all they do: the test can fail", async () => {
    const texts = await everyFormat("all");
    const silent = Object.entries(texts)
      .filter(([, text]) => !canaries.some((canary) => text.includes(canary)))
      .map(([name]) => name);
    expect(silent.sort()).toEqual(["stderr", "stdout", "summary.out"]);
  });
});
