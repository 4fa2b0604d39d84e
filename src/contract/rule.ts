import type { ClaimForm, ClaimLine, FileFacts, LineFields, PayerKind } from "../model/claim.ts";
import type { CellOf, LineKey } from "../model/columns.ts";
import type { Severity, SlotValue } from "../model/finding.ts";
import type { CalendarDate, Privacy, ProcedureCode } from "../model/values.ts";
import type { DataTable, DataValues } from "./dataset.ts";
import type { OptionTable, OptionValues } from "./options.ts";

export type Scope = "file" | "value" | "line" | "claim" | "history";

/** Tier of the catalogue: T1 certain and on by default, T2 needs CMS files or history, T3 niche. */
export type Tier = "T1" | "T2" | "T3";

export interface Denial {
  /** Claim adjustment reason codes the payer is likely to answer with, group code included (`CO-16`). */
  readonly carc: readonly string[];
  /** Remittance advice remark codes (`N290`). */
  readonly rarc?: readonly string[];
}

/** What everybody but the engine reads of a rule. */
export interface RuleAbout<
  M extends string = string,
  O extends OptionTable = OptionTable,
  D extends DataTable = DataTable,
> {
  /** Names the defect. Never reused. */
  readonly id: string;
  readonly severity: Severity;
  /** Off unless switched on by `--rule` or the configuration. */
  readonly defaultOff?: true;
  readonly tier: Tier;
  readonly since: string;
  /** One line, no full stop. */
  readonly summary: string;
  /** Why the payer cares; one or two sentences for a biller. */
  readonly why: string;
  /** What to check or do. */
  readonly fix: string;
  /** Lossless repair possible (`safe`), a proposal to confirm (`suggest`), or never a machine's business. */
  readonly repair: "safe" | "suggest" | "never";
  /** Authority: manual and chapter, guideline section, regulation. */
  readonly sources: readonly string[];
  /** What stays in doubt, for the rule's page. */
  readonly doubt?: string;
  readonly denial?: Denial;
  /** Payer profiles the rule is certain for; under the others its findings are at most `info`. All, if left out. */
  readonly payers?: readonly PayerKind[];
  /** Claim forms the rule is about. All, if left out. */
  readonly forms?: readonly ClaimForm[];
  readonly options?: O;
  readonly data?: D;
  /** Of the optional tables under `data`: those of which one is enough, and without any of which the rule cannot run. */
  readonly anyOf?: readonly (keyof D & string)[];
  /** With `{slot}`s that every report must fill. */
  readonly message: M;
  readonly examples: Examples;
  /** More for the page, Markdown: background, common errors, what is deliberately not flagged. */
  readonly notes?: string;
}

/** Cells of one line by canonical field name, laid over a clean office-visit line; `""` blanks a cell. */
export type ExampleLine = Readonly<Record<string, string>>;

/**
 * One line, or the lines of one or more claims. Settings go into keys that start with `$` of the first line:
 * `$payer`, `$asOf`, `$profile`, `$dateFormat`, `$options` (JSON), `$csv` (a whole file instead of lines).
 */
export type Example = ExampleLine | readonly ExampleLine[];

export interface Examples {
  /** Rows for the declared data sets, as `fromExample` of each takes them. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Right lines on which the rule stays silent, near the boundary first. */
  readonly passes: readonly Example[];
  /** Lines on which it reports. */
  readonly finds: readonly Example[];
  /** Lines it cannot judge and must count as skipped. */
  readonly skips?: readonly Example[];
}

type SlotNames<M extends string> = M extends `${string}{${infer Name}}${infer Rest}` ? Name | SlotNames<Rest> : never;

export type SlotsFor<M extends string> = Readonly<Record<SlotNames<M>, SlotValue>>;

/** A column of a line, or one slot (from 0) of a repeated one. */
export type At<K extends LineKey> = K | readonly [K, number];

export interface ReportExtra {
  /** Lower than the rule's own, for a case that is less certain. */
  readonly severity?: Severity;
  readonly suggestion?: { readonly safe: boolean; readonly replacement: string };
}

export interface RelatedExtra<L, K extends LineKey> extends ReportExtra {
  readonly related?: readonly { readonly line: L; readonly at: At<K>; readonly label: string }[];
}

interface Settings<O extends OptionTable, D extends DataTable> {
  /** "Today": `--as-of`, or the date of the run in UTC. */
  readonly asOf: CalendarDate;
  readonly options: OptionValues<O>;
  readonly data: DataValues<D>;
}

