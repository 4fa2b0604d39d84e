import type { Coverage, DataSet, Table } from "../contract/dataset.ts";
import { day, formatDate } from "../model/dates.ts";
import type { CalendarDate } from "../model/values.ts";
import { codeKey, keyText, lowerBound } from "./parts/code-key.ts";
import { compileHcpcs, draftOfHcpcs, type HcpcsMeta, NONE, provesAbsence } from "./parts/hcpcs-compile.ts";
import { type HcpcsRow, hcpcsRole } from "./parts/hcpcs-files.ts";
import { Strings } from "./parts/strings.ts";
import { memoryTable } from "./parts/tables.ts";

/** First and last day in force, both included; undefined where the publisher gives none. */
export interface HcpcsSpan {
  readonly from: CalendarDate | undefined;
  readonly to: CalendarDate | undefined;
}

export interface HcpcsStatus extends HcpcsSpan {
  /**
   * `valid`; `early`: it takes effect later; `ended`: it was discontinued before the day; `absent`: no installed release
   * of that time has it; `undated`: the code exists, but no installed release says whether it was in force on the day;
   * `not covered`: no installed release can tell.
   */
  readonly status: "valid" | "early" | "ended" | "undated" | "absent" | "not covered";
}

/** HCPCS Level II codes and modifiers by date of service. Codes go in trimmed and in capitals. */
export interface Hcpcs {
  readonly coverage: readonly Coverage[];
  /** Of a Level II code. CPT and CDT (D) codes are not in the file: `not covered`. */
  statusOn(code: string, date: CalendarDate): HcpcsStatus;
  /** Of a Level II modifier. CPT modifiers (two digits, `1P`, `P1` …) are not in the file: `not covered`. */
  modifierOn(modifier: string, date: CalendarDate): HcpcsStatus;
  /** When a code or modifier is or was in force; undefined for one that no installed release has. */
  span(code: string): HcpcsSpan | undefined;
  /** Cross references of the publisher: what to use instead. */
  successors(code: string): readonly string[];
  /** Long description; empty for D codes, whose text is the ADA's. */
  title(code: string): string | undefined;
}

const NOT_COVERED: HcpcsStatus = { status: "not covered", from: undefined, to: undefined };
const ABSENT: HcpcsStatus = { status: "absent", from: undefined, to: undefined };
const UNDATED: HcpcsStatus = { status: "undated", from: undefined, to: undefined };
const LEVEL_TWO = /^[A-CE-V]\d{4}$/;
const CPT_MODIFIER = /^(?:\d\d|[1-8]P|P[1-6])$/;

class HcpcsLookup implements Hcpcs {
  readonly coverage: readonly Coverage[];
  readonly #table: Table;
  readonly #meta: HcpcsMeta;
  readonly #code: Uint32Array;
  readonly #added: Int32Array;
  readonly #ended: Int32Array;
  readonly #present: Uint32Array;
  readonly #words: number;
  readonly #proves: readonly boolean[];
  #strings: Strings | undefined;

  constructor(table: Table) {
    this.#table = table;
    this.coverage = table.coverage;
    this.#meta = table.meta as HcpcsMeta;
    this.#code = table.u32("code");
    this.#added = table.i32("added");
    this.#ended = table.i32("ended");
    this.#present = table.u32("present");
    this.#proves = this.#meta.releases.map((release, _, all) => provesAbsence(release, all));
    this.#words = Math.ceil(this.#meta.releases.length / 32);
  }

  statusOn(code: string, date: CalendarDate): HcpcsStatus {
    return LEVEL_TWO.test(code) ? this.#statusOn(code, date, false) : NOT_COVERED;
  }

  modifierOn(modifier: string, date: CalendarDate): HcpcsStatus {
    return modifier.length !== 2 || CPT_MODIFIER.test(modifier) ? NOT_COVERED : this.#statusOn(modifier, date, true);
  }

