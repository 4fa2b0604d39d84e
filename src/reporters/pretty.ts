import type { Reporter, ReporterOptions, ReportWriter } from "../contract/reporter.ts";
import type { PrintedFinding } from "../model/finding.ts";
import type { RunResult } from "../model/run.ts";
import { countsTable, nextSteps, notLookedAt, verdictLines } from "./parts/closing.ts";
import { columnWide, type Held, isColumnWide, suspects } from "./parts/column-wide.ts";
import { frame, place, title, whyAndFix } from "./parts/frame.ts";
import { groupsOf } from "./parts/grouping.ts";
import { heading } from "./parts/heading.ts";
import { DEFAULT_WIDTH, grouped, painter } from "./parts/layout.ts";

/** Of one rule; the sixth example teaches nothing that the first five did not. `--max-per-rule 0` shows all. */
const DEFAULT_MAX_PER_RULE = 5;

/** The report a biller reads in a terminal: each finding with its line, why it matters and what to do. */
export default {
  id: "pretty",
  summary: "Findings with their lines, reasons and fixes, for reading in a terminal",
  audience: "people",
  open,
} satisfies Reporter;

function open(options: ReporterOptions): ReportWriter {
  const paint = painter(options.color);
  const width = Math.max(40, Math.min(options.width ?? DEFAULT_WIDTH, 140));
  const limit = options.maxPerRule === 0 ? Number.POSITIVE_INFINITY : (options.maxPerRule ?? DEFAULT_MAX_PER_RULE);
  const arrived = new Map<string, number>();
  const printed = new Map<string, number>();
  const waiting: PrintedFinding[] = [];
  const held = new Map<string, Held>();
  let totals = new Map<string, number>();
  let suspected: ReadonlyMap<string, number> = new Map();
  let repairable = 0;

  function hold(finding: PrintedFinding): void {
    const key = `${finding.rule}\u0000${finding.field ?? ""}`;
    const group = held.get(key) ?? { rule: finding.rule, first: [], count: 0 };
    held.set(key, group);
    group.count++;
    if (group.first.length < Math.max(limit, 3)) group.first.push(finding);
  }

  /** Rules whose why and fix stand above. */
  const explained = new Set<string>();

  function accept(finding: PrintedFinding): string {
    const nth = (arrived.get(finding.rule) ?? 0) + 1;
    arrived.set(finding.rule, nth);
    if (nth > limit) return "";
    if (options.groupBy === undefined) return block(finding);
    waiting.push(finding);
    return "";
  }

  function block(finding: PrintedFinding): string {
    const { rule, waived } = finding;
    const nth = (printed.get(rule) ?? 0) + 1;
    printed.set(rule, nth);
    const more = (totals.get(rule) ?? 0) - limit;
    const last = nth === limit && more > 0 ? `${paint.quiet(moreOf(rule, more))}\n` : "";
    if (waived) {
      return `${paint.quiet(`waived  ${rule}  ${finding.message}`)}\n${paint.quiet(`  ┌─ ${place(finding)}   ${waived.reason}`)}\n${last}\n`;
    }
    const why = !explained.has(rule) && options.quiet < 2 ? whyAndFix(finding, paint, width) : "";
    explained.add(rule);
    return `${title(finding, paint)}${frame(finding, paint, width)}${why}${last}\n`;
  }

  function moreOf(rule: string, more: number): string {
    return `  … ${grouped(more)} more of ${rule} (shown: ${limit}; --max-per-rule 0 shows all)`;
  }

  /** The findings held back: one block for a column that fails as a whole, the usual ones where none does. */
  function release(run: RunResult): string {
    const whole: string[] = [];
    const single: PrintedFinding[] = [];
    for (const group of held.values()) {
      const checked = suspected.get(group.rule) ?? 0;
      if (isColumnWide(group, checked)) {
        whole.push(`${columnWide(group, checked, run, paint, width)}\n`);
        totals.set(group.rule, (totals.get(group.rule) ?? 0) - group.count);
      } else single.push(...group.first);
    }
    return single.map(accept).join("") + whole.join("");
  }

  return {
    begin: (run) => {
      totals = new Map(run.rules.map(({ id, findings }) => [id, findings]));
      if (limit !== Number.POSITIVE_INFINITY) suspected = suspects(run);
      return options.quiet >= 1 ? "" : heading(run, paint, width);
    },
    finding: (finding) => {
      if (options.quiet >= 2 && (finding.severity !== "error" || finding.waived)) return "";
      if (finding.suggestion?.safe && !finding.waived) repairable++;
      if (suspected.has(finding.rule) && !finding.waived) {
        hold(finding);
        return "";
      }
      return accept(finding);
    },
    end: (run) => {
      const released = release(run);
      const grouping = options.groupBy ? groupsOf(waiting, options.groupBy) : [];
      const groups = grouping.map(
        ({ name, findings }) => `${paint.strong(`── ${name} ──`)}\n\n${findings.map(block).join("")}`,
      );
      const findings = groups.join("") + released;
      if (options.quiet >= 2) return findings;
      if (options.quiet >= 1) return findings + verdictLines(run, paint);
      const table = countsTable(run, paint, width);
      return [
        findings,
        table && `${paint.strong("Findings by rule")}\n${table}\n`,
        `${notLookedAt(run, paint, width, options.quiet < 0)}\n`,
        verdictLines(run, paint),
        nextSteps(run, repairable, paint),
      ].join("");
    },
  };
}
