import type { InstalledData } from "../contract/dataset.ts";
import type { Rule } from "../contract/rule.ts";
import { type ActiveRule, Engine, type RawFinding, type ValueFinding } from "../engine/engine.ts";
import { fingerprinter } from "../findings/fingerprint.ts";
import { compareFindings } from "../findings/order.ts";
import { type Hidden, printFinding } from "../findings/print.ts";
import { tally } from "../findings/tally.ts";
import { type FileLines, type ReadOptions, readLines, SharedValues } from "../input/lines.ts";
import type { SourceOptions } from "../input/source.ts";
import { FLAGGED, HELD, type ValueTable } from "../input/values.ts";
import type { ClaimLine } from "../model/claim.ts";
import { COLUMNS, type LineKey } from "../model/columns.ts";
import { formatDate } from "../model/dates.ts";
import { InputError, UsageError } from "../model/errors.ts";
import { type Finding, type PrintedFinding, SEVERITIES, type Severity } from "../model/finding.ts";
import type { DataReport, ExitCode, FileReport, RuleReport, RunResult, SkipReason } from "../model/run.ts";
import { groupByClaim, groupByPatient } from "./claims.ts";
import { locate } from "./locate.ts";

/** Everything one run needs, resolved: no defaults, no environment, no clock behind it. */
export interface RunSettings {
  readonly sources: readonly SourceOptions[];
  /** Earlier lines: history rules see them, nothing is reported on them. */
  readonly history?: readonly SourceOptions[];
  readonly read: ReadOptions;
  readonly rules: readonly ActiveRule[];
  /** Rules that are switched off, for the report. */
  readonly off: readonly Rule[];
  readonly data: ReadonlyMap<string, InstalledData>;
  readonly dataReports: readonly DataReport[];
  readonly asOf: number;
  readonly hidden: Hidden;
  readonly failOn: Severity | "never";
  readonly maxWarnings: number | undefined;
  /** Share of lines with an error above which the run fails, 0 to 1. */
  readonly maxErrorRate: number | undefined;
  /** Rule ids that must have run, or `all`. */
  readonly requireRules: readonly string[] | "all";
  readonly allowEmpty: boolean;
  readonly configDigest: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly trace?: (file: string, row: number, rule: string, outcome: "checked" | SkipReason) => void;
  readonly onProgress?: (progress: {
    file: string;
    rows: number;
    bytes: number;
    phase: "reading" | "checking";
  }) => void;
}

export interface Outcome {
  readonly result: RunResult;
  /** In total order. May be walked more than once. */
  findings(hidden?: Hidden): Iterable<PrintedFinding>;
  /** What the rules threw, for whoever debugs them. */
  readonly crashes: ReadonlyMap<string, unknown>;
}

