import type { PrintedFinding } from "../../model/finding.ts";
import type { RuleReport, RunResult } from "../../model/run.ts";
import { bySeverityThenCount } from "./closing.ts";
import { paretoChart } from "./html-chart.ts";
import { count, dollars, grouped } from "./layout.ts";
import { foundInAll } from "./most-severe.ts";
import { atRisk, CANNOT_SEE, partlyChecked, switchedOff, unchecked, verdict } from "./verdict.ts";
import { markup } from "./xml.ts";

export type About = Pick<PrintedFinding, "why" | "fix" | "carc" | "rarc">;

const MARK = { good: "✔", doubt: "⚠", bad: "✖" } as const;

const VALUES = {
  all: "<strong>This report shows all values, patient data included. Handle it like the claim file.</strong>",
  safe: "Names, member ids, dates and claim numbers are hidden: A stands for a letter, 9 for a digit. The row and cell lead back to the file.",
  none: "All values are hidden: A stands for a letter, 9 for a digit. The row and cell lead back to the file.",
} as const;

/** Verdict, how values are shown, the numbers, and what kept the run from being complete. */
export function opening(run: RunResult): string {
  const { tone, text } = verdict(run);
  const { errors, warnings, infos, waived, rows, claims, chargeAtRiskCents } = run.summary;
  const tiles: readonly (readonly [string, string, string?])[] = [
    [grouped(errors), errors === 1 ? "error" : "errors", "error"],
    [grouped(warnings), warnings === 1 ? "warning" : "warnings", "warning"],
    ...(infos > 0 ? [[grouped(infos), infos === 1 ? "info" : "infos", "info"] as const] : []),
    ...(waived > 0 ? [[grouped(waived), "waived"] as const] : []),
    ...(atRisk(run) === undefined ? [] : [[dollars(chargeAtRiskCents), "charged on lines with errors"] as const]),
    [grouped(claims), claims === 1 ? "claim" : "claims"],
    [grouped(rows), rows === 1 ? "line" : "lines"],
  ];
  const found = foundInAll(run);
  const notes = run.notes.map((note) => `<li>${markup(note)}</li>\n`).join("");
  const problems = run.problems.map((problem) => `<li>${markup(problem)}</li>\n`).join("");
  return [
    `<header>\n<h1>Claim check</h1>\n<p class="quiet">As of ${markup(run.asOf)} · ${fileNames(run)}</p>\n</header>\n<main>\n`,
    `<p class="verdict ${tone}">${MARK[tone]} ${markup(text)}</p>\n`,
    problems && `<section class="alarm"><h2>Not fully checked</h2>\n<ul>\n${problems}</ul></section>\n`,
    notes && `<section><h2>Take note</h2>\n<ul>\n${notes}</ul></section>\n`,
    `<ul class="tiles">\n${tiles.map(([number, what, tone]) => `<li><b${tone ? ` class="${tone}"` : ""}>${number}</b> ${what}</li>\n`).join("")}</ul>\n`,
    `<p class="quiet">${VALUES[run.values]}</p>\n`,
    `<nav aria-label="Sections">${found > 0 ? '<a href="#rules">By rule</a><a href="#findings">Findings</a>' : ""}<a href="#not-checked">Not checked</a></nav>\n`,
  ].join("");
}

function fileNames({ files }: RunResult): string {
  const names = files.slice(0, 5).map(({ path }) => `<code>${markup(path)}</code>`);
  const more = files.length - names.length;
  return names.join(", ") + (more > 0 ? ` and ${count(more, "more file")}` : "");
}

export function chart(run: RunResult): string {
  const svg = paretoChart(run.rules);
  if (svg === undefined) return "";
  return [
    '<section>\n<h2>Charge at risk by rule</h2>\n<div class="chart" role="region" aria-label="Chart" tabindex="0">\n',
    `${svg}\n</div>\n<p class="quiet">Charges of the lines with errors of a rule. A line with errors of two rules counts for both.</p>\n</section>\n`,
  ].join("");
}

function bySeverityThenCharge(a: RuleReport, b: RuleReport): number {
  const charge = a.severity === b.severity ? (b.chargeAtRiskCents ?? 0) - (a.chargeAtRiskCents ?? 0) : 0;
  return charge || bySeverityThenCount(a, b);
}

