import { neededTables } from "../contract/dataset.ts";
import type { Rule } from "../contract/rule.ts";
import type { ActiveRule, RawFinding } from "../engine/active.ts";
import type { Engine } from "../engine/engine.ts";
import { tally, type Weighed } from "../findings/tally.ts";
import type { FileLines } from "../input/lines.ts";
import { COLUMNS, type LineKey } from "../model/columns.ts";
import { formatDate } from "../model/dates.ts";
import { SEVERITIES } from "../model/finding.ts";
import type { ExitCode, FileReport, RuleReport, RunResult, SkipReason } from "../model/run.ts";
import type { Money } from "../model/values.ts";
import type { RunSettings } from "./settings.ts";
import type { Waived } from "./waive.ts";

/** Counts, verdict and what was not checked. `all` are the files of the run, earlier lines (`--history`) included. */
export function summarize(
  settings: RunSettings,
  all: readonly FileLines[],
  files: readonly FileLines[],
  failures: readonly { path: string; message: string }[],
  engine: Engine,
  findings: readonly RawFinding[],
  waived: Waived,
  claims: readonly number[],
): RunResult {
  const counted = tally();
  for (const finding of findings) counted.add(weighed(finding, all), waived.reasonOf(finding) !== undefined);
  const offEverywhere = ({ rule: { id } }: ActiveRule) =>
    settings.fileSeverities?.rules.has(id) === true &&
    files.every(({ facts }) => settings.fileSeverities?.of(facts.path, id) === "off");
  const on = settings.rules.filter((active) => !offEverywhere(active));
  const off = [...settings.off, ...settings.rules.filter(offEverywhere).map(({ rule }) => rule)];
  const rules = [
    ...on.map((active) => {
      const waivedHere = counted.waivedOfRule(active.rule.id);
      return {
        ...ruleReport(active, engine, files),
        severity: waived.severityOf(active.rule.id) ?? active.severity,
        ...(waivedHere > 0 && { waived: waivedHere }),
        chargeAtRiskCents: counted.chargeAtRiskOfRule(active.rule.id),
      };
    }),
    ...off.map(
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
  const failed = fails(settings, counts, counted.linesWithErrors(), rows);
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
    notes: [...settings.notes, ...waived.notes],
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

/** What the tally needs of a finding. */
function weighed({ active, severity, ref }: RawFinding, files: readonly FileLines[]): Weighed {
  const file = files[ref.file]!;
  const charge = severity === "error" && ref.row > 0 && file.isLine(ref.row) ? file.cell(ref.row, "charge") : undefined;
  const chargeCents = (charge as Money | undefined)?.cents;
  return { rule: active.rule.id, severity, at: { file: file.facts.path, row: ref.row }, chargeCents };
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
    const missing = neededTables(rule).map((tables) =>
      tables.map((each) => `${each.title} (${each.install})`).join(", or "),
    );
    return `needs ${missing.join(", ")}`;
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
  linesWithErrors: number,
  rows: number,
): boolean {
  const { failOn, maxWarnings, maxErrorRate } = settings;
  if (failOn === "never") return false;
  if (maxWarnings !== undefined && counts.warnings > maxWarnings) return true;
  if (maxErrorRate !== undefined) return linesWithErrors > maxErrorRate * rows;
  const worst = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const of = { error: counts.errors, warning: counts.warnings, info: counts.infos };
  return worst.some((severity) => of[severity] > 0);
}
