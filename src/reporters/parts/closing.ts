import { SEVERITIES } from "../../model/finding.ts";
import type { RuleReport, RunResult } from "../../model/run.ts";
import { count, grouped, labelled, type Paint, pad, pathText, safeText, shorten, widthOf } from "./layout.ts";
import { atRisk, CANNOT_SEE, partlyChecked, switchedOff, unchecked, verdict } from "./verdict.ts";

/** More names than this in one line are not read. */
const NAMES_SHOWN = 6;

/** Rules with findings: severity, count, id and summary; errors first, then the most frequent. */
export function countsTable(run: RunResult, paint: Paint, width: number): string {
  const rules = run.rules.filter((rule) => rule.findings > 0).sort(bySeverityThenCount);
  const countWidth = Math.max(0, ...rules.map((rule) => grouped(rule.findings).length));
  const idWidth = Math.max(0, ...rules.map((rule) => widthOf(rule.id)));
  return rules
    .map((rule) => {
      const open = openFindings(rule);
      const severity = open > 0 ? paint.severity(rule.severity, pad(rule.severity, 7)) : paint.quiet("waived ");
      const fixed = `  ${severity}  ${pad(grouped(open || rule.findings), countWidth, true)}  `;
      const room = width - (2 + 7 + 2 + countWidth + 2 + idWidth + 2);
      const summary = room >= 20 && rule.summary ? `  ${paint.quiet(shorten(rule.summary, room))}` : "";
      return `${fixed}${summary === "" ? rule.id : pad(rule.id, idWidth)}${summary}\n`;
    })
    .join("");
}

export function bySeverityThenCount(a: RuleReport, b: RuleReport): number {
  const rank = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  const [openA, openB] = [openFindings(a), openFindings(b)];
  return (
    Number(openA === 0) - Number(openB === 0) ||
    rank ||
    openB - openA ||
    b.findings - a.findings ||
    (a.id < b.id ? -1 : 1)
  );
}

/** The findings of a rule that are not waived. */
function openFindings(rule: RuleReport): number {
  return rule.findings - (rule.waived ?? 0);
}

/** What the run did not look at: rules that did not run and why, rules that skipped lines, and what no run sees. */
export function notLookedAt(run: RunResult, paint: Paint, width: number, all: boolean): string {
  const groups = unchecked(run);
  const off = switchedOff(run);
  const partly = partlyChecked(run);
  const lines: string[] = [];
  if (groups.length + partly.length + off.length > 0) {
    lines.push(`${paint.strong("Not checked")} ${paint.quiet("(not checked is not a pass)")}\n`);
  }
  for (const { reason, rules } of groups) {
    lines.push(labelled("  ", `${safeText(reason)} (${rules.length}): ${names(rules, all)}`, width));
  }
  if (partly.length > 0) lines.push(skippedLines(partly, paint, width, all));
  if (off.length > 0) lines.push(labelled("  ", `switched off (${off.length}): ${names(off, all)}`, width));
  lines.push(paint.quiet(labelled("", CANNOT_SEE, width)));
  return lines.join("");
}

function skippedLines(rules: readonly RuleReport[], paint: Paint, width: number, all: boolean): string {
  const reasons = [...new Set(rules.flatMap((rule) => Object.keys(rule.skipped)))].sort();
  if (!all) {
    const skip = `${count(rules.length, "rule")} skipped some lines: ${reasons.join(", ")}`;
    return labelled("  ", `${skip} (-v lists them)`, width);
  }
  return rules
    .map((rule) => {
      const why = Object.entries(rule.skipped).sort(([a], [b]) => (a < b ? -1 : 1));
      const skips = why.map(([reason, n]) => `${grouped(n)} ${reason}`).join(", ");
      return paint.quiet(`  ${rule.id}: ${grouped(rule.checked)} of ${grouped(rule.lines)} lines (${skips})\n`);
    })
    .join("");
}

function names(rules: readonly string[], all: boolean): string {
  const shown = all || rules.length <= NAMES_SHOWN + 1 ? rules : rules.slice(0, NAMES_SHOWN);
  const more = rules.length - shown.length;
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** The verdict with what kept the run from being complete in front of it. */
export function verdictLines(run: RunResult, paint: Paint): string {
  const { tone, text } = verdict(run);
  const risk = atRisk(run);
  const problems = run.problems.map((problem) => `${paint.bad("not fully checked:")} ${safeText(problem)}\n`);
  const color = { good: paint.good, bad: paint.bad, doubt: paint.severity.bind(undefined, "warning") }[tone];
  const notes = run.notes.map((note) => `${paint.severity("warning", "warning:")} ${safeText(note)}\n`);
  return `${notes.join("")}${problems.join("")}${color(text)}${risk ? `\n${risk}` : ""}\n`;
}

/** The commands that would help most now, at most three. `repairable` findings carry a lossless repair. */
export function nextSteps(run: RunResult, repairable: number, paint: Paint): string {
  const steps: [command: string, what: string][] = [];
  const worst = run.rules.filter((rule) => openFindings(rule) > 0).sort(bySeverityThenCount)[0];
  const file = run.files.length === 1 ? run.files[0]!.path : "FILE";
  if (worst) steps.push([`claimlint explain ${worst.id}`, "what the rule checks, and examples"]);
  if (repairable > 0 && file !== "-") {
    steps.push([fixCommand(run), `${count(repairable, "finding")} can be repaired without loss`]);
  }
  if (run.rules.some(lacksData)) {
    steps.push(["claimlint data list", "which reference data is missing, and where to get it"]);
  }
  const width = Math.max(0, ...steps.map(([command]) => widthOf(command)));
  return steps
    .map(([command, what], i) => `${i === 0 ? "next  " : "      "}${pad(command, width)}  ${paint.quiet(what)}\n`)
    .join("");
}

/** As it has to be typed: read as this run read the file, and as a patch where there is one for such a file. */
function fixCommand({ files }: RunResult): string {
  const [file] = files;
  if (files.length !== 1 || file === undefined) return "claimlint fix FILE --diff";
  const { path, encoding, delimiter } = file;
  const name = argument(path);
  const reading = [
    encoding === "utf-8" ? "" : ` --encoding ${encoding}`,
    delimiter === (/\.(tsv|tab)(\.gz)?$/i.test(path) ? "\t" : ",")
      ? ""
      : ` --delimiter ${DELIMITERS[delimiter] ?? `"${delimiter}"`}`,
  ].join("");
  const patchable = encoding !== "utf-16le" && !/\.gz$/i.test(path);
  return `claimlint fix ${name}${reading} ${patchable ? "--diff" : "-o FILE"}`;
}

const DELIMITERS: Readonly<Record<string, string>> = { "\t": "tab", "|": "pipe", ";": "semicolon", ",": "comma" };

function lacksData({ status, checked, skipped }: RuleReport): boolean {
  return (
    status !== "off" && checked === 0 && ("no data set" in skipped || "data set does not cover the date" in skipped)
  );
}

function argument(path: string): string {
  const text = pathText(path);
  return /^[\w./\\:@%+-]+$/.test(text) ? text : `"${text}"`;
}
