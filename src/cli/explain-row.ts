import type { Configuration, ConfiguredRule } from "../config/resolve.ts";
import { tableOf } from "../contract/dataset.ts";
import { hiddenBy } from "../findings/print.ts";
import type { FileLines } from "../input/lines.ts";
import type { ClaimLine, MarkedLine } from "../model/claim.ts";
import { COLUMNS, type LineKey } from "../model/columns.ts";
import { formatDate } from "../model/dates.ts";
import { UsageError } from "../model/errors.ts";
import type { PrintedFinding } from "../model/finding.ts";
import { groupBy } from "../model/group.ts";
import type { ExitCode, SkipReason } from "../model/run.ts";
import type { CellValue } from "../model/values.ts";
import { shapeOf, visible } from "../model/visible.ts";
import { type Outcome, runCheck } from "../run/check.ts";
import { groupByPatient } from "../run/claims.ts";
import type { OpenedData } from "../run/data.ts";
import { prepareRun, sourceOf } from "../run/prepare.ts";
import { toolVersion } from "../run/version.ts";
import { openData } from "./data-sets.ts";
import { expandFiles } from "./files.ts";
import { tableRows } from "./row-tables.ts";
import type { Terminal } from "./terminal.ts";

/** For one row: what every rule did with it and why, and what the installed tables say of its codes. */
export async function explainRow(
  terminal: Terminal,
  path: string,
  row: number,
  configuration: Configuration,
): Promise<ExitCode> {
  const { stdout } = terminal;
  const { settings } = configuration;
  const outcomes = new Map<string, "checked" | SkipReason>();
  const stdin = path === "-" ? { stdin: terminal.stdin, name: settings.stdinFilename ?? path } : {};
  const source = sourceOf(path, configuration, terminal.cwd, stdin);
  const history = await expandFiles(settings.history, terminal.cwd);
  const opened = await openData(configuration, terminal);
  const outcome = await runCheck({
    ...prepareRun(configuration, [source], terminal.today, toolVersion(), opened),
    history: history.map((each) => sourceOf(each, configuration, terminal.cwd)),
    trace: (file, at, rule, result) => {
      if (at === row && file === (source.name ?? source.path)) outcomes.set(rule, result);
    },
  });
  const [report] = outcome.result.files;
  const [file] = outcome.files;
  if (report === undefined || report.failure !== undefined || file === undefined)
    throw new UsageError(report?.failure ?? `${path} could not be read.`);
  if (row < 1 || row > report.rows) {
    throw new UsageError(
      `${visible(path)} has ${report.rows} rows; there is no row ${row}.`,
      "Row 1 is the first line after the header.",
    );
  }

  const hidden = hiddenBy(settings.values as "auto", stdout.isTTY === true);
  const here: PrintedFinding[] = [];
  const elsewhere: PrintedFinding[] = [];
  for (const finding of outcome.findings(hidden)) {
    if (finding.file === file.facts.path && finding.row === row) here.push(finding);
    else if (finding.related.some((each) => each.file === file.facts.path && each.row === row)) elsewhere.push(finding);
  }

  const ragged = file.facts.ragged.find((each) => each.row === row);
  const line = file.isLine(row) ? file.line(row) : undefined;
  const at = ragged?.line ?? file.position(row, undefined).line;
  const as = line === undefined ? [] : [`${line.form} claim`, `payer ${line.payerKind}`];
  const section = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) stdout.write(`\n${title}\n${lines.map((text) => `  ${text}\n`).join("")}`);
  };
  stdout.write(`${[`${visible(file.facts.path)}:${at}  row ${row}`, ...as].join(" · ")}\n`);
  if (ragged !== undefined)
    section("not checked", [
      `it has ${ragged.width} cells, the header ${ragged.expected}: it cannot be read as a line`,
    ]);

  section("fired", here.length === 0 ? ["none"] : here.map(findingLine));
  section(
    "named by a finding on another row",
    elsewhere.map((finding) => `${findingLine(finding)} (row ${finding.row})`),
  );
  const told = explanations({ configuration, outcome, opened, outcomes, fired: [...here, ...elsewhere], line, file });
  section("passed: looked at, and the defect is not there", aligned(told.passed));
  section("skipped", told.skipped);
  section("not about this row", told.otherwise);
  section("off", told.off);
  if (line !== undefined) {
    const shown = (text: string) => (hidden === "everything" ? shapeOf(text) : visible(text));
    const rows = tableRows(line, sameDay(file, line), opened.data);
    section(
      "what the installed tables say",
      rows.flatMap(({ id, says }) => {
        const readers = configuration.rules.filter(
          ({ rule }) => outcomes.get(rule.id) === "checked" && tablesOf(rule).some((table) => table.id === id),
        );
        const { release = "", from = "", to = "" } = opened.reports.find((each) => each.id === id) ?? {};
        const read = readers.map(({ rule }) => rule.id).join(", ") || "no rule on this row";
        return [
          `${id}  ${release}, covers ${from} to ${to}; read by ${read}`,
          ...says.map((text) => `  ${shown(text)}`),
        ];
      }),
    );
  }
  return 0;
}

function findingLine({ severity, rule, cell, field, message }: PrintedFinding): string {
  return `${severity.padEnd(7)}  ${rule}  ${[cell, field].filter(Boolean).join(" ")}: ${message}`;
}

/** The lines of the same patient and day, which edits look at together; of the same claim where nobody is named. */
function sameDay(file: FileLines, line: MarkedLine): ClaimLine[] {
  const patients = groupByPatient([file]);
  const patient = patients.of(line.ref);
  const claim = line.claimId?.trimmed;
  const refs = patient >= 0 ? patients.lines(patient) : rowsOfClaim(file, claim);
  return refs
    .map((ref) => file.line(ref.row))
    .filter(({ ref, serviceFrom }) => ref.row !== line.ref.row && serviceFrom?.days === line.serviceFrom?.days);
}

