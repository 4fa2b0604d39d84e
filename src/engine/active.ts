import type { InstalledData } from "../contract/dataset.ts";
import type { FilePlace, ReportExtra, Rule } from "../contract/rule.ts";
import type { ClaimLine, LineRef } from "../model/claim.ts";
import type { LineKey } from "../model/columns.ts";
import { SEVERITIES, type Severity, type SlotValue } from "../model/finding.ts";
import type { SkipReason } from "../model/run.ts";
import type { CalendarDate } from "../model/values.ts";

/** A rule as this run uses it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface EngineSettings {
  readonly rules: readonly ActiveRule[];
  readonly asOf: CalendarDate;
  readonly data: ReadonlyMap<string, InstalledData>;
  /** Told what each rule did with each line; for `explain FILE:ROW`. */
  readonly trace?: (ref: LineRef, rule: string, outcome: "checked" | SkipReason) => void;
  /** Rules whose severity is not the same in all files; one that is off in a file does not look at its lines. */
  readonly overrides?: {
    readonly rules: ReadonlySet<string>;
    readonly severityIn: (file: number, rule: string) => Severity | "off";
  };
  /** Does the file of that index have a column for the key? */
  readonly mapped: (file: number, key: LineKey) => boolean;
}

export interface RawRelated {
  readonly ref: LineRef;
  readonly key: LineKey;
  readonly slot: number;
  readonly label: string;
}

/** A finding as a rule made it: it points at a cell of a line, the run works out where that is. */
export interface RawFinding {
  readonly active: ActiveRule;
  readonly severity: Severity;
  readonly slots: Readonly<Record<string, SlotValue>>;
  readonly ref: LineRef;
  readonly key: LineKey | undefined;
  readonly slot: number;
  /** Of a file rule: a place in the file instead of a cell of a line. */
  readonly place?: FilePlace;
  readonly related: readonly RawRelated[];
  readonly suggestion: ReportExtra["suggestion"];
}

/** What value rules found on one distinct value; replayed on every line that carries it. */
export interface ValueFinding {
  readonly active: ActiveRule;
  /** Lower than the rule's own, for a case that is less certain. */
  readonly lowered: Severity | undefined;
  readonly slots: Readonly<Record<string, SlotValue>>;
  readonly suggestion: ReportExtra["suggestion"];
}

export type Emit = (finding: RawFinding) => void;

/** The milder of the two. */
export function lower(own: Severity, wanted: Severity | undefined): Severity {
  return wanted !== undefined && SEVERITIES.indexOf(wanted) > SEVERITIES.indexOf(own) ? wanted : own;
}

/** Does the rule look at the lines of a file? */
export function isOnIn({ overrides }: EngineSettings, rule: Rule, file: number): boolean {
  return overrides === undefined || !overrides.rules.has(rule.id) || overrides.severityIn(file, rule.id) !== "off";
}

/** What findings of a rule weigh in a file where it is on. */
export function severityIn({ overrides }: EngineSettings, { rule, severity }: ActiveRule, file: number): Severity {
  const own = overrides?.rules.has(rule.id) ? overrides.severityIn(file, rule.id) : severity;
  return own === "off" ? severity : own;
}

/** A finding on a line whose payer the rule is not certain for is a remark. */
export function forPayer(rule: Rule, line: ClaimLine, severity: Severity): Severity {
  return rule.payers && !rule.payers.includes(line.payerKind) ? lower(severity, "info") : severity;
}
