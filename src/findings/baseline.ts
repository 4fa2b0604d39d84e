import type { Baseline, BaselineEntry } from "../model/baseline.ts";

/** Findings by rule and file. */
export class FindingCounts {
  readonly #counts = new Map<string, BaselineEntry>();

  static of(findings: Iterable<Pick<BaselineEntry, "rule" | "file">>): FindingCounts {
    const counts = new FindingCounts();
    for (const { rule, file } of findings) counts.add(rule, file);
    return counts;
  }

  add(rule: string, file: string): void {
    const key = `${rule}\u0000${file}`;
    const findings = (this.#counts.get(key)?.findings ?? 0) + 1;
    this.#counts.set(key, { rule, file, findings });
  }

  /** By file and rule, as a baseline is written. */
  entries(nameOf: Baseline["nameOf"]): BaselineEntry[] {
    return [...this.#counts.values()]
      .map(({ rule, file, findings }) => ({ rule, file: nameOf(file), findings }))
      .sort((a, b) => compare(a.file, b.file) || compare(a.rule, b.rule));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface Allowances {
  /** Why the findings of a rule in a file are waived; undefined where they are not. */
  readonly reasonFor: (rule: string, file: string) => string | undefined;
  /** What differs from the baseline. */
  readonly notes: readonly string[];
}

/**
 * A rule that has no more findings in a file than the baseline allows has them all waived; with one more none is, because
 * nobody can tell which one is new.
 */
export function allowances(baseline: Baseline, counts: FindingCounts, files: readonly string[]): Allowances {
  const allowed = new Map(baseline.entries.map((entry) => [`${entry.rule}\u0000${entry.file}`, entry.findings]));
  const checked = new Set(files.map(baseline.nameOf));
  const found = new Map(counts.entries(baseline.nameOf).map((e) => [`${e.rule}\u0000${e.file}`, e]));
  const notes: string[] = [];
  const names = new Map<string, string>();
  const nameOf = (file: string) => {
    const known = names.get(file) ?? baseline.nameOf(file);
    names.set(file, known);
    return known;
  };
  for (const [key, { rule, file, findings }] of found) {
    const limit = allowed.get(key);
    if (limit !== undefined && findings > limit)
      notes.push(
        `${baseline.shown}: ${rule} has ${findings} findings in ${file}, the baseline allows ${limit}: all count`,
      );
  }
  const loose = baseline.entries.filter(
    ({ rule, file, findings }) => checked.has(file) && (found.get(`${rule}\u0000${file}`)?.findings ?? 0) < findings,
  ).length;
  if (loose > 0) {
    const entries = loose === 1 ? "1 entry allows" : `${loose} entries allow`;
    notes.push(`${baseline.shown}: ${entries} more than was found; --write-baseline tightens it`);
  }
  return {
    reasonFor(rule, file) {
      const key = `${rule}\u0000${nameOf(file)}`;
      const limit = allowed.get(key);
      return limit !== undefined && (found.get(key)?.findings ?? 0) <= limit
        ? `baseline ${baseline.shown} allows ${limit} in this file`
        : undefined;
    },
    notes,
  };
}
