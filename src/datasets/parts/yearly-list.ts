import type {
  CompileOptions,
  Coverage,
  Release,
  SourceFile,
  SourcePart,
  StoredTable,
  Table,
  TableDraft,
} from "../../contract/dataset.ts";
import { calendarDate, day } from "../../model/dates.ts";
import type { CalendarDate } from "../../model/values.ts";
import { codeKey, keyText, lowerBound } from "./code-key.ts";
import { type CodeHeader, codeHeader } from "./code-table.ts";
import { covers, distinctOrigins, memoryTable, mergeCoverage, refusal } from "./tables.ts";

/**
 * A list of codes that CMS issues for a calendar year, or several lists of a year beside each other (subject to CLIA,
 * waived). What a list says of a code is a set of bits. Descriptors are the AMA's and are never read.
 */
export interface ListPart {
  /** Blank where the publisher has one list a year. */
  readonly list: string;
  readonly codes: ReadonlyMap<string, number>;
}

export class YearlyLists {
  readonly #table: Table;
  readonly #starts: number[] = [0];
  readonly #lists: readonly string[];

  constructor(table: Table) {
    const { rows, lists } = table.meta as Meta;
    this.#table = table;
    this.#lists = lists;
    for (const count of rows) this.#starts.push(this.#starts.at(-1)! + count);
  }

  covers(date: CalendarDate, list = ""): boolean {
    return this.#release(date, list) >= 0;
  }

