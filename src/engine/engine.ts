import type { DataSet, InstalledData } from "../contract/dataset.ts";
import type {
  AnyGroupContext,
  AnyLineContext,
  At,
  ClaimRule,
  FilePlace,
  FileRule,
  HistoryRule,
  LineRule,
  RelatedExtra,
  ReportExtra,
  Rule,
  ValueRule,
} from "../contract/rule.ts";
import type { Claim, ClaimForm, ClaimLine, FileFacts, LineRef, MarkedLine } from "../model/claim.ts";
import { type ColumnSet, columnSet } from "../model/column-set.ts";
import type { LineKey } from "../model/columns.ts";
import { SEVERITIES, type Severity, type SlotValue } from "../model/finding.ts";
import type { SkipReason } from "../model/run.ts";
import type { CalendarDate, CellValue, ProcedureCode } from "../model/values.ts";
import { newTally, type RuleTally, skip } from "./tally.ts";

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
  readonly severity: Severity;
  readonly slots: Readonly<Record<string, SlotValue>>;
  readonly suggestion: ReportExtra["suggestion"];
}

type GroupedRule = LineRule | ClaimRule | HistoryRule;

/** A rule of scope line, claim or history, made ready for being asked about millions of lines. */
interface Compiled<R extends GroupedRule = GroupedRule> {
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

interface RequiredData {
  readonly concerns: DataSet<unknown>["concerns"];
  /** Undefined where it is not installed. */
  readonly installed: InstalledData | undefined;
}

/** A rule that can run on a kind of line, with the tables that must cover its date. */
interface Entry<R extends GroupedRule> {
  readonly compiled: Compiled<R>;
  readonly tables: readonly InstalledData[];
}

/**
 * What concerns one kind of line: its file's columns, its form, its procedure. A rule that is about other procedures is
 * not in it, so that most rules cost nothing on most lines; one that cannot run on the whole kind is only counted.
 */
interface Plan {
  readonly line: readonly Entry<LineRule>[];
  readonly claim: readonly Entry<ClaimRule>[];
  readonly history: readonly Entry<HistoryRule>[];
  readonly blocked: readonly { readonly compiled: Compiled; readonly reason: SkipReason }[];
  /** Lines of this kind that came to the claim and line rules, and to the history rules. */
  lines: number;
  historyLines: number;
}

/** Value rules that look at the same columns on the same forms count the same lines. */
interface ValueGroup {
  readonly on: ColumnSet;
  readonly keys: readonly LineKey[];
  readonly forms: readonly ClaimForm[] | undefined;
  readonly members: { readonly rule: ValueRule; readonly tally: RuleTally }[];
  checked: number;
  /** Of each file: the lines on which no column of the group holds anything. */
  readonly blank: number[];
}

const FORMS: readonly ClaimForm[] = ["professional", "institutional", "dental", "other"];

type Emit = (finding: RawFinding) => void;

function lower(own: Severity, wanted: Severity | undefined): Severity {
  return wanted !== undefined && SEVERITIES.indexOf(wanted) > SEVERITIES.indexOf(own) ? wanted : own;
}

function placeOf(at: At<LineKey>): { key: LineKey; slot: number } {
  return typeof at === "string" ? { key: at, slot: 0 } : { key: at[0], slot: at[1] };
}

/** Runs rules over files, values, lines, claims and histories. Knows no concrete rule, no file, no clock. */
export class Engine {
  readonly #settings: EngineSettings;
  readonly #emit: Emit;
  readonly #file: { readonly active: ActiveRule; readonly rule: FileRule; readonly tally: RuleTally }[] = [];
  readonly #value: { readonly active: ActiveRule; readonly rule: ValueRule; readonly tally: RuleTally }[] = [];
  readonly #valueGroups = new Map<string, ValueGroup>();
  readonly #grouped: Compiled[] = [];
  readonly #tallies = new Map<string, RuleTally>();
  readonly #crashed = new Map<string, unknown>();
  /** Plans by file and form, then by number of the procedure. */
  readonly #plans: Plan[][] = [];
  readonly #knownPlans = new Map<string, Plan>();

  constructor(settings: EngineSettings, emit: Emit) {
    this.#settings = settings;
    this.#emit = emit;
    for (const active of settings.rules) {
      const tally = newTally();
      this.#tallies.set(active.rule.id, tally);
      const { rule } = active;
      if (rule.scope === "file") this.#file.push({ active, tally, rule });
      else if (rule.scope === "value") {
        this.#value.push({ active, tally, rule });
        this.#valueGroup(rule).members.push({ rule, tally });
      } else this.#grouped.push(this.#compile(active, rule, tally));
    }
  }