function rowsOfClaim(file: FileLines, claim: string | undefined): { readonly row: number }[] {
  if (claim === undefined) return [];
  const rows = Array.from({ length: file.rows }, (_, i) => ({ row: i + 1 }));
  return rows.filter(({ row }) => file.isLine(row) && file.line(row).claimId?.trimmed === claim);
}

interface Known {
  readonly configuration: Configuration;
  readonly outcome: Outcome;
  readonly opened: OpenedData;
  readonly outcomes: ReadonlyMap<string, "checked" | SkipReason>;
  readonly fired: readonly PrintedFinding[];
  readonly line: MarkedLine | undefined;
  readonly file: FileLines;
}

type Reasoned = readonly [id: string, text: string];

/** Every rule that did not fire, with the reason. */
function explanations(known: Known) {
  const { configuration, outcome, outcomes, fired } = known;
  const firing = new Set(fired.map(({ rule }) => rule));
  const passed: Reasoned[] = [];
  const skipped: Reasoned[] = [];
  const otherwise: Reasoned[] = [];
  const off: Reasoned[] = [];
  for (const configured of configuration.rules) {
    const { rule, severity, origin } = configured;
    const result = outcomes.get(rule.id);
    if (severity === "off")
      off.push([rule.id, origin === "default" ? "off unless asked for (--rule)" : `by ${origin}`]);
    else if (outcome.crashes.has(rule.id))
      skipped.push([rule.id, "it failed: an error of claimlint, please report it"]);
    else if (firing.has(rule.id)) continue;
    else if (result === "checked") passed.push([rule.id, rule.summary]);
    else if (result === undefined) otherwise.push([rule.id, whyNotAbout(configured, known)]);
    else skipped.push([rule.id, whySkipped(configured, result, known)]);
  }
  return { passed, skipped: byReason(skipped), otherwise: byReason(otherwise), off: byReason(off) };
}

function whyNotAbout({ rule }: ConfiguredRule, { line }: Known): string {
  if (rule.scope === "file") return "about the file as a whole, not about a row";
  if (line === undefined) return "the record is no line";
  if (rule.forms && !rule.forms.includes(line.form)) return `about ${rule.forms.join(" and ")} claims`;
  if ("procedures" in rule && line.procedure?.ok && rule.procedures?.(line.procedure) === false)
    return "about other procedures";
  return rule.scope === "history" ? "the line names no patient" : "not asked";
}

const names = (keys: readonly LineKey[]): string => [...new Set(keys)].map((key) => COLUMNS[key].field).join(", ");

function whySkipped({ rule }: ConfiguredRule, reason: SkipReason, { file, line, opened }: Known): string {
  if (rule.scope === "file" || line === undefined) return reason;
  const keys: readonly LineKey[] = rule.scope === "value" ? rule.on : [...rule.needs, ...(rule.columns ?? [])];
  const held = (key: LineKey): boolean => {
    const cells = (Array.isArray(line[key]) ? line[key] : [line[key]]) as readonly (CellValue | undefined)[];
    return cells.some((cell) => cell !== undefined && !cell.blank);
  };
  const tables = tablesOf(rule).filter(({ needed, concerns }) => needed && (concerns === undefined || concerns(line)));
  switch (reason) {
    case "no such column":
      return `the file has no column ${names(keys.filter((key) => !file.has(key)))}`;
    case "blank input": {
      const blank = keys.filter((key) => file.has(key) && !held(key));
      return blank.length === 0 ? "the line names no patient" : `blank: ${names(blank)}`;
    }
    case "malformed input":
      return `not well formed: ${names(keys.filter((key) => held(key) && !isSound(line, key)))}`;
    case "no data set":
      return tables
        .filter(({ id }) => !opened.data.has(id))
        .map(({ id, install }) => `${id} is not installed: ${install}`)
        .join("; ");
    case "data set does not cover the date": {
      const date = line.serviceFrom?.days ?? Number.NaN;
      const spans = tables.flatMap(({ id }) => {
        const coverage = opened.data.get(id)?.coverage ?? [];
        if (coverage.some(({ from, to }) => from <= date && date <= to)) return [];
        return [
          `${id} covers ${coverage.map(({ from, to }) => `${formatDate(from)} to ${formatDate(to)}`).join(", ")}`,
        ];
      });
      return `the date of service is outside: ${spans.join("; ")}`;
    }
  }
}

function isSound(line: ClaimLine, key: LineKey): boolean {
  const cells = (Array.isArray(line[key]) ? line[key] : [line[key]]) as readonly (CellValue | undefined)[];
  return cells.some((cell) => cell?.ok === true);
}

function tablesOf(rule: ConfiguredRule["rule"]) {
  return Object.values(rule.data ?? {}).map((declared) => {
    return { ...tableOf(declared), needed: !("optional" in declared) };
  });
}

function aligned(rules: readonly Reasoned[]): string[] {
  const width = Math.max(0, ...rules.map(([id]) => id.length));
  return rules.map(([id, text]) => `${id.padEnd(width)}  ${text}`);
}

/** Rules that share a reason stand under it. */
function byReason(rules: readonly Reasoned[]): string[] {
  return [...groupBy(rules, ([, reason]) => reason)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([reason, group]) => [reason, ...wrapped(group.map(([id]) => id))]);
}

function wrapped(words: readonly string[], indent = "  ", width = 100): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 2 <= width) lines[lines.length - 1] = `${last}  ${word}`;
    else lines.push(`${indent}${word}`);
  }
  return lines;
}
