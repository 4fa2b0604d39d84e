import type { ClaimLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/values.ts";

/** The span of service dates a table speaks about, both ends included. */
export interface Coverage {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * One published table. A rule declares it under `data`; where it is not installed the rule is reported as not run.
 * `Lookup` is what the rule gets.
 */
export interface DataSet<Lookup> {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** What may be done with the table. */
  readonly licence: string;
  /** The command that installs it. */
  readonly install: string;
  /**
   * The lines the table speaks about (the practitioner tables of NCCI say nothing about a hospital's lines). A rule does
   * without it on the others, where the lookup may be missing altogether. All lines, if left out.
   */
  readonly concerns?: (line: Pick<ClaimLine, "form" | "procedure">) => boolean;
  /** Builds the lookup from an example's plain rows, so that a rule's examples need no file. */
  readonly fromExample: (rows: unknown) => Lookup;
  /** How publisher's files become a compiled table and a lookup; none for a list that is built in. */
  readonly stored?: StoredTable<Lookup>;
}

/**
 * The way of a table: publisher's files → `recognise` each → `compile` them, together with what is installed, into
 * sections of numbers → (the reference room writes, verifies and renames) → `open` over the typed views.
 * Pure and without Node: files come in as `SourceFile`, the compiled table as `Table`.
 */
export interface StoredTable<Lookup> {
  /** Goes up when the meaning of a section changes: an older compiled table is then refused, and added again. */
  readonly version: number;
  /** The part this file plays for the data set, told by its content; undefined where it plays none. Must be cheap. */
  readonly recognise: (source: SourceFile) => string | undefined;
  /** Throws an `InputError` with the line where a file is not what it says, is cut short or has a bad row. */
  readonly compile: (parts: readonly SourcePart[], installed: Table | undefined, options: CompileOptions) => TableDraft;
  readonly open: (table: Table) => Lookup;
  /**
   * Every row as a key and a value in words, in ascending order of key (code units); of one release where it is
   * named. For `data diff` and for the summary of what an import changed.
   */
  readonly entries: (table: Table, release?: string) => Iterable<readonly [key: string, value: string]>;
}

/** A record of a delimited text, or a row of the first worksheet: `line` is the physical line, or the sheet's row. */
export interface SourceRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface XmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** One file as a publisher delivered it, out of its zip. Nothing is kept: each call reads again. */
export interface SourceFile {
  /** For messages: the path as given, and the member inside it (`a.zip > b.txt`). */
  readonly where: string;
  /** File name without folders. */
  readonly name: string;
  /** Name of the zip or folder the file lay in. */
  readonly container: string | undefined;
  readonly kind: "text" | "workbook";
  /** The first 16 KiB of a text, one character per byte; empty for a workbook. */
  readonly head: string;
  /** The file the user gave, as it goes into the manifest. */
  readonly origin: SourceOrigin;
  readonly bytes: () => Uint8Array;
  /** UTF-8 where it is valid, else Latin-1; without byte order mark. */
  readonly text: () => string;
  /** Comma separated by default; a workbook's first sheet with its cells as stored text (a date is its serial). */
  readonly records: (delimiter?: string) => Iterable<SourceRecord>;
  readonly xml: (handler: XmlHandler) => void;
}

export interface SourceOrigin {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface SourcePart {
  readonly source: SourceFile;
  readonly role: string;
}

export interface CompileOptions {
  /** `--release`: what the files are, where neither their content nor their names say it. */
  readonly release: string | undefined;
}

export interface Release extends Coverage {
  readonly name: string;
  readonly rows: number;
  readonly sources: readonly SourceOrigin[];
  /** What a reader of `data list` should know about it. */
  readonly note?: string;
}

export type Section = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** A compiled table before it is written. The same files give the same draft, in whatever order they are added. */
export interface TableDraft {
  /** Ascending by first day. */
  readonly releases: readonly Release[];
  /** Days on which the absence of a row means something; merged, ascending. */
  readonly coverage: readonly Coverage[];
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  readonly sections: Readonly<Record<string, Section>>;
  /** Small facts the lookup needs besides the sections; plain JSON. */
  readonly meta: unknown;
}

/** A compiled table: typed views over one buffer, nothing decoded. Asking for a section that is not there throws. */
export interface Table {
  readonly releases: readonly Release[];
  readonly coverage: readonly Coverage[];
  readonly meta: unknown;
  readonly u8: (section: string) => Uint8Array;
  readonly u16: (section: string) => Uint16Array;
  readonly u32: (section: string) => Uint32Array;
  readonly i32: (section: string) => Int32Array;
  readonly f64: (section: string) => Float64Array;
}

export interface OptionalDataSet<Lookup> {
  readonly optional: DataSet<Lookup>;
}

/** A table the rule uses when it is there, and does without when it is not (with less to say). */
export function optional<Lookup>(dataSet: DataSet<Lookup>): OptionalDataSet<Lookup> {
  return { optional: dataSet };
}

export type DataTable = Readonly<
  Record<string, DataSet<never> | OptionalDataSet<never> | DataSet<unknown> | OptionalDataSet<unknown>>
>;

export type DataValues<T extends DataTable> = {
  readonly [K in keyof T]: T[K] extends DataSet<infer L>
    ? L
    : T[K] extends OptionalDataSet<infer L>
      ? L | undefined
      : never;
};

/** An installed table: its lookup and the dates it covers. */
export interface InstalledData {
  readonly id: string;
  readonly lookup: unknown;
  readonly coverage: readonly Coverage[];
}

/** The table behind an entry of a rule's `data`, whether the rule can do without it or not. */
export function tableOf(declared: DataTable[string]): DataSet<unknown> {
  return ("optional" in declared ? declared.optional : declared) as DataSet<unknown>;
}

/** The tables without which a rule cannot run: each of these, and one of each list of alternatives. */
export function neededTables(rule: {
  readonly data?: DataTable;
  readonly anyOf?: readonly string[];
}): readonly (readonly DataSet<unknown>[])[] {
  const entries = Object.entries(rule.data ?? {});
  const alone = entries.flatMap(([, d]) => ("optional" in d ? [] : [[tableOf(d)]]));
  const one = entries.flatMap(([name, d]) => ("optional" in d && rule.anyOf?.includes(name) ? [tableOf(d)] : []));
  return one.length > 0 ? [...alone, one] : alone;
}
