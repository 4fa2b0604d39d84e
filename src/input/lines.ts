import { payerKindOf } from "../codes/payer.ts";
import type {
  ClaimForm,
  ClaimLine,
  DateColumn,
  FileFacts,
  MappedColumn,
  PayerKind,
  RaggedRecord,
} from "../model/claim.ts";
import { COLUMNS, LINE_KEYS, type LineKey } from "../model/columns.ts";
import type { CellValue, DateFormat, TextValue } from "../model/values.ts";
import { decideDateColumn } from "./dates.ts";
import { mapHeader } from "./header.ts";
import { openFile, type RecordBlock } from "./records.ts";
import type { SourceOptions } from "./source.ts";
import { DateTable, ValueTable } from "./values.ts";

export interface ReadOptions {
  /** `--map FIELD=HEADER`, in the order given. */
  readonly map: readonly (readonly [field: string, header: string])[];
  readonly dateFormat: DateFormat | undefined;
  /** `--profile`: the form of every line; worked out per line where left out. */
  readonly form: ClaimForm | undefined;
  /** The payer profile of every line; worked out from the payer column where left out. */
  readonly payer: PayerKind | undefined;
  /** Payer names of the configuration, compared without case, and the profile each stands for. */
  readonly payers: ReadonlyMap<string, PayerKind>;
  readonly asOf: number;
}

export interface CellPosition {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Tables shared by all files of a run: the same code in two files is the same value. Dates are apart (formats differ). */
export class SharedValues {
  readonly #tables = new Map<LineKey, ValueTable>();

  table(key: LineKey): ValueTable {
    let table = this.#tables.get(key);
    if (table === undefined) {
      table = new ValueTable(key);
      this.#tables.set(key, table);
    }
    return table;
  }
}

interface LayoutColumn extends MappedColumn {
  readonly table: ValueTable;
}

const NO_SLOTS: readonly undefined[] = [];
const EMPTY_LINE = Object.fromEntries(LINE_KEYS.map((key) => [key, COLUMNS[key].slots > 1 ? NO_SLOTS : undefined]));

/**
 * All lines of one file, as numbers of interned values plus where each cell stands: about seven bytes a mapped cell, so
 * that a million lines fit in memory. Lines are made into objects only when a rule is to see them.
 */
export class FileLines {
  readonly index: number;
  readonly facts: FileFacts;
  readonly #layout: readonly LayoutColumn[];
  readonly #options: ReadOptions;
  readonly #ids: GrowableInts;
  readonly #starts: GrowableInts;
  readonly #lineNumbers: GrowableInts;
  /** Positions of the cells of records that hold line breaks or quotes, by `row * width + layout index`. */
  readonly #odd: Map<number, CellPosition>;
  readonly #headerPositions: readonly CellPosition[];
  /** Rows that are ragged records: they keep their row number but are no lines. */
  readonly #ragged: ReadonlySet<number>;

  constructor(
    index: number,
    facts: FileFacts,
    layout: readonly LayoutColumn[],
    options: ReadOptions,
    store: {
      ids: GrowableInts;
      starts: GrowableInts;
      lineNumbers: GrowableInts;
      odd: Map<number, CellPosition>;
      headerPositions: readonly CellPosition[];
    },
  ) {
    this.index = index;
    this.facts = facts;
    this.#layout = layout;
    this.#options = options;
    this.#ids = store.ids;
    this.#starts = store.starts;
    this.#lineNumbers = store.lineNumbers;
    this.#odd = store.odd;
    this.#headerPositions = store.headerPositions;
    this.#ragged = new Set(facts.ragged.map((r) => r.row));
  }

  get rows(): number {
    return this.facts.rows;
  }

  isLine(row: number): boolean {
    return !this.#ragged.has(row);
  }

  has(key: LineKey): boolean {
    return this.#layout.some((column) => column.key === key);
  }

  /** The value of one cell, blank ones included; undefined where the file has no such column. */
  cell(row: number, key: LineKey, slot = 0): CellValue | undefined {
    const i = this.#layout.findIndex((c) => c.key === key && c.slot === slot);
    return i < 0 ? undefined : this.#valueAt(row, i);
  }

