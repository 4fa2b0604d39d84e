import { payerKindOf } from "../codes/payer.ts";
import type { ClaimForm, FileFacts, LineRef, MappedColumn, MarkedLine, PayerKind } from "../model/claim.ts";
import { COLUMN_INDEX, type ColumnSet, columnSet } from "../model/column-set.ts";
import { COLUMNS, LINE_KEYS, type LineKey } from "../model/columns.ts";
import type { CellValue, DateFormat, TextValue } from "../model/values.ts";
import type { GrowingInts, GrowingShorts } from "./growing.ts";
import { FLAGGED, HELD, SOUND, type ValueTable } from "./values.ts";

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

export interface LayoutColumn extends MappedColumn {
  readonly table: ValueTable;
}

/** The columns of the file that feed one field, side by side in the layout. */
interface LayoutField {
  readonly index: number;
  readonly low: number;
  readonly high: number;
  readonly repeated: boolean;
  /** Of the first column in the layout; one more than the last. */
  readonly from: number;
  readonly to: number;
}

interface LineStore {
  /** Numbers of values, one row of the file after the other, in the order of the layout. */
  readonly ids: GrowingInts;
  /** Where each cell starts on its line, unless it is among `odd`. */
  readonly starts: GrowingShorts;
  readonly lineNumbers: GrowingInts;
  /** Positions of cells that do not follow from `starts` and the length of their text. */
  readonly odd: ReadonlyMap<number, CellPosition>;
  readonly headerPositions: readonly CellPosition[];
  /** What stands in ragged records where the claim id should be. */
  readonly doubtfulClaims: ReadonlySet<string>;
}

const NO_SLOTS: readonly undefined[] = [];
const EMPTY_FIELDS: readonly unknown[] = LINE_KEYS.map((key) => (COLUMNS[key].slots > 1 ? NO_SLOTS : undefined));

/** One array of fields behind getters: every line has the same shape, whatever columns its file has. */
class StoredLine {
  readonly fields: readonly unknown[];
  readonly ref: LineRef;
  readonly form: ClaimForm;
  readonly payerKind: PayerKind;
  readonly held: ColumnSet;
  readonly sound: ColumnSet;
  readonly procedureNumber: number;

  constructor(
    fields: readonly unknown[],
    ref: LineRef,
    form: ClaimForm,
    payerKind: PayerKind,
    held: ColumnSet,
    sound: ColumnSet,
    procedureNumber: number,
  ) {
    this.fields = fields;
    this.ref = ref;
    this.form = form;
    this.payerKind = payerKind;
    this.held = held;
    this.sound = sound;
    this.procedureNumber = procedureNumber;
  }
}
LINE_KEYS.forEach((key, index) => {
  Object.defineProperty(StoredLine.prototype, key, {
    get(this: StoredLine) {
      return this.fields[index];
    },
  });
});

/**
 * All lines of one file, as numbers of interned values plus where each cell stands: six bytes a mapped cell, so that a
 * million lines fit in memory. Lines are made into objects only when a rule is to see them.
 */
export class FileLines {
  readonly index: number;
  readonly facts: FileFacts;
  readonly #layout: readonly LayoutColumn[];
  readonly #fields: readonly LayoutField[];
  readonly #options: ReadOptions;
  readonly #store: LineStore;
  /** Rows that are ragged records: they keep their row number but are no lines. */
  readonly #ragged: ReadonlySet<number>;
  readonly #procedureColumn: number;
  readonly #payerKinds = new Map<TextValue, PayerKind>();
  /** The slots of each repeated field on the line made last, and their numbers: neighbours often agree. */
  readonly #lastSlots: { readonly numbers: Int32Array; slots: readonly unknown[]; sound: boolean }[];

