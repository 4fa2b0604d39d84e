import type { InstalledData } from "../contract/dataset.ts";
import type { ClaimRule, FileRule, HistoryRule } from "../contract/rule.ts";
import type { Claim, FileFacts, MarkedLine } from "../model/claim.ts";
import { holds } from "../model/column-set.ts";
import type { SkipReason } from "../model/run.ts";
import { type ActiveRule, type Emit, type EngineSettings, isOnIn, lower, severityIn } from "./active.ts";
import { type Compiled, compile, type GroupedRule } from "./compiled.ts";
import { type Plan, Plans } from "./plans.ts";
import { newTally, type RuleTally, skip } from "./tally.ts";
import { ValueRules } from "./value-rules.ts";

/** Runs rules over files, values, lines, claims and histories. Knows no concrete rule, no file, no clock. */
export class Engine {
  readonly #settings: EngineSettings;
  readonly #emit: Emit;
  readonly #file: { readonly active: ActiveRule; readonly rule: FileRule; readonly tally: RuleTally }[] = [];
  /** The rules of scope value. */
  readonly values: ValueRules;
  readonly #grouped: Compiled[] = [];
  readonly #tallies = new Map<string, RuleTally>();
  readonly #crashed = new Map<string, unknown>();
  readonly #plans: Plans;

  constructor(settings: EngineSettings, emit: Emit) {
    this.#settings = settings;
    this.#emit = emit;
    this.values = new ValueRules(settings, emit, this.#crashed);
    for (const active of settings.rules) {
      const tally = newTally();
      this.#tallies.set(active.rule.id, tally);
      const { rule } = active;
      if (rule.scope === "file") this.#file.push({ active, tally, rule });
      else if (rule.scope === "value") this.values.add(active, rule, tally);
      else this.#grouped.push(compile(active, rule, tally, settings, emit));
    }
    this.#plans = new Plans(this.#grouped, settings);
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
      if (!isOnIn(this.#settings, rule, facts.index)) continue;
      tally.checked += facts.rows;
      if (this.#crashed.has(rule.id)) continue;
      try {
        rule.check(facts, {
          asOf: this.#settings.asOf,
          options: active.options as never,
          data: {},
          report: (place, slots, extra) => {
            tally.findings++;
            this.#emit({
              active,
              severity: lower(severityIn(this.#settings, active, facts.index), extra?.severity),
              slots,
              ref: { file: facts.index, row: place.row },
              key: undefined,
              slot: 0,
              place,
              related: [],
              suggestion: extra?.suggestion,
            });
          },
        });
      } catch (error) {
        this.#crashed.set(rule.id, error);
      }
    }
  }

  claim(claim: Claim): void {
    const touched: Compiled<ClaimRule>[] = [];
    for (const line of claim.lines) {
      const plan = this.#plans.of(line);
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
      const plan = this.#plans.of(line);
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
    for (const plan of this.#plans.all()) {
      for (const { compiled, reason } of plan.blocked) {
        const lines = compiled.rule.scope === "history" ? plan.historyLines : plan.lines;
        if (lines > 0) skip(compiled.tally, reason, lines);
      }
    }
    this.values.settle();
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
    for (const key of rule.needs) {
      if (holds(line.sound, key)) continue;
      if (holds(line.held, key)) return "malformed input";
      return this.#settings.mapped(line.ref.file, key) ? "blank input" : "no such column";
    }
    throw new Error("a line that lacks nothing was refused");
  }

  #traceBlocked(plan: Plan, line: MarkedLine, history: boolean): void {
    const { trace } = this.#settings;
    if (trace === undefined) return;
    for (const { compiled, reason } of plan.blocked)
      if ((compiled.rule.scope === "history") === history) trace(line.ref, compiled.rule.id, reason);
  }

  #crash(compiled: Compiled, error: unknown): void {
    compiled.crashed = true;
    this.#crashed.set(compiled.rule.id, error);
  }
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
