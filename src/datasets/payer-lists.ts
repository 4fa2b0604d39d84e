import type { CompileOptions, DataSet, Release, SourcePart, Table, TableDraft } from "../contract/dataset.ts";
import { day, formatDate } from "../model/dates.ts";
import { groupBy } from "../model/group.ts";
import type { CalendarDate } from "../model/values.ts";
import { isPayerList, type PayerListKind, type PayerRow, readPayerList } from "./parts/payer-rows.ts";
import { OPEN } from "./parts/ptp-rows.ts";
import { Strings, stringSections } from "./parts/strings.ts";
import { distinctOrigins, memoryTable } from "./parts/tables.ts";
import { ALWAYS } from "./parts/user-list.ts";

/** A row of a payer list, with the name of the list it stands on. */
export interface PayerEntry extends PayerRow {
  readonly name: string;
}

/** What the user wrote down about payers: codes they do not pay, authorizations, unit maxima, pairs. */
export interface PayerLists {
  /** The rows in force, those that name payer and code most exactly first. An unknown payer is met by `*` only. */
  readonly entries: (
    list: PayerListKind,
    code: string,
    payer: string | undefined,
    date: CalendarDate,
  ) => readonly PayerEntry[];
}

/** How exactly a pattern names a text: 0 not at all, 1 any, 2 by its beginning, 3 whole. */
function exactness(pattern: string, text: string | undefined): number {
  if (pattern === "*") return 1;
  if (text === undefined) return 0;
  if (pattern.endsWith("*")) return text.startsWith(pattern.slice(0, -1)) ? 2 : 0;
  return pattern === text ? 3 : 0;
}

/** Does the code fit the pattern of a row (`J9*`)? */
export function isMeant(pattern: string, code: string): boolean {
  return exactness(pattern, code) > 0;
}

/** An entry as slots of a message: the name of the list, the payer, the user's note behind a colon. */
export function inWords({ name, payer, note }: PayerEntry): { list: string; payer: string; note: string } {
  return { list: name, payer: payer === "*" ? "the payer" : payer, note: note && `: ${note}` };
}

const plain = (payer: string): string => payer.toUpperCase().replace(/\s+/g, " ").trim();

class PayerTable implements PayerLists {
  readonly #table: Table;
  readonly #answers = new Map<string, readonly PayerEntry[]>();
  /** By list; read when first asked for. */
  #byList: ReadonlyMap<string, readonly PayerEntry[]> | undefined;

  constructor(table: Table) {
    this.#table = table;
  }

  entries(list: PayerListKind, code: string, payer: string | undefined, date: CalendarDate): readonly PayerEntry[] {
    const key = `${list}|${code}|${payer ?? ""}`;
    let known = this.#answers.get(key);
    if (known === undefined) {
      known = this.#fitting(list, code, payer === undefined ? undefined : plain(payer));
      this.#answers.set(key, known);
    }
    return known.length === 0 ? known : known.filter(({ from, to }) => from <= date && date <= to);
  }

  #fitting(list: PayerListKind, code: string, payer: string | undefined): readonly PayerEntry[] {
    this.#byList ??= groupBy(
      this.held().flatMap(({ name, values }) => values.map((row) => ({ ...row, name }))),
      (row) => row.list,
    );
    return (this.#byList.get(list) ?? [])
      .map((row) => ({ row, payer: exactness(plain(row.payer), payer), code: exactness(row.code, code) }))
      .filter((fit) => fit.payer > 0 && fit.code > 0)
      .sort((a, b) => b.payer - a.payer || b.code - a.code || a.row.units - b.row.units)
      .map(({ row }) => row);
  }

  held(): Held[] {
    const { rows } = this.#table.meta as Meta;
    const texts = new Strings(this.#table, "rows").all(rows.reduce((sum, count) => sum + count, 0));
    let start = 0;
    return this.#table.releases.map((release, i) => {
      const values = texts.slice(start, start + rows[i]!).map(rowOfText);
      start += rows[i]!;
      return { ...release, values };
    });
  }
}

interface Meta {
  /** Number of rows of each list, in the order of the releases. */
  readonly rows: readonly number[];
}

interface Held extends Release {
  readonly values: readonly PayerRow[];
}