  constructor(
    index: number,
    facts: FileFacts,
    layout: readonly LayoutColumn[],
    options: ReadOptions,
    store: LineStore,
  ) {
    this.index = index;
    this.facts = facts;
    this.#layout = layout;
    this.#options = options;
    this.#store = store;
    this.#ragged = new Set(facts.ragged.map((r) => r.row));
    const keys = [...new Set(layout.map(({ key }) => key))];
    this.#fields = keys.map((key) => {
      const from = layout.findIndex((c) => c.key === key);
      const to = layout.findLastIndex((c) => c.key === key) + 1;
      return { index: COLUMN_INDEX[key], ...columnSet([key]), repeated: COLUMNS[key].slots > 1, from, to };
    });
    this.#lastSlots = this.#fields.map(({ from, to }) => ({
      numbers: new Int32Array(to - from),
      slots: NO_SLOTS,
      sound: false,
    }));
    this.#procedureColumn = layout.findIndex((c) => c.key === "procedure");
  }

  get rows(): number {
    return this.facts.rows;
  }

  /** The claim ids that ragged records may have, trimmed: such a claim is perhaps not complete. */
  doubtfulClaims(): ReadonlySet<string> {
    const ids = new Set(this.#store.doubtfulClaims);
    // A surplus empty cell shows only once the file has been read: the cells of such a record were kept.
    for (const row of this.#ragged) ids.add((this.cell(row, "claimId") as TextValue | undefined)?.trimmed ?? "");
    ids.delete("");
    return ids;
  }

  isLine(row: number): boolean {
    return !this.#ragged.has(row);
  }

  has(key: LineKey): boolean {
    return this.#layout.some((column) => column.key === key);
  }

  /** The value of one cell, blank ones included; undefined where the file has no such column. */
  cell(row: number, key: LineKey, slot = 0): CellValue | undefined {
    const i = this.#column(key, slot);
    return i < 0 ? undefined : this.#valueAt(row, i);
  }

  /** Puts another text into a cell, as a repair does. Positions stay those of the file as it was read. */
  rewrite(row: number, key: LineKey, slot: number, text: string): void {
    const i = this.#column(key, slot);
    this.#store.ids.set((row - 1) * this.#layout.length + i, this.#layout[i]!.table.internText(text));
  }

  /** The number of a cell's text among the texts of its column, 0 for an empty one; −1 without such a column. */
  number(row: number, key: LineKey): number {
    const i = this.#column(key, 0);
    return i < 0 ? -1 : this.#numberAt(row, i);
  }

  /** The table of a column's values. */
  table(key: LineKey): ValueTable | undefined {
    return this.#layout[this.#column(key, 0)]?.table;
  }

  /** The tables of all columns of the file. */
  tables(): ReadonlySet<ValueTable> {
    return new Set(this.#layout.map(({ table }) => table));
  }

  /** Calls back for every cell of a line that holds something. */
  eachCell(row: number, visit: (table: ValueTable, number: number, key: LineKey, slot: number) => void): void {
    for (let i = 0; i < this.#layout.length; i++) {
      const { table, key, slot } = this.#layout[i]!;
      const number = this.#numberAt(row, i);
      if (table.marks[number]! & HELD) visit(table, number, key, slot);
    }
  }

  /** Does some cell of the line hold a value that a value rule has marked? */
  hasFlagged(row: number): boolean {
    const { ids } = this.#store;
    const base = (row - 1) * this.#layout.length;
    for (let i = 0; i < this.#layout.length; i++) {
      if (this.#layout[i]!.table.marks[ids.at(base + i)]! & FLAGGED) return true;
    }
    return false;
  }

  line(row: number): MarkedLine {
    const { ids } = this.#store;
    const base = (row - 1) * this.#layout.length;
    const fields = EMPTY_FIELDS.slice();
    let [heldLow, heldHigh, soundLow, soundHigh] = [0, 0, 0, 0];
    for (let f = 0; f < this.#fields.length; f++) {
      const { index, low, high, repeated, from, to } = this.#fields[f]!;
      let sound = false;
      if (!repeated) {
        const number = ids.at(base + from);
        const { table } = this.#layout[from]!;
        const marks = table.marks[number]!;
        if ((marks & HELD) === 0) continue;
        fields[index] = table.value(number);
        sound = (marks & SOUND) !== 0;
      } else {
        const last = this.#lastSlots[f]!;
        let same = true;
        for (let i = from; i < to; i++) {
          const number = ids.at(base + i);
          if (last.numbers[i - from] === number) continue;
          last.numbers[i - from] = number;
          same = false;
        }
        if (!same) this.#makeSlots(last, from);
        if (last.slots.length === 0) continue;
        fields[index] = last.slots;
        sound = last.sound;
      }
      heldLow |= low;
      heldHigh |= high;
      if (sound) {
        soundLow |= low;
        soundHigh |= high;
      }
    }
    const procedureNumber = this.#procedureColumn < 0 ? 0 : ids.at(base + this.#procedureColumn);
    return new StoredLine(
      fields,
      { file: this.index, row },
      this.#options.form ?? formOf(fields),
      this.#options.payer ?? this.#payerKind((fields[PAYER] ?? fields[PLAN]) as TextValue | undefined),
      { low: heldLow, high: heldHigh },
      { low: soundLow, high: soundHigh },
      procedureNumber,
    ) as unknown as MarkedLine;
  }

  #makeSlots(last: { readonly numbers: Int32Array; slots: readonly unknown[]; sound: boolean }, from: number): void {
    const slots: (CellValue | undefined)[] = [];
    last.sound = false;
    last.numbers.forEach((number, offset) => {
      const { table, slot } = this.#layout[from + offset]!;
      const marks = table.marks[number]!;
      if ((marks & HELD) === 0) return;
      while (slots.length < slot) slots.push(undefined);
      slots[slot] = table.value(number);
      if (marks & SOUND) last.sound = true;
    });
    last.slots = slots;
  }

  /** Where a cell stands. Without a column (or a key) the place is the start of the record. */
  position(row: number, key: LineKey | undefined, slot = 0): CellPosition & { readonly column0: number | undefined } {
    const i = key === undefined ? -1 : this.#column(key, slot);
    const line = this.#store.lineNumbers.at(row - 1);
    if (i < 0) return { line, column: 1, endLine: line, endColumn: 1, column0: undefined };
    const at = (row - 1) * this.#layout.length + i;
    const column0 = this.#layout[i]!.column;
    const odd = this.#store.odd.get(at);
    if (odd !== undefined) return { ...odd, column0 };
    const column = this.#store.starts.at(at);
    return { line, column, endLine: line, endColumn: column + this.#valueAt(row, i).text.length, column0 };
  }

  /** Where a column of the file stands in a record, mapped or not; `line` where the record itself was not kept. */
  place(row: number, column: number | undefined, line?: number): CellPosition {
    if (row === 0) return this.#store.headerPositions[column ?? 0] ?? { line: 1, column: 1, endLine: 1, endColumn: 1 };
    const mapped = column === undefined ? undefined : this.#layout.find((c) => c.column === column);
    if (mapped !== undefined) return this.position(row, mapped.key, mapped.slot);
    const at = line ?? this.#store.lineNumbers.at(row - 1);
    return { line: at, column: 1, endLine: at, endColumn: 1 };
  }

  header(key: LineKey, slot = 0): string | undefined {
    return this.#layout.find((c) => c.key === key && c.slot === slot)?.header;
  }

  #column(key: LineKey, slot: number): number {
    return this.#layout.findIndex((c) => c.key === key && c.slot === slot);
  }

  #numberAt(row: number, i: number): number {
    return this.#store.ids.at((row - 1) * this.#layout.length + i);
  }

  #valueAt(row: number, i: number): CellValue {
    return this.#layout[i]!.table.value(this.#numberAt(row, i));
  }

  #payerKind(payer: TextValue | undefined): PayerKind {
    if (payer === undefined) return "generic";
    let kind = this.#payerKinds.get(payer);
    if (kind === undefined) {
      kind = this.#options.payers.get(payer.trimmed.toLowerCase()) ?? payerKindOf(payer.trimmed);
      this.#payerKinds.set(payer, kind);
    }
    return kind;
  }
}