/** A line with the columns a rule declared, and no others. A view with getters: read its columns, do not spread it. */
export type LineView<N extends LineKey, R extends LineKey> = { readonly [K in N]: NonNullable<LineFields[K]> } & {
  readonly [K in R]: LineFields[K];
} & Pick<ClaimLine, "form" | "payerKind" | "ref">;

interface LineInputs<N extends LineKey, R extends LineKey> {
  /** Columns that must hold a well-formed value; a line without one is skipped and the skip is counted. */
  readonly needs: readonly N[];
  /** Columns the rule reads if they are there. A malformed value comes as it is, with `ok` false. */
  readonly reads?: readonly R[];
  /** Columns the file must have for the rule to make sense, whatever the cell holds. */
  readonly columns?: readonly (N | R)[];
  /** The procedure codes the rule is about. Asked once per distinct code; `procedure` must be among the `needs`. */
  readonly procedures?: (code: ProcedureCode) => boolean;
}

// --- file --------------------------------------------------------------------------------------------------------

export interface FilePlace {
  /** 0 is the header. */
  readonly row: number;
  /** Column of the file, from 0; the whole record if left out. */
  readonly column?: number;
  /** Physical line, where the record was not kept. */
  readonly line?: number;
}

export interface FileContext<M extends string, O extends OptionTable> extends Settings<O, Record<never, never>> {
  readonly report: (place: FilePlace, slots: SlotsFor<M>, extra?: ReportExtra) => void;
}

export interface FileRuleDefinition<M extends string, O extends OptionTable> extends RuleAbout<M, O> {
  readonly check: (file: FileFacts, context: FileContext<M, O>) => void;
}

export interface FileRule extends RuleAbout {
  readonly scope: "file";
  readonly check: (file: FileFacts, context: AnyFileContext) => void;
}

export type AnyFileContext = FileContext<string, OptionTable>;

/** A rule about a file as a whole: its header, the width of its records, the format of a column. */
export function fileRule<const M extends string, const O extends OptionTable = Record<never, never>>(
  definition: FileRuleDefinition<M, O>,
): FileRule {
  return { ...definition, scope: "file" } as unknown as FileRule;
}

// --- value -------------------------------------------------------------------------------------------------------

export interface ValueContext<K extends LineKey, M extends string, O extends OptionTable>
  extends Settings<O, Record<never, never>> {
  readonly key: K;
  readonly report: (slots: SlotsFor<M>, extra?: ReportExtra) => void;
}

export interface ValueRuleDefinition<K extends LineKey, M extends string, O extends OptionTable>
  extends RuleAbout<M, O> {
  readonly on: readonly K[];
  readonly check: (value: CellOf<K>, context: ValueContext<K, M, O>) => void;
}

export interface ValueRule extends RuleAbout {
  readonly scope: "value";
  readonly on: readonly LineKey[];
  readonly check: (value: never, context: AnyValueContext) => void;
}

export type AnyValueContext = ValueContext<LineKey, string, OptionTable>;

/**
 * A rule about the text of one cell. Runs once per distinct value of a column, never on a blank one; what it finds
 * stands on every line that carries the value.
 */
export function valueRule<
  const K extends LineKey,
  const M extends string,
  const O extends OptionTable = Record<never, never>,
>(definition: ValueRuleDefinition<K, M, O>): ValueRule {
  return { ...definition, scope: "value" } as unknown as ValueRule;
}

// --- line --------------------------------------------------------------------------------------------------------

export interface LineContext<K extends LineKey, M extends string, O extends OptionTable, D extends DataTable>
  extends Settings<O, D> {
  readonly report: (at: At<K>, slots: SlotsFor<M>, extra?: ReportExtra) => void;
}

export interface LineRuleDefinition<
  N extends LineKey,
  R extends LineKey,
  M extends string,
  O extends OptionTable,
  D extends DataTable,
> extends RuleAbout<M, O, D>,
    LineInputs<N, R> {
  readonly check: (line: LineView<N, R>, context: LineContext<N | R, M, O, D>) => void;
}

export interface LineRule extends RuleAbout, LineInputs<LineKey, LineKey> {
  readonly scope: "line";
  readonly check: (line: ClaimLine, context: AnyLineContext) => void;
}

export type AnyLineContext = LineContext<LineKey, string, OptionTable, DataTable>;

