import type { ReporterOptions, ReportWriter } from "../../contract/reporter.ts";
import type { PrintedFinding } from "../../model/finding.ts";
import type { RuleReport, RunResult } from "../../model/run.ts";
import { bySeverityThenCount } from "./closing.ts";
import { count, dollars, grouped, safeText } from "./layout.ts";
import { forgePath } from "./paths.ts";
import { atRisk, CANNOT_SEE, partlyChecked, switchedOff, unchecked, verdict } from "./verdict.ts";

/** Of one rule; a summary is no worklist. */
const DEFAULT_MAX_PER_RULE = 10;

/** GitHub refuses a step summary of 1 MiB; counted in UTF-16 units of which each takes at most three bytes. */
const SIZE_LIMIT = 300_000;

const ICON = { good: "✅", doubt: "⚠️", bad: "❌" } as const;
const VALUES = {
  all: "**Values: all. This report holds patient data.**",
  safe: "Personal values are hidden: `A` stands for a letter, `9` for a digit.",
  none: "All values are hidden: `A` stands for a letter, `9` for a digit.",
} as const;

/** The report as Markdown: verdict, counts per rule, what was not checked, and the first findings of each rule. */
export function markdownReport({ maxPerRule }: ReporterOptions): ReportWriter {
  const limit = maxPerRule === 0 ? Number.POSITIVE_INFINITY : (maxPerRule ?? DEFAULT_MAX_PER_RULE);
  const groups = new Map<string, PrintedFinding[]>();
  return {
    begin: () => "",
    finding: (finding) => {
      const group = groups.get(finding.rule) ?? [];
      groups.set(finding.rule, group);
      if (group.length < limit) group.push(finding);
      return "";
    },
    end: (run) => {
      const rules = run.rules.filter(({ findings }) => findings > 0).sort(bySeverityThenCount);
      const head = [opening(run), rulesTable(rules), notChecked(run)].join("\n");
      const foot = `\n${closing(run)}`;
      let left = SIZE_LIMIT - head.length - foot.length;
      const details: string[] = [];
      for (const rule of rules) {
        const text = ruleDetails(rule, groups.get(rule.id) ?? []);
        left -= text.length;
        if (left < 0) {
          details.push("\nThe findings of the other rules did not fit here.\n");
          break;
        }
        details.push(text);
      }
      return `${head}${details.join("")}${foot}`;
    },
  };
}

/**
 * Text that Markdown shows as it is. Forges also turn `@name`, `#1` and addresses into mentions and links, in spite of
 * a backslash; an empty comment in between stops them.
 */
export function plain(text: string): string {
  return safeText(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_{}[\]()|~$!]/g, "\\$&")
    .replace(/@|#|:(?=\/\/)|www(?=\.)/gi, "$&<!-- -->");
}

/** Text in a monospaced font, in which a forge makes no links; a table's `|` has to be escaped even there. */
function code(text: string): string {
  return `<code>${safeText(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_{}[\]()|~$!@#:]/g, (c) => `&#${c.charCodeAt(0)};`)}</code>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return `${line(head)}${line(head.map(() => "---"))}${rows.map(line).join("")}`;
}

function opening(run: RunResult): string {
  const { tone, text } = verdict(run);
  const risk = atRisk(run);
  const problems = [
    ...run.problems.map((problem) => `- not fully checked: ${plain(problem)}\n`),
    ...run.notes.map((note) => `- warning: ${plain(note)}\n`),
  ];
  return [
    `## ${ICON[tone]} ${plain(text)}\n`,
    risk ? `\n**${plain(risk)}**\n` : "",
    problems.length > 0 ? `\n${problems.join("")}` : "",
  ].join("");
}

function rulesTable(rules: readonly RuleReport[]): string {
  if (rules.length === 0) return "";
  const rows = rules.map((rule) => [
    rule.severity,
    `\`${rule.id}\``,
    plain(rule.summary ?? ""),
    grouped(rule.findings),
    rule.chargeAtRiskCents ? plain(dollars(rule.chargeAtRiskCents)) : "",
  ]);
  return table(["Severity", "Rule", "What", "Findings", "Charge at risk"], rows);
}

function ruleDetails(rule: RuleReport, findings: readonly PrintedFinding[]): string {
  const first = findings[0];
  if (first === undefined) return "";
  const denial = [...(first.carc ?? []), ...(first.rarc ?? [])].join(", ");
  const rows = findings.map((finding) => {
    const { file, line, column, row, cell, message, waived } = finding;
    const place = cell === "" ? `row ${row}` : `row ${row}, ${cell}`;
    const note = waived ? ` (waived: ${plain(waived.reason)})` : "";
    return [code(`${forgePath(file)}:${line}:${column}`), plain(place), `${plain(message)}${note}`];
  });
  const more = rule.findings - findings.length;
  return [
    `\n<details><summary>${rule.severity} <code>${rule.id}</code>: ${count(rule.findings, "finding")}</summary>\n\n`,
    `Why: ${plain(first.why)}\n\nFix: ${plain(first.fix)}\n\n`,
    denial ? `Likely denial: ${plain(denial)}\n\n` : "",
    table(["Place", "Row", "Finding"], rows),
    more > 0 ? `\n… and ${grouped(more)} more of this rule.\n` : "",
    "\n</details>\n",
  ].join("");
}

function notChecked(run: RunResult): string {
  const list = (rules: readonly string[]) => rules.map((rule) => `\`${rule}\``).join(", ");
  const partly = partlyChecked(run);
  const off = switchedOff(run);
  const items = [
    ...unchecked(run).map(({ reason, rules }) => `- ${plain(reason)} (${rules.length}): ${list(rules)}\n`),
    ...(partly.length > 0 ? [`- skipped some lines (${partly.length}): ${list(partly.map(({ id }) => id))}\n`] : []),
    ...(off.length > 0 ? [`- switched off (${off.length}): ${list(off)}\n`] : []),
  ];
  const none = items.length === 0;
  return `### Not checked\n\n${none ? "" : `Not checked is not a pass.\n\n${items.join("")}\n`}${CANNOT_SEE}\n`;
}

function closing(run: RunResult): string {
  const data = run.data.map(({ id, release, digest }) => `${id} ${release} (${digest})`).join(", ");
  const parts = [
    `${run.tool.name} ${run.tool.version}`,
    `as of ${run.asOf}`,
    `configuration ${run.configDigest}`,
    data === "" ? "no data sets" : `data: ${data}`,
  ];
  return `${VALUES[run.values]}\n\n<sub>${parts.map(plain).join(" · ")}</sub>\n`;
}