  get hasHistory(): boolean {
    return this.#grouped.some(({ rule }) => rule.scope === "history");
  }

  /** Rules that threw, with what they threw. */
  get crashed(): ReadonlyMap<string, unknown> {
    return this.#crashed;
  }

  /** What a rule did. Final once `settle` was called. */
  tally(id: string): RuleTally {
    return this.#tallies.get(id) ?? newTally();
  }

  file(facts: FileFacts): void {
    for (const { active, rule, tally } of this.#file) {
      tally.checked += facts.rows;
      this.#guard(rule, () =>
        rule.check(facts, {
          asOf: this.#settings.asOf,
          options: active.options as never,
          data: {},
          report: (place, slots, extra) => {
            tally.findings++;
            this.#emit({
              active,
              severity: lower(active.severity, extra?.severity),
              slots,
              ref: { file: facts.index, row: place.row },
              key: undefined,
              slot: 0,
              place,
              related: [],
              suggestion: extra?.suggestion,
            });
          },
        }),
      );
    }
  }

  /** Does any value rule look at the column? */
  looksAt(key: LineKey): boolean {
    return this.#value.some(({ rule }) => rule.on.includes(key));
  }

  /** What the value rules say of one distinct value of a column. Blank values are never asked about. */
  value(key: LineKey, value: CellValue): ValueFinding[] | undefined {
    let found: ValueFinding[] | undefined;
    for (const { active, rule } of this.#value) {
      if (!rule.on.includes(key)) continue;
      this.#guard(rule, () =>
        rule.check(value as never, {
          key,
          asOf: this.#settings.asOf,
          options: active.options as never,
          data: {},
          report: (slots, extra) => {
            found ??= [];
            found.push({
              active,
              severity: lower(active.severity, extra?.severity),
              slots,
              suggestion: extra?.suggestion,
            });
          },
        }),
      );
    }
    return found;
  }

  /** Counts a line for the value rules. */
  countValues(line: MarkedLine): void {
    const { low, high } = line.held;
    for (const group of this.#valueGroups.values()) {
      if (group.forms && !group.forms.includes(line.form)) continue;
      const held = (low & group.on.low) !== 0 || (high & group.on.high) !== 0;
      if (held) group.checked++;
      else group.blank[line.ref.file] = (group.blank[line.ref.file] ?? 0) + 1;
      const { trace } = this.#settings;
      if (trace === undefined) continue;
      for (const { rule } of group.members)
        trace(line.ref, rule.id, held ? "checked" : this.#emptyReason(group, line.ref.file));
    }
  }

  replay(finding: ValueFinding, line: ClaimLine, key: LineKey, slot: number): void {
    const { rule } = finding.active;
    if (rule.forms && !rule.forms.includes(line.form)) return;
    this.tally(rule.id).findings++;
    this.#emit({
      active: finding.active,
      severity: forPayer(rule, line, finding.severity),
      slots: finding.slots,
      ref: line.ref,
      key,
      slot,
      related: [],
      suggestion: finding.suggestion,
    });
  }

  claim(claim: Claim): void {
    const touched: Compiled<ClaimRule>[] = [];
    for (const line of claim.lines) {
      const plan = this.#planOf(line);
      plan.lines++;
      for (const { compiled, tables } of plan.line) {
        if (!this.#judges(compiled, tables, line)) continue;
        compiled.current = line;
        try {
          compiled.rule.check(line, compiled.context);
        } catch (error) {
          this.#crash(compiled, error);
        }
      }
      for (const { compiled, tables } of plan.claim) {
        if (!this.#judges(compiled, tables, line)) continue;
        if (compiled.lines.length === 0) touched.push(compiled);
        compiled.lines.push(line);
      }
      this.#traceBlocked(plan, line, false);
    }
    for (const compiled of touched) {
      const view = { id: claim.id, lines: compiled.lines, size: claim.lines.length } as never;
      compiled.lines = [];
      try {
        compiled.rule.check(view, compiled.context);
      } catch (error) {
        this.#crash(compiled, error);
      }
    }
  }

  /** Folds the lines of one patient, in order of date of service, file and row. */
  history(lines: readonly MarkedLine[]): void {
    const touched: Compiled<HistoryRule>[] = [];
    for (const line of lines) {
      const plan = this.#planOf(line);
      plan.historyLines++;
      for (const { compiled, tables } of plan.history) {
        if (!this.#judges(compiled, tables, line)) continue;
        try {
          this.#step(compiled, line, touched);
        } catch (error) {
          this.#crash(compiled, error);
        }
      }
      this.#traceBlocked(plan, line, true);
    }
    for (const compiled of touched) {
      try {
        if (compiled.started && !compiled.crashed) compiled.rule.finish?.(compiled.state, compiled.context);
      } catch (error) {
        this.#crash(compiled, error);
      }
      compiled.started = false;
      compiled.state = undefined;
    }
  }

  /** Counts lines that no history rule can place, because they name no patient. */
  skipHistory(reason: SkipReason, lines: number): void {
    for (const { rule, tally } of this.#grouped) if (rule.scope === "history") skip(tally, reason, lines);
  }

  /** Completes the tallies with what was counted by kind of line. To be called once, after the last line. */
  settle(): void {
    for (const plan of this.#knownPlans.values()) {
      for (const { compiled, reason } of plan.blocked) {
        const lines = compiled.rule.scope === "history" ? plan.historyLines : plan.lines;
        if (lines > 0) skip(compiled.tally, reason, lines);
      }
    }
    for (const group of this.#valueGroups.values()) {
      for (const { tally } of group.members) {
        tally.checked += group.checked;
        group.blank.forEach((lines, file) => {
          skip(tally, this.#emptyReason(group, file), lines);
        });
      }
    }
  }

  #step(compiled: Compiled<HistoryRule>, line: MarkedLine, touched: Compiled<HistoryRule>[]): void {
    const { rule, context, tally } = compiled;
    if (rule.per === "patient+date") {
      const date = line.serviceFrom?.days;
      if (date === undefined) {
        tally.checked--;
        skip(tally, "blank input");
        return;
      }
      if (compiled.started && date !== compiled.day) {
        compiled.started = false;
        rule.finish?.(compiled.state, context);
        compiled.state = rule.start();
        compiled.started = true;
      }
      compiled.day = date;
    }
    if (!compiled.started) {
      compiled.state = rule.start();
      compiled.started = true;
      touched.push(compiled);
    }
    rule.step(compiled.state, line, context);
  }

  /** Can the rule judge the line? Counts the answer. */
  #judges(compiled: Compiled, tables: readonly InstalledData[], line: MarkedLine): boolean {
    const { needs } = compiled;
    const { sound } = line;
    const usable = (sound.low & needs.low) === needs.low && (sound.high & needs.high) === needs.high;
    const reason = usable ? uncovered(tables, line) : this.#shortfall(compiled.rule, line);
    if (reason === undefined) compiled.tally.checked++;
    else skip(compiled.tally, reason);
    this.#settings.trace?.(line.ref, compiled.rule.id, reason ?? "checked");
    return reason === undefined && !compiled.crashed;
  }

  #shortfall(rule: GroupedRule, line: MarkedLine): SkipReason {
    const { held, sound } = line;
    for (const key of rule.needs) {
      const { low, high } = columnSet([key]);
      if ((sound.low & low) !== 0 || (sound.high & high) !== 0) continue;
      if ((held.low & low) !== 0 || (held.high & high) !== 0) return "malformed input";
      return this.#settings.mapped(line.ref.file, key) ? "blank input" : "no such column";
    }
    throw new Error("a line that lacks nothing was refused");
  }

  #planOf(line: MarkedLine): Plan {
    const kind = line.ref.file * FORMS.length + FORMS.indexOf(line.form);
    let plans = this.#plans[kind];
    if (plans === undefined) {
      plans = [];
      this.#plans[kind] = plans;
    }
    let plan = plans[line.procedureNumber];
    if (plan === undefined) {
      plan = this.#makePlan(line);
      plans[line.procedureNumber] = plan;
    }
    return plan;
  }

  /** Thousands of procedures share a few plans: equal ones are one. */
  #makePlan(line: MarkedLine): Plan {
    const { form, procedure, ref } = line;
    const entries: { compiled: Compiled; tables: readonly InstalledData[] }[] = [];
    const blocked: { compiled: Compiled; reason: SkipReason }[] = [];
    const marks: string[] = [];
    for (const compiled of this.#grouped) {
      const { rule, required } = compiled;
      if (!isAbout(rule, form, procedure)) {
        marks.push("-");
        continue;
      }
      const tables = required.filter(({ concerns }) => concerns === undefined || concerns(line));
      const missing = [...(rule.columns ?? []), ...rule.needs].some((key) => !this.#settings.mapped(ref.file, key));
      const reason = missing
        ? "no such column"
        : tables.some(({ installed }) => installed === undefined)
          ? "no data set"
          : undefined;
      if (reason === undefined) entries.push({ compiled, tables: tables.flatMap(({ installed }) => installed ?? []) });
      else blocked.push({ compiled, reason });
      marks.push(reason === undefined ? `+${tables.map((t) => required.indexOf(t)).join("+")}` : reason);
    }
    const signature = marks.join();
    let plan = this.#knownPlans.get(signature);
    if (plan === undefined) {
      const of = (scope: GroupedRule["scope"]) => entries.filter(({ compiled }) => compiled.rule.scope === scope);
      plan = {
        line: of("line") as Entry<LineRule>[],
        claim: of("claim") as Entry<ClaimRule>[],
        history: of("history") as Entry<HistoryRule>[],
        blocked,
        lines: 0,
        historyLines: 0,
      };
      this.#knownPlans.set(signature, plan);
    }
    return plan;
  }

  #traceBlocked(plan: Plan, line: MarkedLine, history: boolean): void {
    const { trace } = this.#settings;
    if (trace === undefined) return;
    for (const { compiled, reason } of plan.blocked)
      if ((compiled.rule.scope === "history") === history) trace(line.ref, compiled.rule.id, reason);
  }

  #valueGroup(rule: ValueRule): ValueGroup {
    const name = `${[...rule.on].sort().join()} ${rule.forms?.join() ?? ""}`;
    let group = this.#valueGroups.get(name);
    if (group === undefined) {
      group = { on: columnSet(rule.on), keys: rule.on, forms: rule.forms, members: [], checked: 0, blank: [] };
      this.#valueGroups.set(name, group);
    }
    return group;
  }

  #emptyReason({ keys }: ValueGroup, file: number): SkipReason {
    return keys.some((key) => this.#settings.mapped(file, key)) ? "blank input" : "no such column";
  }

  #guard(rule: Rule, run: () => void): void {
    if (this.#crashed.has(rule.id)) return;
    try {
      run();
    } catch (error) {
      this.#crashed.set(rule.id, error);
    }
  }

  #crash(compiled: Compiled, error: unknown): void {
    compiled.crashed = true;
    this.#crashed.set(compiled.rule.id, error);
  }

  #compile(active: ActiveRule, rule: GroupedRule, tally: RuleTally): Compiled {
    const { data, required } = this.#dataFor(rule);
    const about = { asOf: this.#settings.asOf, options: active.options as never, data: data as never };
    const emit = (
      line: ClaimLine,
      at: At<LineKey>,
      slots: Readonly<Record<string, SlotValue>>,
      extra?: RelatedExtra<ClaimLine, LineKey>,
    ) => {
      tally.findings++;
      this.#emit({
        active,
        severity: lower(forPayer(rule, line, active.severity), extra?.severity),
        slots,
        ref: line.ref,
        ...placeOf(at),
        related: extra?.related?.map((r) => ({ ref: r.line.ref, ...placeOf(r.at), label: r.label })) ?? NOTHING,
        suggestion: extra?.suggestion,
      });
    };
    const lineContext: AnyLineContext = {
      ...about,
      report: (at, slots, extra) => emit(compiled.current!, at, slots, extra),
    };
    const groupContext: AnyGroupContext = {
      ...about,
      mapped: (line, key) => this.#settings.mapped(line.ref.file, key),
      report: emit,
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

  #dataFor(rule: GroupedRule): { data: Record<string, unknown>; required: RequiredData[] } {
    const data: Record<string, unknown> = {};
    const required: RequiredData[] = [];
    for (const [name, declared] of Object.entries(rule.data ?? {})) {
      const isOptional = "optional" in declared;
      const installed = this.#settings.data.get(isOptional ? declared.optional.id : declared.id);
      data[name] = installed?.lookup;
      if (!isOptional) required.push({ concerns: declared.concerns, installed });
    }
    return { data, required };
  }
}

const NOTHING: readonly never[] = [];

/** Is the rule about lines of this form and procedure, whatever else they hold? */
function isAbout(rule: GroupedRule, form: ClaimForm, procedure: ProcedureCode | undefined): boolean {
  if (rule.forms && !rule.forms.includes(form)) return false;
  return !(rule.procedures && procedure?.ok && !rule.procedures(procedure));
}

function uncovered(tables: readonly InstalledData[], line: MarkedLine): SkipReason | undefined {
  if (tables.length === 0) return undefined;
  const date = line.serviceFrom?.days;
  for (const { coverage } of tables) {
    const covered = date !== undefined && coverage.some((span) => span.from <= date && date <= span.to);
    if (!covered) return "data set does not cover the date";
  }
  return undefined;
}

function forPayer(rule: Rule, line: ClaimLine, severity: Severity): Severity {
  return rule.payers && !rule.payers.includes(line.payerKind) ? lower(severity, "info") : severity;
}
