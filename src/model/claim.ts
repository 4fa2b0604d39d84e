import type { ColumnSet } from "./column-set.ts";
import type { CellOf, FieldOf, LineKey } from "./columns.ts";
import type { CalendarDate, DateFormat, DiagnosisCode } from "./values.ts";

export type LineFields = { readonly [K in LineKey]: FieldOf<K> };

/** 837P/CMS-1500, 837I/UB-04, 837D/ADA; vision and pharmacy exports are read as `other`. */
export type ClaimForm = "professional" | "institutional" | "dental" | "other";

/** The payer profile a line is checked under. `generic` where the payer is not known. */
export type PayerKind = "medicare" | "medicaid" | "commercial" | "generic";

export interface LineRef {
  /** Index of the input file in the run, from 0. */
  readonly file: number;
  /** Record number in the file, from 1, the header not counted. */
  readonly row: number;
}

/** One service line of a claim. */
export interface ClaimLine extends LineFields {
  readonly ref: LineRef;
  readonly form: ClaimForm;
  readonly payerKind: PayerKind;
}

/** A line as the engine takes it: with what decides, in a few operations, which rules can judge it. */
export interface MarkedLine extends ClaimLine {
  /** Columns that hold something. */
  readonly held: ColumnSet;
  /** Columns that hold something well formed; of a repeated one, some slot does. */
  readonly sound: ColumnSet;
  /** Equal procedure values have equal numbers, over all files of a run; 0 where there is none. */
  readonly procedureNumber: number;
}

export interface Claim {
  /** Undefined where the line has no claim id; such a line is a claim of its own. */
  readonly id: string | undefined;
  /** In file order, then row order. */
  readonly lines: readonly MarkedLine[];
}

/** What the input knows of one file once it is read: the food of `file` rules and of `inspect`. */
export interface FileFacts {
  readonly index: number;
  /** As given on the command line; `-` or the `--stdin-filename` for standard input. */
  readonly path: string;
  readonly encoding: string;
  readonly bom: boolean;
  readonly delimiter: string;
  readonly rows: number;
  readonly headers: readonly string[];
  /** Which column of the file (from 0) feeds which field. */
  readonly mapping: readonly MappedColumn[];
  /** Required fields that no column feeds, with the nearest header found. */
  readonly missing: readonly { readonly key: LineKey; readonly closest?: string; readonly score?: number }[];
  /** Records with more or fewer cells than the header. They are not checked further. */
  readonly ragged: readonly RaggedRecord[];
  /** Cells in which a quote stands where RFC 4180 has none. */
  readonly strayQuotes: readonly { readonly row: number; readonly column: number }[];
  readonly dateColumns: readonly DateColumn[];
}

export interface MappedColumn {
  readonly key: LineKey;
  readonly slot: number;
  /** Index of the column in the file, from 0. */
  readonly column: number;
  readonly header: string;
  readonly how: "exact" | "synonym" | "similar" | "map";
  /** Something the user should know about this mapping (a bare `npi` read as the rendering provider's). */
  readonly note?: string;
}

export interface RaggedRecord {
  readonly row: number;
  readonly line: number;
  readonly width: number;
  readonly expected: number;
}

export interface DateColumn {
  readonly key: LineKey;
  readonly column: number;
  readonly header: string;
  /** The format the column is read in; undefined where it holds no date at all. */
  readonly format: DateFormat | undefined;
  /** Formats that stand in the column beside `format`, with the first row of each. */
  readonly others: readonly { readonly format: DateFormat; readonly row: number; readonly count: number }[];
  /** Every value fits MM/DD/YYYY and DD/MM/YYYY alike, and they mean different days. */
  readonly ambiguous: boolean;
}

export type LinkedBy = "pointer" | "line" | "claim";

/**
 * The diagnoses that belong to a line: those its pointers name; else the export's own line diagnosis;
 * else, as nothing better is known, all of the claim's. A message must say which (`by`).
 */
export function linkedDiagnoses(line: Pick<LineFields, "diagnoses" | "pointers" | "lineDiagnosis">): {
  readonly by: LinkedBy;
  readonly diagnoses: readonly DiagnosisCode[];
} {
  const positions = pointerPositions(line);
  if (positions.length > 0) {
    const pointed = positions.map((p) => line.diagnoses[p - 1]).filter((d) => d !== undefined);
    if (pointed.length > 0) return { by: "pointer", diagnoses: pointed };
  }
  if (line.lineDiagnosis) return { by: "line", diagnoses: [line.lineDiagnosis] };
  return { by: "claim", diagnoses: line.diagnoses.filter((d) => d !== undefined) };
}

/** 1-based positions named by all pointer cells of a line, in order. */
export function pointerPositions(line: Pick<LineFields, "pointers">): readonly number[] {
  const { pointers } = line;
  return pointers.length === 1
    ? (pointers[0]?.positions ?? [])
    : pointers.flatMap((pointer) => pointer?.positions ?? []);
}

/**
 * One line for each different diagnosis list of a claim. 837P has one list per claim, and most exports repeat it on
 * every line; a rule about the list looks at each list once, so that one cause gives one finding.
 */
export function linesByDiagnosisList<L extends Pick<LineFields, "diagnoses">>(lines: readonly L[]): readonly L[] {
  // Neighbours that agree share one array: most claims are told by comparing references.
  const distinct = lines.filter((line, i) => i === 0 || line.diagnoses !== lines[i - 1]!.diagnoses);
  if (distinct.length < 2) return distinct;
  const seen = new Map<string, L>();
  for (const line of distinct) {
    const list = line.diagnoses.map((d) => d?.code ?? "").join("|");
    if (!seen.has(list)) seen.set(list, line);
  }
  return [...seen.values()];
}

/** The well-formed modifier codes of a line, in slot order. */
export function modifierCodes(line: Pick<LineFields, "modifiers">): readonly string[] {
  const codes: string[] = [];
  for (const modifier of line.modifiers) if (modifier?.ok) codes.push(modifier.code);
  return codes;
}

/** The slot of a modifier on a line, −1 where it is not there. */
export function modifierSlot(line: Pick<LineFields, "modifiers">, code: string): number {
  return line.modifiers.findIndex((m) => m?.ok && m.code === code);
}

/** Every modifier cell is blank or two characters: only then can a rule say that a modifier is missing. */
export function modifiersReadable(line: Pick<LineFields, "modifiers">): boolean {
  return line.modifiers.every((modifier) => modifier?.ok !== false);
}

/** The calendar date of a date value that the engine has found usable. */
export function daysOf(value: CellOf<"serviceFrom">): CalendarDate {
  if (value.days === undefined) throw new Error("a date that is not one reached a rule");
  return value.days;
}
