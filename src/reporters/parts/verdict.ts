import type { RuleReport, RunResult } from "../../model/run.ts";
import { count, dollars } from "./layout.ts";

/** Domain notes, section 0.5: what no look at the line alone can tell. */
export const CANNOT_SEE =
  "A look at the lines cannot see eligibility, benefit limits, other coverage, credentialing, most prior " +
  "authorizations or what the record documents.";

/** Rules that looked at no line although there were lines for them, by reason. */
export interface Unchecked {
  readonly reason: string;
  readonly rules: readonly string[];
}

/**
 * Which rules did not run, grouped by why, the largest group first. A rule that ran but had to skip every line counts
 * as not run: it vouches for nothing. Rules that are switched off are not in it; see `switchedOff`.
 */
export function unchecked(run: RunResult): Unchecked[] {
  const groups = new Map<string, string[]>();
  for (const rule of run.rules) {
    const reason = rule.status === "skipped" ? (rule.reason ?? mainReason(rule)) : emptyReason(rule, run.summary.rows);
    if (reason === undefined) continue;
    const group = groups.get(reason);
    if (group) group.push(rule.id);
    else groups.set(reason, [rule.id]);
  }
  return [...groups]
    .map(([reason, rules]) => ({ reason, rules }))
    .sort((a, b) => b.rules.length - a.rules.length || (a.reason < b.reason ? -1 : 1));
}

export function switchedOff(run: RunResult): string[] {
  return run.rules.filter((rule) => rule.status === "off").map((rule) => rule.id);
}

/** Rules that had to skip some of the lines they may be about. */
export function partlyChecked(run: RunResult): RuleReport[] {
  const whole = new Set(unchecked(run).flatMap(({ rules }) => rules));
  return run.rules.filter((rule) => rule.status === "ran" && rule.checked < rule.lines && !whole.has(rule.id));
}

function emptyReason(rule: RuleReport, rows: number): string | undefined {
  if (rule.status !== "ran" || rule.lines === 0 || rule.checked > 0) return undefined;
  // A code that cannot be read might be one of the rule's; where all others are readable, the file has no line for it.
  const unreadable = rule.skipped["malformed input"] ?? 0;
  return unreadable === rule.lines && rule.lines < rows ? undefined : mainReason(rule);
}

function mainReason(rule: RuleReport): string {
  const reasons = Object.keys(rule.skipped).sort();
  if (reasons.length === 0) return "no reason given";
  const inCells = reasons.some((reason) => reason.endsWith(" input"));
  return reasons.join(" or ") + (inCells ? " on every line it is about" : "");
}

/** `2 errors, 1 warning`; what there is none of is left out. */
export function severityCounts(run: RunResult): string {
  const { errors, warnings, infos, waived } = run.summary;
  const parts = [
    ...(errors > 0 ? [count(errors, "error")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
    ...(infos > 0 ? [count(infos, "info")] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : "nothing found";
}

export type Tone = "good" | "doubt" | "bad";

/** The one line a person acts on. Never says clean of a run that did not check everything. */
export function verdict(run: RunResult): { readonly tone: Tone; readonly text: string } {
  const { errors, warnings, infos, rows, claims } = run.summary;
  const where = `in ${count(rows, "line")} of ${count(claims, "claim")}`;
  const found = `${severityCounts(run)} ${where}`;
  if (run.complete && run.exitCode < 2 && rows === 0) return { tone: "doubt", text: "nothing checked: no data rows" };
  if (!run.complete || run.exitCode >= 2) return { tone: "bad", text: `not fully checked: ${found} so far` };
  if (errors > 0) return { tone: "bad", text: `${found} — fix before you submit` };
  if (run.exitCode === 1) return { tone: "bad", text: `${found} — more than this run allows` };
  if (warnings > 0) return { tone: "doubt", text: `${found} — look at them before you submit${notChecked(run)}` };
  if (infos > 0) return { tone: "good", text: `${found} — no errors, no warnings${notChecked(run)}` };
  const ran = run.rules.filter((rule) => rule.status === "ran" && rule.checked > 0).length;
  const waived = run.summary.waived > 0 ? `, ${run.summary.waived} waived` : "";
  const checked = `${count(rows, "line")} of ${count(claims, "claim")}, ${count(ran, "rule")}${waived}`;
  return { tone: "good", text: `clean: ${checked}${notChecked(run)}` };
}

function notChecked(run: RunResult): string {
  const rules = unchecked(run).reduce((sum, group) => sum + group.rules.length, 0);
  return rules > 0 ? `; not checked: ${count(rules, "rule")}` : "";
}

/** Charges that hang on the errors; undefined where nothing is known of them. */
export function atRisk(run: RunResult): string | undefined {
  const { chargeAtRiskCents, errors } = run.summary;
  return errors > 0 && chargeAtRiskCents !== 0
    ? `${dollars(chargeAtRiskCents)} charged on lines with errors`
    : undefined;
}
