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
  const reasons = new Map<RawFinding, string>();
  const notes: string[] = [];
  const pathOf = ({ ref }: RawFinding) => files[ref.file]!.facts.path;
  const open = () => (reasons.size === 0 ? findings : findings.filter((finding) => !reasons.has(finding)));

  if (waivers.length > 0) {
    const book = waiverBook(waivers, asOf);
    for (const finding of findings) {
      const waiver = book.waiverOf(finding.active.rule.id, pathOf(finding), () => lineOf(finding, files));
      if (waiver !== undefined) reasons.set(finding, waiver.reason);
    }
    notes.push(...book.notes());
  }
  const left = open();
  const counts = () =>
    FindingCounts.of(left.map((finding) => ({ rule: finding.active.rule.id, file: pathOf(finding) })));
  if (baseline !== undefined) {
    const names = checked.map(({ facts }) => facts.path);
    const allowed = allowances(baseline, counts(), names);
    notes.push(...allowed.notes);
    for (const finding of left) {
      const reason = allowed.reasonFor(finding.active.rule.id, pathOf(finding));
      if (reason !== undefined) reasons.set(finding, reason);
    }
  }
  const severities = limits.size === 0 ? new Map<string, Severity>() : weights(limits, open(), engine);
  return {
    findings: severities.size === 0 ? findings : findings.map((finding) => lowered(finding, severities, reasons)),
    reasonOf: (finding) => reasons.get(finding),
    severityOf: (rule) => severities.get(rule),
    notes,
    entries: (nameOf) => counts().entries(nameOf),
  };
}

/** A finding that weighs at most what its rule's findings weigh; waived for the same reason. */
function lowered(
  finding: RawFinding,
  severities: ReadonlyMap<string, Severity>,
  reasons: Map<RawFinding, string>,
): RawFinding {
  const severity = lower(finding.severity, severities.get(finding.active.rule.id));
  if (severity === finding.severity) return finding;
  const weighed = { ...finding, severity };
  const reason = reasons.get(finding);
  if (reason !== undefined) reasons.set(weighed, reason);
  return weighed;
}

/** What the findings of each rule with limits weigh, for being so many. */
function weights(
  limits: ReadonlyMap<string, Limits>,
  open: readonly RawFinding[],
  engine: Engine,
): Map<string, Severity> {
  const found = new Map<string, number>();
  for (const { active } of open) found.set(active.rule.id, (found.get(active.rule.id) ?? 0) + 1);
  return new Map(
    [...limits].map(([id, limit]) => [id, weightOf(limit, found.get(id) ?? 0, engine.tally(id).checked)] as const),
  );
}

function weightOf({ error, warning }: Limits, findings: number, lines: number): Severity {
  const exceeds = (limit: Limit | undefined) =>
    limit !== undefined && findings > ("findings" in limit ? limit.findings : limit.share * lines);
  if (exceeds(error)) return "error";
  return warning === undefined || exceeds(warning) ? "warning" : "info";
}

function lineOf({ ref, place }: RawFinding, files: readonly FileLines[]): ClaimLine | undefined {
  const file = files[ref.file]!;
  return place === undefined && file.isLine(ref.row) ? file.line(ref.row) : undefined;
}
