import type { CompileOptions, Coverage, DataSet, Release, SourcePart, Table, TableDraft } from "../contract/dataset.ts";
import { calendarDate, day, formatDate } from "../model/dates.ts";
import type { CalendarDate } from "../model/values.ts";
import { codeKey, keyText, lowerBound } from "./parts/code-key.ts";
import { OPEN } from "./parts/ptp-rows.ts";
import { covers, memoryTable, mergeCoverage, refusal } from "./parts/tables.ts";
import { ALWAYS, isUserList, readUserList, type UserRow } from "./parts/user-list.ts";

/** The user's own list of CPT codes: that they exist, and when. */
export interface CptList {
  readonly has: (code: string, date: CalendarDate) => boolean;
  readonly covers: (date: CalendarDate) => boolean;
}

interface Meta {
  /** Number of rows of each release, in the order of the releases. */
  readonly rows: readonly number[];
}

interface Held extends Release {
  readonly values: readonly UserRow[];
}

class CptTable implements CptList {
  readonly #table: Table;
  readonly #starts: number[] = [0];

  constructor(table: Table) {
    this.#table = table;
    for (const count of (table.meta as Meta).rows) this.#starts.push(this.#starts.at(-1)! + count);
  }

  covers(date: CalendarDate): boolean {
    return covers(this.#table.coverage, date);
  }

  has(code: string, date: CalendarDate): boolean {
    const release = this.#table.releases.findIndex(({ from, to }) => from <= date && date <= to);
    const key = code.length === 5 ? codeKey(code, 0, 5) : -1;
    if (release < 0 || key < 0) return false;
    const [keys, from, to] = [this.#table.u32("keys"), this.#table.i32("from"), this.#table.i32("to")];
    const end = this.#starts[release + 1]!;
    for (let row = lowerBound(keys, key, this.#starts[release]!, end); row < end && keys[row] === key; row++) {
      if (from[row]! <= date && date <= to[row]!) return true;
    }
    return false;
  }

  held(): Held[] {
    const [keys, from, to] = [this.#table.u32("keys"), this.#table.i32("from"), this.#table.i32("to")];
    return this.#table.releases.map((release, index) => ({
      ...release,
      values: Array.from({ length: this.#starts[index + 1]! - this.#starts[index]! }, (_, i) => {
        const row = this.#starts[index]! + i;
        return { code: keyText(keys[row]!, 5), from: from[row]!, to: to[row]! };
      }),
    }));
  }
}

/** CPT is published for a calendar year. */
function yearNamed(text: string): (Coverage & { readonly name: string }) | undefined {
  const name = /(?<!\d)(20\d\d)(?!\d)/.exec(text)?.[1];
  if (name === undefined) return undefined;
  return { name, from: calendarDate(Number(name), 1, 1)!, to: calendarDate(Number(name), 12, 31)! };
}

function compile(parts: readonly SourcePart[], installed: Table | undefined, options: CompileOptions): TableDraft {
  const byName = new Map<string, Held>();
  if (installed !== undefined) for (const held of new CptTable(installed).held()) byName.set(held.name, held);
  for (const { source } of parts) {
    const year = yearNamed(options.release ?? source.name);
    if (year === undefined) {
      throw refusal(
        source,
        undefined,
        "is a list of codes, but neither its name nor --release says of which year",
        "Say --release 2026, or call the file cpt-2026.csv.",
      );
    }
    const values = readUserList(source);
    byName.set(year.name, { ...year, rows: values.length, sources: [source.origin], values });
  }
  return draftOf([...byName.values()]);
}

function draftOf(releases: Held[]): TableDraft {
  releases.sort((a, b) => a.from - b.from);
  const rows = releases.flatMap(({ values }) =>
    values
      .map(({ code, from, to }) => ({ key: codeKey(code, 0, 5), from, to }))
      .sort((a, b) => a.key - b.key || a.from - b.from || a.to - b.to),
  );
  return {
    releases: releases.map(({ values, ...release }) => release),
    coverage: mergeCoverage(releases.map(({ from, to }) => ({ from, to }))),
    counts: { codes: rows.length },
    warnings: [],
    meta: { rows: releases.map(({ values }) => values.length) } satisfies Meta,
    sections: {
      keys: Uint32Array.from(rows, ({ key }) => key),
      from: Int32Array.from(rows, ({ from }) => from),
      to: Int32Array.from(rows, ({ to }) => to),
    },
  };
}

function* entries(table: Table, wanted?: string): Generator<readonly [string, string]> {
  const releases = new CptTable(table).held().filter(({ name }) => wanted === undefined || name === wanted);
  const all = releases.flatMap(({ name, values }) =>
    values.map(({ code, from, to }): [string, string] => [
      releases.length > 1 ? `${code} ${name}` : code,
      `${from === ALWAYS ? "*" : formatDate(from)} to ${to === OPEN ? "*" : formatDate(to)}`,
    ]),
  );
  yield* all.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Codes, with first and last day where they have them. */
export type CptListExample = readonly (string | readonly [code: string, from: string, to?: string])[];

function fromExample(example: unknown): CptList {
  const values = (example as CptListExample).map((given) => {
    const [code, from, to] = typeof given === "string" ? [given] : given;
    return { code: code!, from: from ? day(from) : ALWAYS, to: to ? day(to) : OPEN };
  });
  const span = { from: ALWAYS, to: day("2099-12-31") };
  return new CptTable(memoryTable(draftOf([{ ...span, name: "example", rows: values.length, sources: [], values }])));
}

/** The user's own, licensed list. Any delimited text with a column of codes and, optionally, dates; descriptions are not read. */
const cptList: DataSet<CptList> = {
  id: "cpt-list",
  title: "Your own list of CPT codes",
  publisher: "the user",
  licence: "CPT codes are copyright of the American Medical Association; the list is used under the user's own licence",
  install:
    "claimlint data add FILE --release YEAR, with a CSV of your licensed codes (column: code; optional: from, to)",
  fromExample,
  stored: {
    version: 1,
    recognise: (source) => (isUserList(source) ? "codes" : undefined),
    compile,
    open: (table) => new CptTable(table),
    entries,
  },
};

export default cptList;