/** Our own texts name commands in back quotes. */
function prose(text: string): string {
  return markup(text).replace(/`([^`]*)`/g, "<code>$1</code>");
}

/** Each rule with findings: why it matters, what to do, which denial to expect. The first three are open. */
export function ruleGroups(run: RunResult, abouts: ReadonlyMap<string, About>): string {
  const rules = run.rules.filter(({ findings }) => findings > 0).sort(bySeverityThenCharge);
  if (rules.length === 0) return "";
  const index = new Map(run.rules.map(({ id }, i) => [id, i]));
  const groups = rules.map((rule, i) => ruleGroup(rule, abouts.get(rule.id), index.get(rule.id)!, i < 3));
  return `<section id="rules">\n<h2>By rule</h2>\n${groups.join("")}</section>\n`;
}

function ruleGroup(rule: RuleReport, about: About | undefined, index: number, open: boolean): string {
  const entries: [string, string][] = [
    ["Why", about?.why ?? ""],
    ["Fix", about?.fix ?? ""],
    ["Likely denial", [...(about?.carc ?? []), ...(about?.rarc ?? [])].join(", ")],
    ["Charge at risk", rule.chargeAtRiskCents ? dollars(rule.chargeAtRiskCents) : ""],
    ["Checked", `${grouped(rule.checked)} of ${count(rule.lines, "line")}`],
  ];
  const list = entries
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `<dt>${name}</dt><dd>${prose(text)}</dd>\n`);
  return [
    `<details id="rule-${markup(rule.id)}"${open ? " open" : ""}>`,
    `<summary><span class="count">${count(rule.findings, "finding")}</span><strong class="${rule.severity}">${rule.severity}</strong> `,
    `<code>${markup(rule.id)}</code> ${markup(rule.summary ?? "")}</summary>\n<dl>\n${list.join("")}</dl>\n`,
    `<button type="button" data-rule="${index}">Show only these findings</button></details>\n`,
  ].join("");
}

/** The table with its tools. The rows are the script's; without scripts a note stands there. */
export function findingsTable(run: RunResult, kept: number, all: number): string {
  const option = (value: number | string, text: string) => `<option value="${value}">${markup(text)}</option>`;
  const select = (id: string, label: string, options: readonly string[]) =>
    `<label>${label}<select id="${id}">${option("", "all")}${options.join("")}</select></label>\n`;
  const rules = run.rules.flatMap(({ id, findings }, i) => (findings > 0 ? [option(i, id)] : []));
  const files = run.files.map(({ path }, i) => option(i, path));
  const heads = [
    ["severity", "Severity"],
    ["rule", "Rule"],
    ["message", "Finding"],
    ["claim", "Claim"],
    ["column", "Column"],
    ["value", "Value"],
    ["place", "Where"],
  ].map(([key, name]) => `<th scope="col" data-key="${key}"><button type="button">${name}</button></th>`);
  const severities = ["error", "warning", "info"].map((name, i) => option(i, name));
  return [
    '<section id="findings">\n<h2>Findings</h2>\n',
    kept < all ? `<p>The ${grouped(kept)} most severe of ${grouped(all)} findings are listed.</p>\n` : "",
    "<noscript><p>The list of findings needs JavaScript, which is switched off here.</p></noscript>\n",
    '<div id="tools" hidden>\n<div class="filters">\n',
    '<label class="search">Search<input id="search" type="search" autocomplete="off" spellcheck="false"></label>\n',
    select("severity", "Severity", severities),
    select("rule", "Rule", rules),
    files.length > 1 ? select("file", "File", files) : "",
    `<label>Rows per page<select id="size">${[50, 200, 1000].map((n) => option(n, grouped(n))).join("")}</select></label>\n`,
    '<button id="clear" type="button">Clear filters</button>\n</div>\n<p id="count" role="status"></p>\n',
    `<div class="scroll" role="region" aria-label="Table of findings" tabindex="0">\n<table id="table">\n<thead><tr>${heads.join("")}</tr></thead>\n<tbody id="rows"></tbody>\n</table>\n</div>\n`,
    '<div class="pager"><button id="previous" type="button">Previous</button><span id="page"></span><button id="next" type="button">Next</button></div>\n',
    "</div>\n</section>\n",
  ].join("");
}

export function notChecked(run: RunResult): string {
  const list = (rules: readonly string[]) => rules.map((rule) => `<code>${markup(rule)}</code>`).join(", ");
  const item = (what: string, rules: readonly string[]) => `<li>${what} (${rules.length}): ${list(rules)}</li>\n`;
  const partly = partlyChecked(run).map(({ id, checked, lines, skipped }) => {
    const reasons = Object.keys(skipped).sort().join(", ");
    return `<tr><td><code>${markup(id)}</code></td><td class="number">${grouped(checked)}</td><td class="number">${grouped(lines)}</td><td>${markup(reasons)}</td></tr>\n`;
  });
  const off = switchedOff(run);
  const items = [
    ...unchecked(run).map(({ reason, rules }) => item(markup(reason), rules)),
    ...(off.length > 0 ? [item("switched off", off)] : []),
  ];
  return [
    '<section id="not-checked">\n<h2>Not checked</h2>\n',
    items.length > 0 ? `<p>Not checked is not a pass.</p>\n<ul>\n${items.join("")}</ul>\n` : "",
    partly.length > 0
      ? `<h3>Rules that skipped some lines</h3>\n<div class="scroll" role="region" aria-label="Rules that skipped some lines" tabindex="0"><table>\n<thead><tr><th scope="col">Rule</th><th scope="col" class="number">Lines checked</th><th scope="col" class="number">of</th><th scope="col">Why others were skipped</th></tr></thead>\n<tbody>\n${partly.join("")}</tbody></table></div>\n`
      : "",
    `<p class="quiet">${CANNOT_SEE}</p>\n</section>\n`,
  ].join("");
}

export function closing(run: RunResult): string {
  const data = run.data.map(
    ({ id, release, from, to, digest }) => `${id} ${release} (${from} to ${to}, digest ${digest})`,
  );
  const parts = [
    `${run.tool.name} ${run.tool.version}`,
    `configuration ${run.configDigest}`,
    data.length > 0 ? `data: ${data.join("; ")}` : "no data sets",
  ];
  return `</main>\n<footer>${parts.map(markup).join(" · ")}</footer>\n`;
}
