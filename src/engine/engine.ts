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
import type { Claim, ClaimLine, FileFacts, LineRef } from "../model/claim.ts";
import type { LineKey } from "../model/columns.ts";
import { SEVERITIES, type Severity, type SlotValue } from "../model/finding.ts";
import type { SkipReason } from "../model/run.ts";
import type { CalendarDate, CellValue, ProcedureCode } from "../model/values.ts";
import { shortfall } from "./inputs.ts";
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

interface Compiled<R extends Rule> {
  readonly active: ActiveRule;
  readonly rule: R;
  readonly tally: RuleTally;
  readonly data: Readonly<Record<string, unknown>>;
  /** Tables the rule cannot do without on the lines they concern. */
  readonly required: readonly RequiredData[];
}

interface RequiredData {
  readonly concerns: DataSet<unknown>["concerns"];
  /** Undefined where it is not installed. */
  readonly installed: InstalledData | undefined;
}

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
  readonly #file: Compiled<FileRule>[] = [];
  readonly #value: Compiled<ValueRule>[] = [];
  readonly #line: Compiled<LineRule>[] = [];
  readonly #claim: Compiled<ClaimRule>[] = [];
  readonly #history: Compiled<HistoryRule>[] = [];
  readonly #tallies = new Map<string, RuleTally>();
  readonly #crashed = new Map<string, unknown>();
  /** Rules with a `procedures` guard are asked once per distinct code, not once per line. */
  readonly #about = new Map<Compiled<Rule>, Map<ProcedureCode, boolean>>();

  constructor(settings: EngineSettings, emit: Emit) {
    this.#settings = settings;
    this.#emit = emit;
    for (const active of settings.rules) {
      const tally = newTally();
      this.#tallies.set(active.rule.id, tally);
      const base = { active, tally, ...this.#dataFor(active.rule) };
      const { rule } = active;
      if (rule.scope === "file") this.#file.push({ ...base, rule });
      else if (rule.scope === "value") this.#value.push({ ...base, rule });
      else if (rule.scope === "line") this.#line.push({ ...base, rule });
      else if (rule.scope === "claim") this.#claim.push({ ...base, rule });
      else this.#history.push({ ...base, rule });
    }
  }

  get hasHistory(): boolean {
    return this.#history.length > 0;
  }

  /** Rules that threw, with what they threw: our fault, never the data's. Such a rule is not asked again. */
  get crashed(): ReadonlyMap<string, unknown> {
    return this.#crashed;
  }

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

  /** Counts a line for the value rules; `present` tells which columns hold a value on it. */
  countValues(line: ClaimLine, present: (key: LineKey) => boolean): void {
    for (const { rule, tally } of this.#value) {
      if (rule.forms && !rule.forms.includes(line.form)) continue;
      let mapped = false;
      let held = false;
      for (const key of rule.on) {
        if (present(key)) held = true;
        if (this.#settings.mapped(line.ref.file, key)) mapped = true;
      }
      const outcome = held ? "checked" : mapped ? "blank input" : "no such column";
      if (outcome === "checked") tally.checked++;
      else skip(tally, outcome);
      this.#settings.trace?.(line.ref, rule.id, outcome);
    }
  }

  replay(finding: ValueFinding, line: ClaimLine, key: LineKey, slot: number): void {
    const { rule } = finding.active;
    if (rule.forms && !rule.forms.includes(line.form)) return;
    this.tally(rule.id).findings++;
    this.#emit({
      active: finding.active,
      severity: this.#forPayer(rule, line, finding.severity),
      slots: finding.slots,
      ref: line.ref,
      key,
      slot,
      related: [],
      suggestion: finding.suggestion,
    });
  }

  claim(claim: Claim): void {
    for (const line of claim.lines) for (const compiled of this.#line) this.#checkLine(compiled, line);
    for (const compiled of this.#claim) {
      const lines = claim.lines.filter((line) => this.#usable(compiled, line));
      if (lines.length === 0) continue;
      const view = { id: claim.id, lines, size: claim.lines.length } as never;
      this.#guard(compiled.rule, () => compiled.rule.check(view, this.#groupContext(compiled)));
    }
  }

  /** Folds the lines of one patient, in order of date of service, file and row. */
  history(lines: readonly ClaimLine[]): void {
    for (const compiled of this.#history) this.#guard(compiled.rule, () => this.#fold(compiled, lines));
  }

  /** Counts a line that no history rule can place, because it names no patient. */
  skipHistory(reason: SkipReason): void {
    for (const { tally } of this.#history) skip(tally, reason);
  }

  #fold(compiled: Compiled<HistoryRule>, lines: readonly ClaimLine[]): void {
    const context = this.#groupContext(compiled);
    const { rule, tally } = compiled;
    let state: unknown;
    let day: CalendarDate | undefined;
    let started = false;
    for (const line of lines) {
      if (!this.#usable(compiled, line)) continue;
      const date = line.serviceFrom?.days;
      if (rule.per === "patient+date") {
        if (date === undefined) {
          tally.checked--;
          skip(tally, "blank input");
          continue;
        }
        if (started && date !== day) {
          rule.finish?.(state, context);
          started = false;
        }
        day = date;
      }
      if (!started) {
        state = rule.start();
        started = true;
      }
      rule.step(state, line, context);
    }
    if (started) rule.finish?.(state, context);
  }

  #guard(rule: Rule, run: () => void): void {
    if (this.#crashed.has(rule.id)) return;
    try {
      run();
    } catch (error) {
      this.#crashed.set(rule.id, error);
    }
  }

  #checkLine(compiled: Compiled<LineRule>, line: ClaimLine): void {
    if (!this.#usable(compiled, line)) return;
    const { active, rule, tally } = compiled;
    const context: AnyLineContext = {
      asOf: this.#settings.asOf,
      options: active.options as never,
      data: compiled.data as never,
      report: (at, slots, extra) => {
        tally.findings++;
        this.#emit({
          active,
          severity: lower(this.#forPayer(rule, line, active.severity), extra?.severity),
          slots,
          ref: line.ref,
          ...placeOf(at),
          related: [],
          suggestion: extra?.suggestion,
        });
      },
    };
    this.#guard(rule, () => rule.check(line, context));
  }

  #groupContext(compiled: Compiled<ClaimRule> | Compiled<HistoryRule>): AnyGroupContext {
    const { active, rule, tally } = compiled;
    return {
      asOf: this.#settings.asOf,
      options: active.options as never,
      data: compiled.data as never,
      mapped: (line, key) => this.#settings.mapped(line.ref.file, key),
      report: (
        line: ClaimLine,
        at: At<LineKey>,
        slots: Readonly<Record<string, SlotValue>>,
        extra?: RelatedExtra<ClaimLine, LineKey>,
      ) => {
        tally.findings++;
        this.#emit({
          active,
          severity: lower(this.#forPayer(rule, line, active.severity), extra?.severity),
          slots,
          ref: line.ref,
          ...placeOf(at),
          related: (extra?.related ?? []).map((r) => ({ ref: r.line.ref, ...placeOf(r.at), label: r.label })),
          suggestion: extra?.suggestion,
        });
      },
    };
  }

  /** Is the rule about this line, and can it judge it? Counts the answer. */
  #usable(compiled: Compiled<LineRule | ClaimRule | HistoryRule>, line: ClaimLine): boolean {
    const { rule, tally } = compiled;
    if (rule.forms && !rule.forms.includes(line.form)) return false;
    const { procedure } = line;
    if (rule.procedures && procedure?.ok && !this.#isAbout(compiled, rule.procedures, procedure)) return false;
    const reason = this.#obstacle(compiled, line);
    if (reason === undefined) tally.checked++;
    else skip(tally, reason);
    this.#settings.trace?.(line.ref, rule.id, reason ?? "checked");
    return reason === undefined;
  }

  #obstacle({ rule, required }: Compiled<LineRule | ClaimRule | HistoryRule>, line: ClaimLine): SkipReason | undefined {
    const mapped = (key: LineKey) => this.#settings.mapped(line.ref.file, key);
    for (const key of rule.columns ?? []) if (!mapped(key)) return "no such column";
    for (const key of rule.needs) {
      const reason = shortfall(line, key, mapped);
      if (reason !== undefined) return reason;
    }
    const date = line.serviceFrom?.days;
    for (const { concerns, installed } of required) {
      if (concerns !== undefined && !concerns(line)) continue;
      if (installed === undefined) return "no data set";
      const covered = date !== undefined && installed.coverage.some((span) => span.from <= date && date <= span.to);
      if (!covered) return "data set does not cover the date";
    }
    return undefined;
  }

  #isAbout(compiled: Compiled<Rule>, procedures: (code: ProcedureCode) => boolean, code: ProcedureCode): boolean {
    let known = this.#about.get(compiled);
    if (known === undefined) {
      known = new Map();
      this.#about.set(compiled, known);
    }
    let answer = known.get(code);
    if (answer === undefined) {
      answer = procedures(code);
      known.set(code, answer);
    }
    return answer;
  }

  #forPayer(rule: Rule, line: ClaimLine, severity: Severity): Severity {
    return rule.payers && !rule.payers.includes(line.payerKind) ? lower(severity, "info") : severity;
  }

  #dataFor(rule: Rule): { data: Record<string, unknown>; required: RequiredData[] } {
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
