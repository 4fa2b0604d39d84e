import type { ValueRule } from "../contract/rule.ts";
import type { ClaimForm, ClaimLine, MarkedLine } from "../model/claim.ts";
import { type ColumnSet, columnSet } from "../model/column-set.ts";
import type { LineKey } from "../model/columns.ts";
import type { SkipReason } from "../model/run.ts";
import type { CellValue } from "../model/values.ts";
import {
  type ActiveRule,
  type Emit,
  type EngineSettings,
  forPayer,
  isOnIn,
  lower,
  severityIn,
  type ValueFinding,
} from "./active.ts";
import { type RuleTally, skip } from "./tally.ts";

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

/** The rules of scope value: asked once per distinct value, counted on every line that carries one. */
export class ValueRules {
  readonly #settings: EngineSettings;
  readonly #emit: Emit;
  readonly #crashed: Map<string, unknown>;
  readonly #rules: { readonly active: ActiveRule; readonly rule: ValueRule; readonly tally: RuleTally }[] = [];
  readonly #tallyOf = new Map<string, RuleTally>();
  readonly #groups = new Map<string, ValueGroup>();

  constructor(settings: EngineSettings, emit: Emit, crashed: Map<string, unknown>) {
    this.#settings = settings;
    this.#emit = emit;
    this.#crashed = crashed;
  }

  add(active: ActiveRule, rule: ValueRule, tally: RuleTally): void {
    this.#rules.push({ active, tally, rule });
    this.#tallyOf.set(rule.id, tally);
    this.#groupOf(rule).members.push({ rule, tally });
  }

  /** Does any of the rules look at the column? */
  looksAt(key: LineKey): boolean {
    return this.#rules.some(({ rule }) => rule.on.includes(key));
  }

  /** What the rules say of one distinct value of a column. Blank values are never asked about. */
  ask(key: LineKey, value: CellValue): ValueFinding[] | undefined {
    let found: ValueFinding[] | undefined;
    for (const { active, rule } of this.#rules) {
      if (!rule.on.includes(key)) continue;
      if (this.#crashed.has(rule.id)) continue;
      try {
        rule.check(value as never, {
          key,
          asOf: this.#settings.asOf,
          options: active.options as never,
          data: {},
          report: (slots, extra) => {
            found ??= [];
            found.push({
              active,
              lowered: extra?.severity,
              slots,
              suggestion: extra?.suggestion,
            });
          },
        });
      } catch (error) {
        this.#crashed.set(rule.id, error);
      }
    }
    return found;
  }

  /** Counts a line for all of them. */
  count(line: MarkedLine): void {
    const { low, high } = line.held;
    for (const group of this.#groups.values()) {
      if (group.forms && !group.forms.includes(line.form)) continue;
      if (!isOnIn(this.#settings, group.members[0]!.rule, line.ref.file)) continue;
      const held = (low & group.on.low) !== 0 || (high & group.on.high) !== 0;
      if (held) group.checked++;
      else group.blank[line.ref.file] = (group.blank[line.ref.file] ?? 0) + 1;
      const { trace } = this.#settings;
      if (trace === undefined) continue;
      for (const { rule } of group.members)
        trace(line.ref, rule.id, held ? "checked" : this.#emptyReason(group, line.ref.file));
    }
  }

  /** Repeats on a line what was found on a value it carries. */
  replay(finding: ValueFinding, line: ClaimLine, key: LineKey, slot: number): void {
    const { rule } = finding.active;
    if (rule.forms && !rule.forms.includes(line.form)) return;
    if (!isOnIn(this.#settings, rule, line.ref.file)) return;
    this.#tallyOf.get(rule.id)!.findings++;
    this.#emit({
      active: finding.active,
      severity: lower(forPayer(rule, line, severityIn(this.#settings, finding.active, line.ref.file)), finding.lowered),
      slots: finding.slots,
      ref: line.ref,
      key,
      slot,
      related: [],
      suggestion: finding.suggestion,
    });
  }

  /** Completes the tallies. To be called once, after the last line. */
  settle(): void {
    for (const group of this.#groups.values()) {
      for (const { tally } of group.members) {
        tally.checked += group.checked;
        group.blank.forEach((lines, file) => {
          skip(tally, this.#emptyReason(group, file), lines);
        });
      }
    }
  }

  #groupOf(rule: ValueRule): ValueGroup {
    // A rule that is off in some files counts for itself.
    const alone = this.#settings.overrides?.rules.has(rule.id) ? rule.id : "";
    const name = `${[...rule.on].sort().join()} ${rule.forms?.join() ?? ""} ${alone}`;
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = { on: columnSet(rule.on), keys: rule.on, forms: rule.forms, members: [], checked: 0, blank: [] };
      this.#groups.set(name, group);
    }
    return group;
  }

  #emptyReason({ keys }: ValueGroup, file: number): SkipReason {
    return keys.some((key) => this.#settings.mapped(file, key)) ? "blank input" : "no such column";
  }
}