  /** Calls back for every cell of a line that holds something. */
  eachCell(row: number, visit: (table: ValueTable, number: number, key: LineKey, slot: number) => void): void {
    const base = (row - 1) * this.#layout.length;
    for (let i = 0; i < this.#layout.length; i++) {
      const column = this.#layout[i]!;
      const number = this.#ids.at(base + i);
      if (number !== 0 && !column.table.values[number]!.blank) visit(column.table, number, column.key, column.slot);
    }
  }

  line(row: number): ClaimLine {
    const line: Record<string, unknown> = { ...EMPTY_LINE };
    for (let i = 0; i < this.#layout.length; i++) {
      const value = this.#valueAt(row, i);
      if (value.blank) continue;
      const { key, slot } = this.#layout[i]!;
      if (COLUMNS[key].slots === 1) line[key] = value;
      else {
        const slots = line[key] === NO_SLOTS ? [] : (line[key] as (CellValue | undefined)[]);
        while (slots.length < slot) slots.push(undefined);
        slots[slot] = value;
        line[key] = slots;
      }
    }
    const made = line as unknown as ClaimLine;
    line["ref"] = { file: this.index, row };
    line["form"] = this.#options.form ?? formOf(made);
    line["payerKind"] = this.#options.payer ?? this.#payerKind(made.payer ?? made.plan);
    return made;
  }

  /** Where a cell stands. Without a column (or a key) the place is the start of the record. */
  position(row: number, key: LineKey | undefined, slot = 0): CellPosition & { readonly column0: number | undefined } {
    const i = key === undefined ? -1 : this.#layout.findIndex((c) => c.key === key && c.slot === slot);
    const line = this.#lineNumbers.at(row - 1);
    if (i < 0) return { line, column: 1, endLine: line, endColumn: 1, column0: undefined };
    const at = (row - 1) * this.#layout.length + i;
    const column0 = this.#layout[i]!.column;
    const odd = this.#odd.get(at);
    if (odd !== undefined) return { ...odd, column0 };
    const column = this.#starts.at(at);
    return { line, column, endLine: line, endColumn: column + this.#valueAt(row, i).text.length, column0 };
  }

  /** Where a column of the file stands in a record, mapped or not; `line` where the record itself was not kept. */
  place(row: number, column: number | undefined, line?: number): CellPosition {
    if (row === 0) return this.#headerPositions[column ?? 0] ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const mapped = column === undefined ? undefined : this.#layout.find((c) => c.column === column);
    if (mapped !== undefined) return this.position(row, mapped.key, mapped.slot);
    const at = line ?? this.#lineNumbers.at(row - 1);
    return { line: at, column: 1, endLine: at, endColumn: 1 };
  }

  header(key: LineKey, slot = 0): string | undefined {
    return this.#layout.find((c) => c.key === key && c.slot === slot)?.header;
  }

  #valueAt(row: number, i: number): CellValue {
    return this.#layout[i]!.table.values[this.#ids.at((row - 1) * this.#layout.length + i)]!;
  }

  #payerKind(payer: TextValue | undefined): PayerKind {
    if (payer === undefined) return "generic";
    return this.#options.payers.get(payer.trimmed.toLowerCase()) ?? payerKindOf(payer.trimmed);
  }
}

/** The form of a claim line: the claim type column if it says so, else UB-04 fields, else the professional claim. */
function formOf(line: ClaimLine): ClaimForm {
  const type = line.claimType?.trimmed.toLowerCase();
  if (type !== undefined) {
    if (/^(p|prof|professional|837p|cms-?1500|hcfa|1500|71|72|81|82)/.test(type)) return "professional";
    if (/^(i|inst|institutional|facility|837i|ub-?04|ub|inpatient|outpatient|10|20|30|40|50|60)/.test(type))
      return "institutional";
    if (/^(d|dental|837d|ada)/.test(type)) return "dental";
    if (/^(vision|pharmacy|rx)/.test(type)) return "other";
  }
  return line.typeOfBill || line.revenueCode ? "institutional" : "professional";
}

/** An array of whole numbers that grows without copying what it holds. */
class GrowableInts {
  static readonly #SHIFT = 16;
  readonly #chunks: Int32Array[] = [];

