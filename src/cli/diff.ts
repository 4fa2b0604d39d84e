import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Difference, difference } from "../findings/difference.ts";
import { InputError } from "../model/errors.ts";
import { SEVERITIES, type Severity } from "../model/finding.ts";
import { groupBy } from "../model/group.ts";
import type { ExitCode } from "../model/run.ts";
import { visible } from "../model/visible.ts";
import { configure } from "./configure.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import type { Terminal } from "./terminal.ts";

/** What `diff` takes from a `json` report; a report of another version may hold more. */
interface Report {
  readonly complete: boolean;
  readonly tool: { readonly version: string };
  readonly asOf: string;
  readonly configDigest: string;
  readonly data: readonly { readonly id: string; readonly release: string }[];
  readonly rules: readonly { readonly id: string; readonly status: string; readonly reason?: string }[];
  readonly findings: readonly ReportedFinding[];
}

interface ReportedFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly waived?: unknown;
}

/**
 * `claimlint diff OLD.json NEW.json`: the findings that two `json` reports of the same files do not share. Exit code 1
 * where one at or above `--fail-on` was gained, 2 where a report is not complete: what it does not hold proves nothing.
 */
export async function diffReportsCommand(
  terminal: Terminal,
  [older, newer]: readonly [string, string],
  format: string,
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  const { settings } = await configure(terminal, flags, choice);
  const [before, after] = [readReport(older, terminal.cwd), readReport(newer, terminal.cwd)];
  const found = difference(before.findings, after.findings);
  const context = { changes: contextChanges(before, after), notCompared: notCompared(before, after, found) };
  terminal.stdout.write(format === "json" ? asJson(found, context) : asText(found, context));
  const incomplete = [
    [older, before],
    [newer, after],
  ].flatMap(([path, report]) => ((report as Report).complete ? [] : [path as string]));
  for (const path of incomplete)
    terminal.stderr.write(`claimlint: ${visible(path)} is the report of a check that was not complete.\n`);
  if (incomplete.length > 0) return 2;
  return worse(found, settings.failOn as Severity | "never") ? 1 : 0;
}

function readReport(path: string, cwd: string): Report {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, path), "utf8");
  } catch (error) {
    throw new InputError(visible(path), `it cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"}).`);
  }
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    // The parser's message quotes the text.
    throw new InputError(visible(path), "it is not JSON.", "Write it with: claimlint FILE -f json=report.json");
  }
  if (!isReport(report))
    throw new InputError(
      visible(path),
      "it is not a json report of claimlint.",
      "Write it with: claimlint FILE -f json=report.json",
    );
  return report;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isListOf = (list: unknown, texts: readonly string[]): boolean =>
  Array.isArray(list) &&
  list.every((item: unknown) => isRecord(item) && texts.every((name) => typeof item[name] === "string"));

function isReport(value: unknown): value is Report {
  if (!isRecord(value) || !isRecord(value["tool"])) return false;
  if (typeof value["schemaVersion"] !== "string" || !value["schemaVersion"].startsWith("1.")) return false;
  if (typeof value["complete"] !== "boolean" || typeof value["asOf"] !== "string") return false;
  if (!isListOf(value["findings"], ["fingerprint", "rule", "severity", "message", "file"])) return false;
  const severities: readonly unknown[] = SEVERITIES;
  const findings = value["findings"] as readonly Readonly<Record<string, unknown>>[];
  return (
    findings.every(
      ({ severity, line, column }) => severities.includes(severity) && Number(line) > 0 && Number(column) > 0,
    ) &&
    isListOf(value["data"], ["id", "release"]) &&
    isListOf(value["rules"], ["id", "status"])
  );
}

/** What else is different: a finding may come from there, and not from the claims. */
function contextChanges(before: Report, after: Report): string[] {
  const changes: string[] = [];
  const say = (what: string, old: string | undefined, now: string | undefined) => {
    if (old !== now) changes.push(`${what}: ${visible(old ?? "not installed")} → ${visible(now ?? "not installed")}`);
  };
  say("claimlint", before.tool.version, after.tool.version);
  say("as of", before.asOf, after.asOf);
  const [old, now] = [before, after].map(({ data }) => new Map(data.map(({ id, release }) => [id, release])));
  for (const id of new Set([...old!.keys(), ...now!.keys()])) say(visible(id), old!.get(id), now!.get(id));
  if (before.configDigest !== after.configDigest) changes.push("the configuration, or the set of rules");
  return changes;
}

/** Rules that ran for one report only: that their findings stand in the other is no difference of the claims. */
function notCompared(before: Report, after: Report, { gained, lost }: Difference<ReportedFinding>): string[] {
  const unchecked = (findings: readonly ReportedFinding[], { rules }: Report, which: string) => {
    const ran = new Set(rules.filter(({ status }) => status === "ran").map(({ id }) => id));
    return [...new Set(findings.map(({ rule }) => rule))]
      .filter((rule) => !ran.has(rule))
      .map((rule) => `${visible(rule)} did not run for the ${which} report`);
  };
  return [...unchecked(lost, after, "newer"), ...unchecked(gained, before, "older")].sort();
}

interface Context {
  readonly changes: readonly string[];
  readonly notCompared: readonly string[];
}

function asText({ gained, lost, changed, same }: Difference<ReportedFinding>, context: Context): string {
  const place = ({ file, line, column }: ReportedFinding) => `${visible(file)}:${line}:${column}`;
  const about = (finding: ReportedFinding) => `${visible(finding.message)} [${visible(finding.rule)}]`;
  const state = ({ severity, waived }: ReportedFinding) => (waived ? `${severity}, waived` : severity);
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? "" : `${title}\n${lines.map((line) => `  ${line}\n`).join("")}\n`;
  const perRule = [
    ...groupBy([...gained.map(({ rule }) => rule), ...lost.map(({ rule }) => rule)], (rule) => rule).keys(),
  ]
    .sort()
    .map((rule) => {
      const of = (list: readonly ReportedFinding[]) => list.filter((finding) => finding.rule === rule).length;
      return `+${of(gained)} −${of(lost)}  ${visible(rule)}`;
    });
  return [
    section("different beside the claims", context.changes),
    section("not comparable", context.notCompared),
    section(
      "gained",
      gained.map((finding) => `+ ${place(finding)}: ${state(finding)}: ${about(finding)}`),
    ),
    section(
      "lost",
      lost.map((finding) => `- ${place(finding)}: ${state(finding)}: ${about(finding)}`),
    ),
    section(
      "changed",
      changed.map(({ before, after }) => `~ ${place(after)}: ${state(before)} → ${state(after)}: ${about(after)}`),
    ),
    section("by rule", perRule),
    `${gained.length} gained, ${lost.length} lost, ${changed.length} changed, ${same} the same\n`,
  ].join("");
}

function asJson({ gained, lost, changed, same }: Difference<ReportedFinding>, context: Context): string {
  return `${JSON.stringify({ ...context, same, gained, lost, changed }, undefined, 2)}\n`;
}

/** Was a finding gained, made worse or no longer waived, at or above the severity? */
function worse({ gained, changed }: Difference<ReportedFinding>, failOn: Severity | "never"): boolean {
  if (failOn === "never") return false;
  const reached = ({ severity, waived }: ReportedFinding): boolean =>
    !waived && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
  return gained.some(reached) || changed.some(({ before, after }) => reached(after) && !reached(before));
}
