import type { InstalledData } from "../contract/dataset.ts";
import type { ClaimRule, HistoryRule, LineRule } from "../contract/rule.ts";
import type { ClaimForm, MarkedLine } from "../model/claim.ts";
import type { SkipReason } from "../model/run.ts";
import type { ProcedureCode } from "../model/values.ts";
import { type EngineSettings, isOnIn } from "./active.ts";
import type { Compiled, GroupedRule } from "./compiled.ts";

/** A rule that can run on a kind of line, with the tables that must cover its date. */
export interface Entry<R extends GroupedRule> {
  readonly compiled: Compiled<R>;
  readonly tables: readonly InstalledData[];
}

/**
 * What concerns one kind of line: its file's columns, its form, its procedure. A rule that is about other procedures is
 * not in it, so that most rules cost nothing on most lines; one that cannot run on the whole kind is only counted.
 */
export interface Plan {
  readonly line: readonly Entry<LineRule>[];
  readonly claim: readonly Entry<ClaimRule>[];
  readonly history: readonly Entry<HistoryRule>[];
  readonly blocked: readonly { readonly compiled: Compiled; readonly reason: SkipReason }[];
  /** Lines of this kind that came to the claim and line rules, and to the history rules. */
  lines: number;
  historyLines: number;
}

const FORMS: readonly ClaimForm[] = ["professional", "institutional", "dental", "other"];

/** The plans of a run, made as their kinds of line come up. */
export class Plans {
  readonly #rules: readonly Compiled[];
  readonly #settings: EngineSettings;
  /** By file and form, then by number of the procedure. */
  readonly #plans: Plan[][] = [];
  readonly #known = new Map<string, Plan>();

  constructor(rules: readonly Compiled[], settings: EngineSettings) {
    this.#rules = rules;
    this.#settings = settings;
  }

  all(): Iterable<Plan> {
    return this.#known.values();
  }

  of(line: MarkedLine): Plan {
    const kind = line.ref.file * FORMS.length + FORMS.indexOf(line.form);
    let plans = this.#plans[kind];
    if (plans === undefined) {
      plans = [];
      this.#plans[kind] = plans;
    }
    let plan = plans[line.procedureNumber];
    if (plan === undefined) {
      plan = this.#make(line);
      plans[line.procedureNumber] = plan;
    }
    return plan;
  }

  /** Thousands of procedures share a few plans: equal ones are one. */
  #make(line: MarkedLine): Plan {
    const { form, procedure, ref } = line;
    const entries: { compiled: Compiled; tables: readonly InstalledData[] }[] = [];
    const blocked: { compiled: Compiled; reason: SkipReason }[] = [];
    const marks: string[] = [];
    for (const compiled of this.#rules) {
      const { rule, required } = compiled;
      if (!isAbout(rule, form, procedure) || !isOnIn(this.#settings, rule, ref.file)) {
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
    let plan = this.#known.get(signature);
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
      this.#known.set(signature, plan);
    }
    return plan;
  }
}

/** Is the rule about lines of this form and procedure, whatever else they hold? */
function isAbout(rule: GroupedRule, form: ClaimForm, procedure: ProcedureCode | undefined): boolean {
  if (rule.forms && !rule.forms.includes(form)) return false;
  return !(rule.procedures && procedure?.ok && !rule.procedures(procedure));
}