  /** The bits of a code on the list of the date's year; 0 where it is not on it, or there is no such list. */
  bits(code: string, date: CalendarDate, list = ""): number {
    const release = this.#release(date, list);
    const key = code.length === 5 ? codeKey(code, 0, 5) : -1;
    if (release < 0 || key < 0) return 0;
    const keys = this.#table.u32("keys");
    const end = this.#starts[release + 1]!;
    const row = lowerBound(keys, key, this.#starts[release]!, end);
    return row < end && keys[row] === key ? this.#table.u8("bits")[row]! : 0;
  }

  held(): Held[] {
    const [keys, bits] = [this.#table.u32("keys"), this.#table.u8("bits")];
    return this.#table.releases.map((release, i) => {
      const codes = new Map<string, number>();
      for (let row = this.#starts[i]!; row < this.#starts[i + 1]!; row++) codes.set(keyText(keys[row]!, 5), bits[row]!);
      return { ...release, list: this.#lists[i]!, codes };
    });
  }

  #release(date: CalendarDate, list: string): number {
    return this.#table.releases.findIndex((each, i) => this.#lists[i] === list && covers([each], date));
  }
}

interface Meta {
  /** Number of rows and name of the list of each release, in the order of the releases. */
  readonly rows: readonly number[];
  readonly lists: readonly string[];
}

interface Held extends Release, ListPart {}

export interface YearlyListSpec<Lookup> {
  /** Is it this publication? Told by the title and the names of the columns. */
  readonly fits: (header: CodeHeader, source: SourceFile) => boolean;
  readonly read: (source: SourceFile, header: CodeHeader) => readonly ListPart[];
  readonly open: (lists: YearlyLists) => Lookup;
  /** For `data diff`: the bits of a code in words. */
  readonly words: (bits: number) => string;
  /** What a list says by leaving a code out; a warning where it is too short to be the publisher's. */
  readonly excerpt: { readonly list?: string; readonly below: number; readonly warning: string };
}

export function yearlyListTable<Lookup>(spec: YearlyListSpec<Lookup>): StoredTable<Lookup> {
  const headerOf = (source: SourceFile): CodeHeader | undefined => {
    const header = codeHeader(source);
    return header !== undefined && spec.fits(header, source) ? header : undefined;
  };
  return {
    version: 1,
    recognise: (source) => (headerOf(source) === undefined ? undefined : "list"),
    compile: (parts, installed, options) => compile(spec, parts, installed, options),
    open: (table) => spec.open(new YearlyLists(table)),
    *entries(table, wanted) {
      const releases = new YearlyLists(table).held().filter(({ name }) => wanted === undefined || name === wanted);
      const all = releases.flatMap(({ name, codes }) =>
        [...codes].map(([code, bits]): [string, string] => [
          releases.length > 1 ? `${code} ${name}` : code,
          spec.words(bits),
        ]),
      );
      yield* all.sort(([a], [b]) => (a < b ? -1 : 1));
    },
  };
}

function compile(
  { read, excerpt }: YearlyListSpec<unknown>,
  parts: readonly SourcePart[],
  installed: Table | undefined,
  { release }: CompileOptions,
): TableDraft {
  const added = new Map<string, Held>();
  for (const { source } of parts) {
    const header = codeHeader(source)!;
    const year = yearOf(release ?? "") ?? yearSaid(header.title) ?? yearOf(source.name) ?? yearOf(source.container);
    if (year === undefined) {
      throw refusal(
        source,
        undefined,
        "neither its title nor its name says of which year it is",
        "Say it: --release 2026.",
      );
    }
    for (const { list, codes } of read(source, header)) {
      const name = list === "" ? `${year}` : `${year} ${list}`;
      const first = added.get(name);
      // A workbook and the text of it say the same; quarterly lists of one year add up.
      const merged = new Map(first?.codes);
      for (const [code, bits] of codes) merged.set(code, (merged.get(code) ?? 0) | bits);
      const sources = distinctOrigins([...(first?.sources ?? []), source.origin]);
      added.set(name, { name, ...calendarYear(year), rows: merged.size, sources, list, codes: merged });
    }
  }
  const byName = new Map<string, Held>();
  if (installed !== undefined) for (const held of new YearlyLists(installed).held()) byName.set(held.name, held);
  for (const [name, held] of added) byName.set(name, held);
  const warnings = [...byName.values()]
    .filter(({ list, rows }) => list === (excerpt.list ?? "") && rows < excerpt.below)
    .map(({ name, rows }) => `${name} is short (codes: ${rows}); ${excerpt.warning}`);
  return draftOf([...byName.values()], warnings.sort());
}

function calendarYear(year: number): Coverage {
  return { from: calendarDate(year, 1, 1)!, to: calendarDate(year, 12, 31)! };
}

const YEAR = /(?<!\d)(20\d\d)(?!\d)/;

function yearOf(text: string | undefined): number | undefined {
  const year = YEAR.exec(text ?? "")?.[1];
  return year === undefined ? undefined : Number(year);
}

/** `CY 2026`, `effective January 1, 2026 - updated November 13, 2025`; the year of a copyright notice is another one. */
function yearSaid(title: string): number | undefined {
  const text = title.replace(/(?:copyright|©|\(c\))[^\n]{0,12}?20\d\d/gi, "");
  const said =
    /(?:calendar year|\bcy)\s*(20\d\d)(?!\d)/i.exec(text) ?? /\beffective\b[^\n]*?(20\d\d)(?!\d)/i.exec(text);
  return said ? Number(said[1]) : yearOf(text);
}

function draftOf(releases: Held[], warnings: readonly string[] = []): TableDraft {
  releases.sort((a, b) => a.from - b.from || (a.list < b.list ? -1 : 1));
  const rows = releases.flatMap(({ codes }) =>
    [...codes].map(([code, bits]) => ({ key: codeKey(code, 0, 5), bits })).sort((a, b) => a.key - b.key),
  );
  return {
    releases: releases.map(({ list, codes, ...release }) => release),
    coverage: mergeCoverage(releases.map(({ from, to }) => ({ from, to }))),
    counts: { codes: rows.length },
    warnings,
    meta: { rows: releases.map(({ rows }) => rows), lists: releases.map(({ list }) => list) } satisfies Meta,
    sections: { keys: Uint32Array.from(rows, ({ key }) => key), bits: Uint8Array.from(rows, ({ bits }) => bits) },
  };
}

/** Lists of an example, in force on every date. */
export function exampleLists(parts: readonly ListPart[]): YearlyLists {
  const span = { from: day("1900-01-01"), to: day("2099-12-31"), sources: [] };
  const held = parts.map((part): Held => ({ ...span, ...part, name: `example ${part.list}`, rows: part.codes.size }));
  return new YearlyLists(memoryTable(draftOf(held)));
}
