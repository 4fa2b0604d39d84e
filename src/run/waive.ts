import type { Limit, Limits } from "../config/resolve.ts";
import { lower, type RawFinding } from "../engine/active.ts";
import type { Engine } from "../engine/engine.ts";
import { allowances, FindingCounts } from "../findings/baseline.ts";
import { waiverBook } from "../findings/waivers.ts";
import type { FileLines } from "../input/lines.ts";
import type { BaselineEntry } from "../model/baseline.ts";
import type { ClaimLine } from "../model/claim.ts";
import type { Severity } from "../model/finding.ts";
import type { RunSettings } from "./settings.ts";

/** The findings of a run with what they weigh: some are waived, some weigh less for being few. */
export interface Waived {
  readonly findings: readonly RawFinding[];
  /** Why a finding counts for nothing; undefined where it counts. */
  readonly reasonOf: (finding: RawFinding) => string | undefined;
  /** What the findings of a rule with limits are at most. */
  readonly severityOf: (rule: string) => Severity | undefined;
  /** Expired and unused waivers, and what differs from the baseline: one sentence each. */
  readonly notes: readonly string[];
  /** What no waiver covers, as a baseline for next time. */
  readonly entries: (nameOf: (file: string) => string) => BaselineEntry[];
}

/** Waivers come first; what they leave is held against the baseline. */
export function waive(
  findings: readonly RawFinding[],
  files: readonly FileLines[],
  checked: readonly FileLines[],
  engine: Engine,
  { waivers, baseline, asOf, limits }: Pick<RunSettings, "waivers" | "baseline" | "asOf" | "limits">,
): Waived {
  const book = waiverBook(waivers, asOf);
  const reasons = new Map<RawFinding, string>();
  const counts = new FindingCounts();
  const pathOf = ({ ref }: RawFinding) => files[ref.file]!.facts.path;
  for (const finding of findings) {
    const { id } = finding.active.rule;
    const waiver = book.waiverOf(id, pathOf(finding), () => lineOf(finding, files));
    if (waiver === undefined) counts.add(id, pathOf(finding));
    else reasons.set(finding, waiver.reason);
  }
  const notes = book.notes();
  if (baseline !== undefined) {
    const allowed = allowances(
      baseline,
      counts,
      checked.map(({ facts }) => facts.path),
    );
    notes.push(...allowed.notes);
    for (const finding of findings) {
      const reason = reasons.has(finding) ? undefined : allowed.reasonFor(finding.active.rule.id, pathOf(finding));
      if (reason !== undefined) reasons.set(finding, reason);
    }
  }
  const open = new Map<string, number>();
  for (const finding of findings) {
    const { id } = finding.active.rule;
    if (!reasons.has(finding)) open.set(id, (open.get(id) ?? 0) + 1);
  }
  const severities = new Map<string, Severity>();
  for (const [id, limit] of limits) {
    const severity = weightOf(limit, open.get(id) ?? 0, engine.tally(id).checked);
    if (severity !== undefined) severities.set(id, severity);
  }
  return {
    findings: findings.map((finding) => {
      const severity = lower(finding.severity, severities.get(finding.active.rule.id));
      if (severity === finding.severity) return finding;
      const weighed = { ...finding, severity };
      const reason = reasons.get(finding);
      if (reason !== undefined) reasons.set(weighed, reason);
      return weighed;
    }),
    reasonOf: (finding) => reasons.get(finding),
    severityOf: (rule) => severities.get(rule),
    notes,
    entries: (nameOf) => counts.entries(nameOf),
  };
}

/** What so many findings of a rule weigh; undefined where it has no limits. */
function weightOf({ error, warning }: Limits, findings: number, lines: number): Severity | undefined {
  if (error === undefined && warning === undefined) return undefined;
  const exceeds = (limit: Limit | undefined) =>
    limit !== undefined && findings > ("findings" in limit ? limit.findings : limit.share * lines);
  if (exceeds(error)) return "error";
  return warning === undefined || exceeds(warning) ? "warning" : "info";
}

function lineOf({ ref, place }: RawFinding, files: readonly FileLines[]): ClaimLine | undefined {
  const file = files[ref.file]!;
  return place === undefined && file.isLine(ref.row) ? file.line(ref.row) : undefined;
}