function textOf({ list, code, payer, code2, units, from, to, note }: PayerRow): string {
  return [list, code, payer, code2, units, from, to, note].join("\t");
}

function rowOfText(text: string): PayerRow {
  const [list, code, payer, code2, units, from, to, note] = text.split("\t");
  return {
    list: list as PayerListKind,
    code: code!,
    payer: payer!,
    code2: code2!,
    units: Number(units),
    from: Number(from),
    to: Number(to),
    note: note!,
  };
}

/** A list is known by the name of its file: one of the same name replaces it, others stand beside it. */
function compile(parts: readonly SourcePart[], installed: Table | undefined, { release }: CompileOptions): TableDraft {
  const byName = new Map<string, Held>();
  const added = new Set<string>();
  if (installed !== undefined) for (const held of new PayerTable(installed).held()) byName.set(held.name, held);
  for (const { source } of parts) {
    const name = release ?? source.name.replace(/\.[^.]*$/, "");
    const same = added.has(name) ? byName.get(name) : undefined;
    const values = [...(same?.values ?? []), ...readPayerList(source)];
    const sources = distinctOrigins([...(same?.sources ?? []), source.origin]);
    byName.set(name, { name, from: ALWAYS, to: OPEN, rows: values.length, sources, values });
    added.add(name);
  }
  return draftOf([...byName.values()]);
}

function draftOf(lists: Held[]): TableDraft {
  lists.sort((a, b) => (a.name < b.name ? -1 : 1));
  const texts = lists.map(({ values }) => [...new Set(values.map(textOf))].sort());
  return {
    releases: lists.map(({ values, ...list }, i) => ({ ...list, rows: texts[i]!.length })),
    // The rows carry their dates, and a code that is not on a list is simply not on it.
    coverage: [{ from: ALWAYS, to: OPEN }],
    counts: { rows: texts.flat().length },
    warnings: [],
    meta: { rows: texts.map((rows) => rows.length) } satisfies Meta,
    sections: stringSections("rows", texts.flat()),
  };
}

/** `[list, payer, code]`, and the second code of a pair or the units of a maximum; first and last day, note. */
export type PayerExample = readonly (readonly [
  list: PayerListKind,
  payer: string,
  code: string,
  more?: string | number,
  from?: string,
  to?: string,
  note?: string,
])[];

function fromExample(example: unknown): PayerLists {
  const values = (example as PayerExample).map(([list, payer, code, more, from, to, note = ""]): PayerRow => {
    const [code2, units] = typeof more === "number" ? ["", more] : [more ?? "", 0];
    return { list, payer, code, code2, units, from: from ? day(from) : ALWAYS, to: to ? day(to) : OPEN, note };
  });
  const list = { name: "example", from: ALWAYS, to: OPEN, rows: values.length, sources: [] };
  return new PayerTable(memoryTable(draftOf([{ ...list, values }])));
}

/** The user's own lists about payers. Layout: docs/data-lists.md. */
const payerLists: DataSet<PayerLists> = {
  id: "payer-lists",
  title: "Your own payer lists",
  publisher: "the user",
  licence: "the user's own; only the columns of the layout are read, no descriptions",
  install:
    "claimlint data add FILE, with a CSV of the columns payer, code, list (not-covered, prior-authorization, max-units, pair), code2, units, from, to, note",
  fromExample,
  stored: {
    version: 1,
    recognise: (source) => (isPayerList(source) ? "list" : undefined),
    compile,
    open: (table) => new PayerTable(table),
    *entries(table, wanted) {
      const lists = new PayerTable(table).held().filter(({ name }) => wanted === undefined || name === wanted);
      const all = lists.flatMap(({ name, values }) =>
        values.map(({ list, payer, code, code2, units, from, to, note }): [string, string] => [
          [list, payer, code, code2, from === ALWAYS ? "" : formatDate(from), lists.length > 1 ? name : ""]
            .filter((part) => part !== "")
            .join(" "),
          [units || "", to === OPEN ? "" : `to ${formatDate(to)}`, note].filter((part) => part !== "").join(", "),
        ]),
      );
      yield* all.sort(([a], [b]) => (a < b ? -1 : 1));
    },
  },
};

export default payerLists;