function byPath(a: SourceOptions, b: SourceOptions): number {
  const [x, y] = [a.name ?? a.path, b.name ?? b.path];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Reads all inputs, runs the rules and gives the verdict. Throws `UsageError` only for what makes a run impossible. */
export async function runCheck(settings: RunSettings): Promise<Outcome> {
  const { files, failures } = await readAll(settings);
  const checked = files.filter(({ historical }) => !historical).map(({ lines }) => lines);
  const all = files.map(({ lines }) => lines);
  const raw: RawFinding[] = [];
  const mapped = all.map((file) => new Set(file.facts.mapping.map((m) => m.key)));
  const { trace } = settings;
  const engine = new Engine(
    {
      rules: settings.rules,
      asOf: settings.asOf,
      data: settings.data,
      mapped: (file, key) => mapped[file]!.has(key),
      ...(trace && { trace: (ref, rule, outcome) => trace(all[ref.file]!.facts.path, ref.row, rule, outcome) }),
    },
    (finding) => {
      if (!files[finding.ref.file]!.historical) raw.push(finding);
    },
  );
  const claims = judge(engine, checked, all, settings);
  const findings = raw.map((finding) => locate(finding, all)).sort(compareFindings);

  const result = summarize(settings, checked, failures, engine, findings, claims);
  const rules = new Map(settings.rules.map(({ rule }) => [rule.id, rule]));
  return {
    result,
    crashes: engine.crashed,
    *findings(hidden = settings.hidden) {
      const fingerprint = fingerprinter();
      for (const finding of findings) {
        const { why, fix, denial } = rules.get(finding.rule)!;
        yield printFinding(finding, denial ? { why, fix, denial } : { why, fix }, hidden, fingerprint(finding));
      }
    },
  };
}

interface ReadFile {
  readonly lines: FileLines;
  readonly historical: boolean;
}

async function readAll(settings: RunSettings) {
  const shared = new SharedValues();
  const files: ReadFile[] = [];
  const failures: { path: string; message: string }[] = [];
  // The order in which files are named must not show in the report.
  const wanted = [
    ...settings.sources.toSorted(byPath).map((source) => ({ source, historical: false })),
    ...(settings.history ?? []).toSorted(byPath).map((source) => ({ source, historical: true })),
  ];
  for (const { source, historical } of wanted) {
    const path = source.name ?? source.path;
    try {
      const progress = settings.onProgress;
      const onRows =
        progress && ((rows: number, bytes: number) => progress({ file: path, rows, bytes, phase: "reading" }));
      files.push({ lines: await readLines(files.length, source, settings.read, shared, onRows), historical });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const where = error instanceof InputError ? error.where : path;
      failures.push({ path, message: `${where}: ${sentences(error)}` });
    }
  }
  return { files, failures };
}

function sentences({ message, remedy }: UsageError): string {
  const said = /[.?!]$/.test(message) ? message : `${message}.`;
  return remedy === undefined ? said : `${said} ${remedy}`;
}

/** Runs the engine over the files; gives the number of claims of each. `all` adds the earlier lines. */
function judge(
  engine: Engine,
  files: readonly FileLines[],
  all: readonly FileLines[],
  settings: RunSettings,
): number[] {
  for (const file of files) engine.file(file.facts);
  const values = new ValueVerdicts(engine, files);
  const claimsOf = new Map<number, number>();
  const claims = groupByClaim(files);
  for (let group = 0; group < claims.count; group++) {
    const refs = claims.lines(group);
    const lines = refs.map(({ file, row }) => all[file]!.line(row));
    for (const line of lines) {
      values.replay(all[line.ref.file]!, line);
      engine.countValues(line);
    }
    engine.claim({ id: lines[0]?.claimId?.trimmed, lines });
    let last = -1;
    for (const { file } of refs) {
      if (file !== last) claimsOf.set(file, (claimsOf.get(file) ?? 0) + 1);
      last = file;
    }
    if (group % 10_000 === 0) settings.onProgress?.({ file: "", rows: group, bytes: 0, phase: "checking" });
  }
  if (engine.hasHistory) {
    const patients = groupByPatient(all);
    if (patients.unplaced > 0) engine.skipHistory("blank input", patients.unplaced);
    for (let group = 0; group < patients.count; group++) {
      const lines = patients.lines(group).map(({ file, row }) => all[file]!.line(row));
      engine.history(lines.sort(byServiceDate));
    }
  }
  engine.settle();
  return files.map((file) => claimsOf.get(file.index) ?? 0);
}

function byServiceDate(a: ClaimLine, b: ClaimLine): number {
  const undated = Number.POSITIVE_INFINITY;
  const [x, y] = [a.serviceFrom?.days ?? undated, b.serviceFrom?.days ?? undated];
  return (x === y ? 0 : x - y) || a.ref.file - b.ref.file || a.ref.row - b.ref.row;
}

/** Asks the value rules about each distinct value once, and repeats the answer on every line that carries it. */
class ValueVerdicts {
  readonly #engine: Engine;
  readonly #found = new Map<ValueTable, ReadonlyMap<number, readonly ValueFinding[]>>();

  constructor(engine: Engine, files: readonly FileLines[]) {
    this.#engine = engine;
    const tables = new Set(files.flatMap((file) => [...file.tables()]));
    for (const table of tables) {
      if (!engine.looksAt(table.key)) continue;
      const found = new Map<number, readonly ValueFinding[]>();
      for (let number = 1; number < table.count; number++) {
        if ((table.marks[number]! & HELD) === 0) continue;
        const findings = engine.value(table.key, table.value(number));
        if (findings === undefined) continue;
        found.set(number, findings);
        table.marks[number]! |= FLAGGED;
      }
      if (found.size > 0) this.#found.set(table, found);
    }
  }

  replay(file: FileLines, line: ClaimLine): void {
    if (this.#found.size === 0 || !file.hasFlagged(line.ref.row)) return;
    file.eachCell(line.ref.row, (table, number, key, slot) => {
      for (const finding of this.#found.get(table)?.get(number) ?? []) this.#engine.replay(finding, line, key, slot);
    });
  }
}

function summarize(
  settings: RunSettings,
  files: readonly FileLines[],
  failures: readonly { path: string; message: string }[],
  engine: Engine,
  findings: readonly Finding[],
  claims: readonly number[],
): RunResult {
  const counted = tally();
  for (const finding of findings) counted.add(finding);
  const rules = [
    ...settings.rules.map((active) => ({
      ...ruleReport(active, engine, files),
      chargeAtRiskCents: counted.chargeAtRiskOfRule(active.rule.id),
    })),
    ...settings.off.map(
      (rule): RuleReport => ({
        ...NOTHING,
        id: rule.id,
        summary: rule.summary,
        severity: rule.severity,
        status: "off",
      }),
    ),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const problems = [
    ...failures.map((f) => f.message),
    ...problemsOf(settings, files, engine, rules, rows, failures.length),
  ];
  const counts = counted.counts();
  const failed = fails(settings, counts, findings, rows);
  const complete = problems.length === 0;
  const exitCode: ExitCode = complete ? (failed ? 1 : 0) : 2;
  const fileReports: FileReport[] = [
    ...files.map((file, i) => ({
      path: file.facts.path,
      encoding: file.facts.encoding,
      delimiter: file.facts.delimiter,
      rows: file.rows,
      claims: claims[i] ?? 0,
      mapping: file.facts.mapping,
      unmapped: file.facts.headers.filter((_, column) => !file.facts.mapping.some((m) => m.column === column)),
    })),
    ...failures.map(({ path, message }) => ({
      path,
      encoding: "",
      delimiter: "",
      rows: 0,
      claims: 0,
      mapping: [],
      unmapped: [],
      failure: message,
    })),
  ];
  return {
    tool: settings.tool,
    asOf: formatDate(settings.asOf),
    values: settings.hidden === "nothing" ? "all" : settings.hidden === "everything" ? "none" : "safe",
    complete,
    problems,
    configDigest: settings.configDigest,
    data: settings.dataReports,
    files: fileReports.sort((a, b) => (a.path < b.path ? -1 : 1)),
    rules,
    summary: {
      ...counts,
      rows,
      claims: claims.reduce((sum, n) => sum + n, 0),
      chargeAtRiskCents: counted.chargeAtRiskCents(),
    },
    failOn: settings.failOn,
    exitCode,
  };
}

const NOTHING = { lines: 0, checked: 0, skipped: {}, findings: 0 } as const;

function ruleReport(active: ActiveRule, engine: Engine, files: readonly FileLines[]): RuleReport {
  const { rule, severity } = active;
  const { checked, skipped, findings } = engine.tally(rule.id);
  const lost = [...skipped.values()].reduce((sum, n) => sum + n, 0);
  const base = {
    id: rule.id,
    summary: rule.summary,
    severity,
    lines: checked + lost,
    checked,
    skipped: Object.fromEntries([...skipped].sort()) as Partial<Record<SkipReason, number>>,
    findings,
  };
  if (engine.crashed.has(rule.id)) {
    return { ...base, status: "skipped", reason: "the rule failed: this is a defect of claimlint, please report it" };
  }
  const reason = checked === 0 && lost > 0 ? reasonOf(rule, skipped, files) : undefined;
  return reason === undefined ? { ...base, status: "ran" } : { ...base, status: "skipped", reason };
}

/** Why a rule that checked no line did not, and what would change it; undefined where the cells were merely blank. */
function reasonOf(
  rule: Rule,
  skipped: ReadonlyMap<SkipReason, number>,
  files: readonly FileLines[],
): string | undefined {
  if (skipped.has("no data set")) {
    const missing = Object.values(rule.data ?? {}).flatMap((d) => ("optional" in d ? [] : [d]));
    return `needs ${missing.map((d) => `${d.title} (${d.install})`).join(", ")}`;
  }
  if (skipped.has("data set does not cover the date")) {
    return "the installed data sets do not cover the dates of service (claimlint data list)";
  }
  if (skipped.has("no such column") && !skipped.has("blank input")) {
    const wanted: readonly LineKey[] =
      rule.scope === "value" ? rule.on : rule.scope === "file" ? [] : [...rule.needs, ...(rule.columns ?? [])];
    const absent = wanted.filter((key) => !files.some((file) => file.has(key)));
    const names = [...new Set(absent)].map((key) => COLUMNS[key].field);
    return `no column ${names.join(rule.scope === "value" ? " or " : ", ")} (--map FIELD=HEADER if it has another name)`;
  }
  return undefined;
}

function problemsOf(
  settings: RunSettings,
  files: readonly FileLines[],
  engine: Engine,
  rules: readonly RuleReport[],
  rows: number,
  failures: number,
): string[] {
  const problems: string[] = [];
  for (const { facts } of files) {
    for (const { key, closest } of facts.missing) {
      const hint = closest === undefined ? "" : ` (closest header: "${closest}")`;
      problems.push(
        `${facts.path}: no column for the required field ${requiredName(key)}${hint}. Use --map ${requiredName(key)}=HEADER`,
      );
    }
  }
  if (rows === 0 && failures === 0 && !settings.allowEmpty) {
    problems.push("There are no claim lines to check. Use --allow-empty if that is right.");
  }
  for (const id of engine.crashed.keys()) problems.push(`Rule ${id} failed; its result is missing. Please report it.`);
  const required = settings.requireRules;
  for (const rule of rules) {
    const wanted = required === "all" ? rule.status !== "off" : required.includes(rule.id);
    if (!wanted) continue;
    if (rule.status === "off") problems.push(`Required rule ${rule.id} is switched off.`);
    else if (rule.status === "skipped") problems.push(`Required rule ${rule.id} could not run: ${rule.reason}.`);
    else {
      const uncovered = (rule.skipped["data set does not cover the date"] ?? 0) + (rule.skipped["no data set"] ?? 0);
      if (uncovered > 0)
        problems.push(`Required rule ${rule.id} could not judge ${uncovered} lines (no data for their dates).`);
    }
  }
  return problems;
}

function requiredName(key: LineKey): string {
  return COLUMNS[key].slots > 1 ? `${COLUMNS[key].field}_1` : COLUMNS[key].field;
}

function fails(
  settings: RunSettings,
  counts: { errors: number; warnings: number; infos: number },
  findings: readonly Finding[],
  rows: number,
): boolean {
  const { failOn, maxWarnings, maxErrorRate } = settings;
  if (failOn === "never") return false;
  if (maxWarnings !== undefined && counts.warnings > maxWarnings) return true;
  if (maxErrorRate !== undefined) {
    const lines = new Set(findings.filter((f) => f.severity === "error").map((f) => `${f.at.file}\u0000${f.at.row}`));
    return lines.size > maxErrorRate * rows;
  }
  const worst = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const of = { error: counts.errors, warning: counts.warnings, info: counts.infos };
  return worst.some((severity) => of[severity] > 0);
}
