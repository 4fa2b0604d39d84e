import type { MappedColumn } from "./claim.ts";
import type { Severity } from "./finding.ts";

/** Why a rule did not look at a line. */
export type SkipReason =
  | "blank input"
  | "malformed input"
  | "no such column"
  | "no data set"
  | "data set does not cover the date";

export interface RuleReport {
  readonly id: string;
  /** The rule's own one-line summary, for tables that people read. */
  readonly summary?: string;
  readonly severity: Severity;
  readonly status: "ran" | "skipped" | "off";
  /** Of a rule that was skipped as a whole: why, in words, and what would change it. */
  readonly reason?: string;
  /** Lines the rule is about; `checked` plus all of `skipped`. */
  readonly lines: number;
  readonly checked: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly findings: number;
  /** How many of the findings are waived; left out where none is. */
  readonly waived?: number;
  /** Charges of the lines that carry at least one error of this rule. A line with errors of two rules is in both sums. */
  readonly chargeAtRiskCents?: number;
}

export interface FileReport {
  readonly path: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: number;
  readonly claims: number;
  readonly mapping: readonly MappedColumn[];
  readonly unmapped: readonly string[];
  /** Why the file could not be read to its end; undefined where it was. */
  readonly failure?: string;
}

export interface DataReport {
  readonly id: string;
  readonly release: string;
  readonly from: string;
  readonly to: string;
  readonly digest: string;
}

export type ValuesPolicy = "all" | "safe" | "none";

export type ExitCode = 0 | 1 | 2 | 130 | 143;

/** All of a run but the findings themselves; known before the first finding is printed. */
export interface RunResult {
  readonly tool: { readonly name: string; readonly version: string };
  readonly asOf: string;
  readonly values: ValuesPolicy;
  /** Every input was read to its end and every required rule ran. */
  readonly complete: boolean;
  /** What kept the run from being complete, one sentence each. */
  readonly problems: readonly string[];
  /** What does not touch the verdict but wants attention: waivers that expired or match nothing. One sentence each. */
  readonly notes: readonly string[];
  readonly configDigest: string;
  readonly data: readonly DataReport[];
  readonly files: readonly FileReport[];
  readonly rules: readonly RuleReport[];
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly waived: number;
    readonly rows: number;
    readonly claims: number;
    /** Sum of the charges of the lines that carry at least one error. */
    readonly chargeAtRiskCents: number;
  };
  readonly failOn: Severity | "never";
  readonly exitCode: ExitCode;
}
