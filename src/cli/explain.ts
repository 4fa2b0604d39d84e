import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { rulePage } from "../contract/page.ts";
import { hiddenBy } from "../findings/print.ts";
import { UsageError } from "../model/errors.ts";
import type { PrintedFinding } from "../model/finding.ts";
import { didYouMean } from "../model/nearest.ts";
import type { ExitCode } from "../model/run.ts";
import { RULES } from "../registry/rules.ts";
import { runCheck } from "../run/check.ts";
import { prepareRun, sourceOf } from "../run/prepare.ts";
import { toolVersion } from "../run/version.ts";
import { configure } from "./configure.ts";
import { openData } from "./data-sets.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import type { Terminal } from "./terminal.ts";

export async function explainCommand(
  terminal: Terminal,
  what: string,
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  const rule = RULES.find(({ id }) => id === what);
  if (rule !== undefined) {
    terminal.stdout.write(rulePage(rule));
    return 0;
  }
  const row = /^(.+):(\d+)$/.exec(what);
  if (row !== null && (row[1] === "-" || existsSync(resolve(terminal.cwd, row[1]!)))) {
    return explainRow(terminal, row[1]!, Number(row[2]), flags, choice);
  }
  const near = didYouMean(
    what,
    RULES.map(({ id }) => id),
  );
  throw new UsageError(
    `${what} is neither a rule nor FILE:ROW of a file that is there.`,
    near ? `Did you mean ${near}?` : "claimlint rules lists the rules.",
  );
}

/** For one row: every rule that applied, fired or was skipped there, and why. */
async function explainRow(
  terminal: Terminal,
  path: string,
  row: number,
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  const configuration = await configure(terminal, flags, choice);
  const outcomes = new Map<string, string>();
  const source = sourceOf(path, configuration, terminal.cwd, path === "-" ? { stdin: terminal.stdin } : {});
  const outcome = await runCheck({
    ...prepareRun(configuration, [source], terminal.today, toolVersion(), await openData(configuration, terminal)),
    trace: (_file, at, rule, result) => {
      if (at === row) outcomes.set(rule, result);
    },
  });
  const { stdout } = terminal;
  const [file] = outcome.result.files;
  if (file === undefined || file.failure !== undefined)
    throw new UsageError(file?.failure ?? `${path} could not be read.`);
  if (row < 1 || row > file.rows)
    throw new UsageError(
      `${path} has ${file.rows} rows; there is no row ${row}.`,
      "Row 1 is the first line after the header.",
    );

  const hidden = hiddenBy(configuration.settings.values as "auto", stdout.isTTY === true);
  const fired = new Map<string, PrintedFinding[]>();
  let place = path;
  for (const finding of outcome.findings(hidden)) {
    if (finding.row !== row) continue;
    fired.set(finding.rule, [...(fired.get(finding.rule) ?? []), finding]);
    place = `${finding.file}:${finding.line}`;
  }
  stdout.write(`${place}  row ${row}\n\nfired\n`);
  if (fired.size === 0) stdout.write("  none\n");
  for (const findings of fired.values()) {
    for (const f of findings)
      stdout.write(`  ${f.severity.padEnd(7)}  ${f.rule}  ${f.field ?? ""} ${f.cell}: ${f.message}\n`);
  }
  const passed = [...outcomes].filter(([id, result]) => result === "checked" && !fired.has(id)).map(([id]) => id);
  stdout.write(`\npassed\n${wrap(passed)}\nskipped\n`);
  const skipped = new Map<string, string[]>();
  for (const [id, result] of outcomes)
    if (result !== "checked") skipped.set(result, [...(skipped.get(result) ?? []), id]);
  if (skipped.size === 0) stdout.write("  none\n");
  for (const [reason, ids] of skipped) stdout.write(`  ${reason}\n${wrap(ids, "    ")}`);
  const off = outcome.result.rules.filter((r) => r.status === "off").map((r) => r.id);
  const about = new Set([...outcomes.keys(), ...fired.keys(), ...off]);
  const rest = outcome.result.rules.filter((r) => !about.has(r.id)).map((r) => r.id);
  if (rest.length > 0) stdout.write(`\nnot about this row\n${wrap(rest)}`);
  if (off.length > 0) stdout.write(`\noff\n${wrap(off)}`);
  return 0;
}

function wrap(words: readonly string[], indent = "  ", width = 100): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of words.toSorted()) {
    if (line.length + word.length > width && line !== indent) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word}  `;
  }
  if (line !== indent) lines.push(line.trimEnd());
  return lines.length > 0 ? `${lines.join("\n")}\n` : `${indent}none\n`;
}