  #statusOn(code: string, date: CalendarDate, modifier: boolean): HcpcsStatus {
    const row = this.#row(code);
    const { releases } = this.#meta;
    let result = NOT_COVERED;
    // Newest first: it knows best, but a code it has dropped may stand in the release of the day.
    for (let i = releases.length - 1; i >= 0; i--) {
      const { from, to, list } = releases[i]!;
      if (date > to || (list && modifier)) continue;
      const has = row >= 0 && ((this.#present[row * this.#words + (i >> 5)]! >>> (i & 31)) & 1) === 1;
      // Dates of its own count for any day up to the end of the release, also before the release reaches back.
      if (has && !list) return this.#byDates(row, date);
      if (date < from || !this.#proves[i]) continue;
      if (has) result = UNDATED;
      else if (result !== UNDATED) result = ABSENT;
    }
    // Of a code that ended, the older release that says so is enough.
    if (row >= 0 && this.#ended[row] !== NONE && date > this.#ended[row]!) return this.#byDates(row, date);
    return result;
  }

  #byDates(row: number, date: CalendarDate): HcpcsStatus {
    const { from, to } = this.#spanOf(row);
    const status = from !== undefined && date < from ? "early" : to !== undefined && date > to ? "ended" : "valid";
    return { status, from, to };
  }

  span(code: string): HcpcsSpan | undefined {
    const row = this.#row(code);
    return row < 0 ? undefined : this.#spanOf(row);
  }

  #spanOf(row: number): HcpcsSpan {
    const from = this.#added[row]!;
    const to = this.#ended[row]!;
    return { from: from === NONE ? undefined : from, to: to === NONE ? undefined : to };
  }

  successors(code: string): readonly string[] {
    const references = this.#text(code)?.[2] ?? "";
    return references === "" ? [] : references.split(" ");
  }

  title(code: string): string | undefined {
    return this.#text(code)?.[3];
  }

  #text(code: string): string[] | undefined {
    const row = this.#row(code);
    if (row < 0) return undefined;
    this.#strings ??= new Strings(this.#table, "texts");
    return this.#strings.at(row).split("\t");
  }

  #row(code: string): number {
    const key = code.length === 5 || code.length === 2 ? codeKey(code, 0, 5) : -1;
    if (key < 0) return -1;
    const row = lowerBound(this.#code, key, 0, this.#code.length);
    return this.#code[row] === key ? row : -1;
  }

  *entries(release: string | undefined): Generator<readonly [string, string]> {
    const index = this.#meta.releases.findIndex(({ name }) => name === release);
    const texts = new Strings(this.#table, "texts").all(this.#code.length);
    for (let row = 0; row < this.#code.length; row++) {
      if (index >= 0 && !((this.#present[row * this.#words + (index >> 5)]! >>> (index & 31)) & 1)) continue;
      const { from, to } = this.#spanOf(row);
      const dates = `${from === undefined ? "?" : formatDate(from)} to ${to === undefined ? "now" : formatDate(to)}`;
      yield [keyText(this.#code[row]!, 5), `${texts[row]!.split("\t")[3]} (${dates})`];
    }
  }
}

/** `{ "G2012": { added, terminated, successors, title } }`, codes and modifiers alike; covers 1980 to 2099. */
export interface HcpcsExampleRow {
  readonly added?: string;
  readonly terminated?: string;
  readonly successors?: readonly string[];
  readonly title?: string;
}

const FIRST = day("1980-01-01");

function fromExample(rows: unknown): Hcpcs {
  const byCode = new Map(
    Object.entries(rows as Readonly<Record<string, HcpcsExampleRow>>).map(([code, row]): [string, HcpcsRow] => {
      const added = row.added === undefined ? FIRST : day(row.added);
      const terminated = row.terminated === undefined ? undefined : day(row.terminated);
      const { title = "", successors: references = [] } = row;
      return [code, { code, added, effective: added, terminated, action: "N", references, coverage: "C", title }];
    }),
  );
  const release = { name: "example", start: FIRST, from: FIRST, to: day("2099-12-31"), list: false };
  return new HcpcsLookup(memoryTable(draftOfHcpcs([{ ...release, rows: byCode.size, sources: [], byCode }])));
}

/** HCPCS Level II (CMS "Alpha-Numeric HCPCS File"): domain notes, layouts C.6. */
const hcpcs: DataSet<Hcpcs> = {
  id: "hcpcs",
  title: "HCPCS Level II codes and modifiers",
  publisher: "CMS",
  licence: "public domain (US government work); descriptors of D codes, which are the ADA's, are not kept",
  install: "claimlint data pull hcpcs",
  fromExample,
  stored: {
    version: 1,
    recognise: hcpcsRole,
    compile: compileHcpcs,
    open: (table) => new HcpcsLookup(table),
    entries: (table, release) => new HcpcsLookup(table).entries(release),
  },
};

export default hcpcs;