/** A rule that looks at one line. */
export function lineRule<
  const N extends LineKey,
  const M extends string,
  const R extends LineKey = never,
  const O extends OptionTable = Record<never, never>,
  const D extends DataTable = Record<never, never>,
>(definition: LineRuleDefinition<N, R, M, O, D>): LineRule {
  return { ...definition, scope: "line" } as unknown as LineRule;
}

// --- claim -------------------------------------------------------------------------------------------------------

export interface GroupContext<L, K extends LineKey, M extends string, O extends OptionTable, D extends DataTable>
  extends Settings<O, D> {
  /** Does the file of the line have a column for the key? A cell without a column is not one that was left blank. */
  readonly mapped: (line: L, key: K) => boolean;
  readonly report: (line: L, at: At<K>, slots: SlotsFor<M>, extra?: RelatedExtra<L, K>) => void;
}

export interface ClaimView<N extends LineKey, R extends LineKey> {
  readonly id: string | undefined;
  /** The lines that have all of the rule's `needs`, in file and row order; never empty. */
  readonly lines: readonly LineView<N, R>[];
  /** How many lines the claim has in all. */
  readonly size: number;
}

export interface ClaimRuleDefinition<
  N extends LineKey,
  R extends LineKey,
  M extends string,
  O extends OptionTable,
  D extends DataTable,
> extends RuleAbout<M, O, D>,
    LineInputs<N, R> {
  readonly check: (claim: ClaimView<N, R>, context: GroupContext<LineView<N, R>, N | R, M, O, D>) => void;
}

export interface ClaimRule extends RuleAbout, LineInputs<LineKey, LineKey> {
  readonly scope: "claim";
  readonly check: (claim: ClaimView<LineKey, LineKey>, context: AnyGroupContext) => void;
}

export type AnyGroupContext = GroupContext<ClaimLine, LineKey, string, OptionTable, DataTable>;

/** A rule that looks at all lines of one claim, in whatever order and file they stood. */
export function claimRule<
  const N extends LineKey,
  const M extends string,
  const R extends LineKey = never,
  const O extends OptionTable = Record<never, never>,
  const D extends DataTable = Record<never, never>,
>(definition: ClaimRuleDefinition<N, R, M, O, D>): ClaimRule {
  return { ...definition, scope: "claim" } as unknown as ClaimRule;
}

// --- history -----------------------------------------------------------------------------------------------------

/**
 * What a fold is partitioned by. `patient` is the patient id, or the member id where the file has no patient id;
 * `date` is the first date of service. Lines without one are skipped.
 */
export type HistoryKey = "patient" | "patient+date";

export interface HistoryRuleDefinition<
  S,
  N extends LineKey,
  R extends LineKey,
  M extends string,
  O extends OptionTable,
  D extends DataTable,
> extends RuleAbout<M, O, D>,
    LineInputs<N, R> {
  readonly per: HistoryKey;
  readonly start: () => S;
  /** Lines come by date of service, then file and row; across claims and files. */
  readonly step: (state: S, line: LineView<N, R>, context: GroupContext<LineView<N, R>, N | R, M, O, D>) => void;
  readonly finish?: (state: S, context: GroupContext<LineView<N, R>, N | R, M, O, D>) => void;
}

export interface HistoryRule extends RuleAbout, LineInputs<LineKey, LineKey> {
  readonly scope: "history";
  readonly per: HistoryKey;
  readonly start: () => unknown;
  readonly step: (state: unknown, line: ClaimLine, context: AnyGroupContext) => void;
  readonly finish?: (state: unknown, context: AnyGroupContext) => void;
}

/** A fold over the service lines of one patient (and day), across claims and files. */
export function historyRule<
  S,
  const N extends LineKey,
  const M extends string,
  const R extends LineKey = never,
  const O extends OptionTable = Record<never, never>,
  const D extends DataTable = Record<never, never>,
>(definition: HistoryRuleDefinition<S, N, R, M, O, D>): HistoryRule {
  return { ...definition, scope: "history" } as unknown as HistoryRule;
}

export type Rule = FileRule | ValueRule | LineRule | ClaimRule | HistoryRule;

/** A text made by a rule from a cell of a private column; it carries the privacy of that cell. */
export function privately(text: string, like: { readonly privacy: Privacy }): { text: string; privacy: Privacy } {
  return { text, privacy: like.privacy };
}
