import { type DataSet, type InstalledData, neededTables, tableOf } from "../contract/dataset.ts";
import type {
  AnyGroupContext,
  AnyLineContext,
  At,
  ClaimRule,
  HistoryRule,
  LineRule,
  RelatedExtra,
} from "../contract/rule.ts";
import type { ClaimLine, MarkedLine } from "../model/claim.ts";
import { type ColumnSet, columnSet } from "../model/column-set.ts";
import type { LineKey } from "../model/columns.ts";
import type { SlotValue } from "../model/finding.ts";
import type { CalendarDate } from "../model/values.ts";
import { type ActiveRule, type Emit, type EngineSettings, forPayer, lower, severityIn } from "./active.ts";
import type { RuleTally } from "./tally.ts";

export type GroupedRule = LineRule | ClaimRule | HistoryRule;

/** A rule of scope line, claim or history, made ready for being asked about millions of lines. */
export interface Compiled<R extends GroupedRule = GroupedRule> {
  readonly active: ActiveRule;
  readonly rule: R;
  readonly tally: RuleTally;
  readonly needs: ColumnSet;
  /** Tables the rule cannot do without on the lines they concern. */
  readonly required: readonly RequiredData[];
  readonly context: R extends LineRule ? AnyLineContext : AnyGroupContext;
  /** The line that a line rule's context reports on. */
  current: MarkedLine | undefined;
  /** It threw: our fault, never the data's. It is not asked again. */
  crashed: boolean;
  /** Of a claim rule: its lines of the claim in hand. */
  lines: MarkedLine[];
  /** Of a history rule: the fold in hand. */
  started: boolean;
  state: unknown;
  day: CalendarDate | undefined;
}

export interface RequiredData {
  readonly concerns: DataSet<unknown>["concerns"];
  /** Undefined where it is not installed. */
  readonly installed: InstalledData | undefined;
}

const NONE: readonly never[] = [];

function placeOf(at: At<LineKey>): { key: LineKey; slot: number } {
  return typeof at === "string" ? { key: at, slot: 0 } : { key: at[0], slot: at[1] };
}

/** Makes a rule ready: its data looked up, its context made once. */
export function compile(
  active: ActiveRule,
  rule: GroupedRule,
  tally: RuleTally,
  settings: EngineSettings,
  emit: Emit,
): Compiled {
  const { data, required } = dataFor(rule, settings);
  const about = { asOf: settings.asOf, options: active.options as never, data: data as never };
  const report = (
    line: ClaimLine,
    at: At<LineKey>,
    slots: Readonly<Record<string, SlotValue>>,
    extra?: RelatedExtra<ClaimLine, LineKey>,
  ) => {
    tally.findings++;
    emit({
      active,
      severity: lower(forPayer(rule, line, severityIn(settings, active, line.ref.file)), extra?.severity),
      slots,
      ref: line.ref,
      ...placeOf(at),
      related: extra?.related?.map((r) => ({ ref: r.line.ref, ...placeOf(r.at), label: r.label })) ?? NONE,
      suggestion: extra?.suggestion,
    });
  };
  const lineContext: AnyLineContext = {
    ...about,
    report: (at, slots, extra) => report(compiled.current!, at, slots, extra),
  };
  const groupContext: AnyGroupContext = {
    ...about,
    mapped: (line, key) => settings.mapped(line.ref.file, key),
    report,
  };
  const compiled: Compiled = {
    active,
    rule,
    tally,
    needs: columnSet(rule.needs),
    required,
    context: rule.scope === "line" ? lineContext : groupContext,
    current: undefined,
    crashed: false,
    lines: [],
    started: false,
    state: undefined,
    day: undefined,
  };
  return compiled;
}

function dataFor(
  rule: GroupedRule,
  settings: EngineSettings,
): { data: Record<string, unknown>; required: RequiredData[] } {
  const data: Record<string, unknown> = {};
  for (const [name, declared] of Object.entries(rule.data ?? {})) {
    data[name] = settings.data.get(tableOf(declared).id)?.lookup;
  }
  const required = neededTables(rule).map((tables): RequiredData => {
    const installed = tables.flatMap(({ id }) => settings.data.get(id) ?? []);
    const [first] = installed;
    // Of alternatives, a day that one of them covers is covered.
    const one = first && { ...first, coverage: installed.flatMap(({ coverage }) => coverage) };
    return { concerns: tables.length === 1 ? tables[0]!.concerns : undefined, installed: one };
  });
  return { data, required };
}