  set(index: number, value: number): void {
    const chunk = index >>> GrowableInts.#SHIFT;
    while (this.#chunks.length <= chunk) this.#chunks.push(new Int32Array(1 << GrowableInts.#SHIFT));
    this.#chunks[chunk]![index & 0xffff] = value;
  }

  at(index: number): number {
    return this.#chunks[index >>> GrowableInts.#SHIFT]?.[index & 0xffff] ?? 0;
  }
}

/**
 * Reads one file to its end. `onValue` is told of every distinct value once the whole file is read (dates resolved).
 * Errors: `InputError` with the place.
 */
export async function readLines(
  index: number,
  source: SourceOptions,
  options: ReadOptions,
  shared: SharedValues,
  onProgress?: (rows: number, bytes: number) => void,
): Promise<FileLines> {
  const opened = await openFile(source);
  const headers = opened.header.cells;
  const header = mapHeader(headers, options.map);
  const layout: LayoutColumn[] = header.mapping.map((column) => ({
    ...column,
    table: COLUMNS[column.key].kind === "date" ? new DateTable(column.key) : shared.table(column.key),
  }));
  const ids = new GrowableInts();
  const starts = new GrowableInts();
  const lineNumbers = new GrowableInts();
  const odd = new Map<number, CellPosition>();
  const ragged: RaggedRecord[] = [];
  const strayQuotes: { row: number; column: number }[] = [];
  let rows = 0;
  let bytes = 0;

  const take = (block: RecordBlock) => {
    for (let record = 0; record < block.count; record++) {
      const row = block.firstRow + record;
      rows = row;
      lineNumbers.set(row - 1, block.line(record));
      const width = block.width(record);
      if (width !== headers.length && !onlyTrailingBlanks(block, record, headers.length)) {
        ragged.push({ row, line: block.line(record), width, expected: headers.length });
        continue;
      }
      const base = (row - 1) * layout.length;
      const plain = block.singleLine(record);
      for (let i = 0; i < layout.length; i++) {
        const { column, table } = layout[i]!;
        const text = column < width ? block.text(record, column) : "";
        const number = table.intern(text);
        ids.set(base + i, number);
        if (table instanceof DateTable) table.count(number, row);
        if (column >= width) continue;
        starts.set(base + i, block.startColumn(record, column));
        if (!plain || block.rawWidth(record, column) !== text.length) odd.set(base + i, block.position(record, column));
      }
    }
    for (const stray of block.strayQuotes)
      strayQuotes.push({ row: block.firstRow + stray.record, column: stray.column });
    if (block.count > 0) bytes = block.byteOffset(block.count - 1) + block.byteLength(block.count - 1);
    onProgress?.(rows, bytes);
  };
  for await (const block of opened.blocks()) take(block);

  const dateColumns = layout.flatMap((column): DateColumn[] => {
    const { table } = column;
    if (!(table instanceof DateTable)) return [];
    const held = table.values.flatMap((value, number) =>
      value.blank ? [] : [{ text: value.text, row: table.firstRows[number] ?? 0, count: table.counts[number] ?? 0 }],
    );
    const decided = decideDateColumn(held, options.dateFormat);
    table.resolve(decided.format, options.asOf);
    return [{ key: column.key, column: column.column, header: column.header, ...decided }];
  });

  const facts: FileFacts = {
    index,
    path: source.name ?? source.path,
    encoding: opened.encoding,
    bom: opened.bom,
    delimiter: opened.delimiter,
    rows,
    headers,
    mapping: header.mapping,
    missing: header.missing,
    ragged,
    strayQuotes,
    dateColumns,
  };
  return new FileLines(index, facts, layout, options, {
    ids,
    starts,
    lineNumbers,
    odd,
    headerPositions: opened.header.positions,
  });
}

/** `a,b,c,` under `a,b,c`: an export that ends every record with a delimiter. Nothing is lost by reading it. */
function onlyTrailingBlanks(block: RecordBlock, record: number, expected: number): boolean {
  const width = block.width(record);
  if (width < expected) return false;
  for (let column = expected; column < width; column++) if (block.text(record, column) !== "") return false;
  return width === expected + 1;
}
