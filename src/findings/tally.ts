import type { Finding, Location, Severity } from "../model/finding.ts";

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Waived findings; they are in none of the other counts. */
  readonly waived: number;
}

/** What counts of a finding. */
export interface Weighed extends Pick<Finding, "rule" | "severity" | "chargeCents"> {
  readonly at: Pick<Location, "file" | "row">;
}

export interface Tally {
  readonly add: (finding: Weighed, waived?: boolean) => void;
  readonly counts: () => Counts;
  /** Findings of one rule, waived ones included, as `RuleReport.findings` counts them. */
  readonly ofRule: (rule: string) => number;
  readonly waivedOfRule: (rule: string) => number;
  readonly ofFile: (path: string) => Counts;
  /** Sum of the charges of the distinct lines that carry at least one error that is not waived. */
  readonly chargeAtRiskCents: () => number;
  /** Lines that carry at least one error that is not waived. */
  readonly linesWithErrors: () => number;
  /** Charges of the lines with errors of one rule alone. A line with errors of two rules counts for both. */
  readonly chargeAtRiskOfRule: (rule: string) => number;
}

const SLOT = { error: "errors", warning: "warnings", info: "infos" } as const satisfies Record<Severity, keyof Counts>;

type Mutable = { -readonly [K in keyof Counts]: Counts[K] };

const NONE: Counts = { errors: 0, warnings: 0, infos: 0, waived: 0 };

/** Counts findings as they come, in any order. */
export function tally(): Tally {
  const total: Mutable = { ...NONE };
  const rules = new Map<string, number>();
  const waivedBy = new Map<string, number>();
  const files = new Map<string, Mutable>();
  const wrong = distinctLines();
  const charged = distinctLines();
  const chargedBy = new Map<string, DistinctLines>();

  return {
    add({ rule, severity, at, chargeCents }, waived = false) {
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
      const file = files.get(at.file) ?? { ...NONE };
      files.set(at.file, file);
      const slot = waived ? "waived" : SLOT[severity];
      if (waived) waivedBy.set(rule, (waivedBy.get(rule) ?? 0) + 1);
      total[slot]++;
      file[slot]++;
      if (slot !== "errors") return;
      wrong.add(at, 1);
      if (chargeCents === undefined) return;
      const ofRule = chargedBy.get(rule) ?? distinctLines();
      chargedBy.set(rule, ofRule);
      charged.add(at, chargeCents);
      ofRule.add(at, chargeCents);
    },
    counts: () => ({ ...total }),
    ofRule: (rule) => rules.get(rule) ?? 0,
    waivedOfRule: (rule) => waivedBy.get(rule) ?? 0,
    ofFile: (path) => ({ ...(files.get(path) ?? NONE) }),
    chargeAtRiskCents: () => charged.sum(),
    linesWithErrors: () => wrong.sum(),
    chargeAtRiskOfRule: (rule) => chargedBy.get(rule)?.sum() ?? 0,
  };
}

interface DistinctLines {
  readonly add: (at: Weighed["at"], weight: number) => void;
  readonly sum: () => number;
}

/** The weights of distinct lines, each counted once. */
function distinctLines(): DistinctLines {
  const files = new Map<string, RowSet>();
  let sum = 0;
  return {
    add({ file, row }, weight) {
      const rows = files.get(file) ?? rowSet();
      files.set(file, rows);
      if (rows.add(row)) sum += weight;
    },
    sum: () => sum,
  };
}

interface RowSet {
  /** True where the row was not in the set before. */
  readonly add: (row: number) => boolean;
}

// One bit a row: a Set of a million rows takes tens of megabytes, this one 125 kB.
function rowSet(): RowSet {
  let words = new Uint32Array(64);
  return {
    add(row) {
      const word = row >>> 5;
      if (word >= words.length) {
        const larger = new Uint32Array(Math.max(words.length * 2, word + 1));
        larger.set(words);
        words = larger;
      }
      const bit = 1 << (row & 31);
      if ((words[word]! & bit) !== 0) return false;
      words[word]! |= bit;
      return true;
    },
  };
}