const PAYER = COLUMN_INDEX.payer;
const PLAN = COLUMN_INDEX.plan;
const CLAIM_TYPE = COLUMN_INDEX.claimType;
const TYPE_OF_BILL = COLUMN_INDEX.typeOfBill;
const REVENUE_CODE = COLUMN_INDEX.revenueCode;

/** What claim type columns hold: words, form names, and the NCH claim type codes of CMS research files. */
const CLAIM_TYPES: readonly (readonly [ClaimForm, RegExp])[] = [
  ["professional", /^(p|prof.*|physician.*|carrier.*|dme.*|837p|cms-?1500|hcfa.*|1500|7[12]|8[12])$/],
  ["institutional", /^(i|inst.*|facility.*|hospital.*|inpatient.*|outpatient.*|837i|ub.*|[1-5]0|6[0-4])$/],
  ["dental", /^(d|dent.*|837d|ada.*)$/],
  ["other", /^(vision.*|pharm.*|rx.*)$/],
];

/** The form of a claim line: the claim type column if it says so, else UB-04 fields, else the professional claim. */
function formOf(fields: readonly unknown[]): ClaimForm {
  const type = (fields[CLAIM_TYPE] as TextValue | undefined)?.trimmed.toLowerCase();
  const named = type === undefined ? undefined : CLAIM_TYPES.find(([, words]) => words.test(type));
  if (named !== undefined) return named[0];
  return fields[TYPE_OF_BILL] || fields[REVENUE_CODE] ? "institutional" : "professional";
}
