import type { Coverage, DataSet, Release, Section, SourcePart, Table, TableDraft } from "../contract/dataset.ts";
import { calendarDate, day } from "../model/dates.ts";
import type { CalendarDate } from "../model/values.ts";
import { Strings, stringSections } from "./parts/strings.ts";
import { memoryTable, mergeCoverage, refusal } from "./parts/tables.ts";
import { type CodeRange, isTabular, noteOf, readTabular, type TabularNode } from "./parts/tabular-files.ts";

export type { CodeRange } from "./parts/tabular-files.ts";

export interface Instruction {
  /** Where the note stands, for messages: a dotted code, or a range of categories. */
  readonly at: string;
  readonly text: string;
  readonly ranges: readonly CodeRange[];
  /** Holds under a condition a claim does not show: `if applicable`, `if known`. */
  readonly conditional: boolean;
  /** The codes are examples (`such as`), or broader than the note means: others may satisfy it too. */
  readonly open: boolean;
}

export interface SeventhCharacters {
  readonly at: string;
  /** Character and meaning. */
  readonly allowed: readonly (readonly [string, string])[];
}

/**
 * The instructional notes of the tabular list by date of service. Codes go in undotted. `undefined` for a day of which no
 * list is installed; notes change little from year to year, but they change.
 */
export interface Icd10cmTabular {
  readonly coverage: readonly Coverage[];
  /** The Excludes1 note of one of the two codes (or of a place above it) that names the other, in either direction. */
  excludes1(a: string, b: string, date: CalendarDate): Instruction | undefined;
  /** Code-first notes of the code and of the places above it that name codes. */
  codeFirst(code: string, date: CalendarDate): readonly Instruction[] | undefined;
  useAdditional(code: string, date: CalendarDate): readonly Instruction[] | undefined;
  /** The seventh characters of the code's family; undefined where it has none. Nearest place above the code wins. */
  seventhCharacters(code: string, date: CalendarDate): SeventhCharacters | undefined;
}

/** Whether the code is in the range or below one of its ends. */
export function inRange(code: string, { from, to }: CodeRange): boolean {
  return code >= from && code.slice(0, to.length) <= to;
}

const CONDITION = /\bif (?:applicable|known|any|present|desired)\b|\bwhere applicable\b/i;

function dotted(name: string): string {
  return name.length > 3 && !name.includes("-") ? `${name.slice(0, 3)}.${name.slice(3)}` : name;
}

function instruction(at: string, notes: TabularNode["codeFirst"]): Instruction {
  const text = notes.map((note) => note.text).join("; ");
  return {
    at: dotted(at),
    text,
    ranges: notes.flatMap(({ ranges }) => ranges),
    conditional: CONDITION.test(text),
    open: /\bsuch as\b/i.test(text) || notes.some(({ narrowed }) => narrowed),
  };
}

interface TabularMeta {
  readonly lists: readonly {
    readonly year: number;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    /** Code or range of each node, ascending; its notes are the text of the same number. */
    readonly nodes: number;
  }[];
}

/** One year's list; a node's notes are decoded when first asked for. */
class TabularList {
  readonly #names: readonly string[];
  readonly #rows: ReadonlyMap<string, number>;
  readonly #ranges: readonly { readonly from: string; readonly to: string; readonly name: string }[];
  readonly #notes: Strings;
  readonly #nodes = new Map<string, TabularNode | undefined>();
  readonly #pairs = new Map<string, Instruction | undefined>();

  constructor(table: Table, year: number, count: number) {
    this.#names = new Strings(table, `${year}.names`).all(count);
    this.#rows = new Map(this.#names.map((name, row) => [name, row]));
    this.#ranges = this.#names
      .filter((name) => name.includes("-"))
      .map((name) => ({ from: name.slice(0, 3), to: name.slice(4), name }));
    this.#notes = new Strings(table, `${year}.notes`);
  }

  /** Remembered: the same pairs come on claim after claim. */
  excludes1(a: string, b: string): Instruction | undefined {
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (!this.#pairs.has(pair)) this.#pairs.set(pair, excluded(this, a, b) ?? excluded(this, b, a));
    return this.#pairs.get(pair);
  }

  /** The code's own node and those above it, nearest first. */
  *above(code: string): Generator<TabularNode> {
    for (let length = code.length; length >= 3; length--) {
      const node = this.#node(code.slice(0, length));
      if (node !== undefined) yield node;
    }
    const category = code.slice(0, 3);
    for (const { from, to, name } of this.#ranges) if (category >= from && category <= to) yield this.#node(name)!;
  }

  *all(): Generator<TabularNode> {
    for (const name of this.#names) yield this.#node(name)!;
  }

  #node(name: string): TabularNode | undefined {
    if (!this.#nodes.has(name)) {
      const row = this.#rows.get(name);
      this.#nodes.set(name, row === undefined ? undefined : (JSON.parse(this.#notes.at(row)) as TabularNode));
    }
    return this.#nodes.get(name);
  }
}

class TabularLookup implements Icd10cmTabular {
  readonly coverage: readonly Coverage[];
  readonly #table: Table;
  readonly #lists = new Map<number, TabularList>();

  constructor(table: Table) {
    this.#table = table;
    this.coverage = table.coverage;
  }

  #list(date: CalendarDate): TabularList | undefined {
    const found = (this.#table.meta as TabularMeta).lists.find(({ from, to }) => from <= date && date <= to);
    if (found === undefined) return undefined;
    const list = this.#lists.get(found.year) ?? new TabularList(this.#table, found.year, found.nodes);
    this.#lists.set(found.year, list);
    return list;
  }

  excludes1(a: string, b: string, date: CalendarDate): Instruction | undefined {
    return this.#list(date)?.excludes1(a, b);
  }

  codeFirst(code: string, date: CalendarDate): readonly Instruction[] | undefined {
    return this.#instructions(code, date, "codeFirst");
  }

  useAdditional(code: string, date: CalendarDate): readonly Instruction[] | undefined {
    return this.#instructions(code, date, "useAdditional");
  }

  #instructions(code: string, date: CalendarDate, kind: "codeFirst" | "useAdditional"): Instruction[] | undefined {
    const list = this.#list(date);
    if (list === undefined) return undefined;
    return [...list.above(code)]
      .filter((node) => node[kind].length > 0)
      .map((node) => instruction(node.name, node[kind]))
      .filter(({ ranges }) => ranges.length > 0);
  }

  seventhCharacters(code: string, date: CalendarDate): SeventhCharacters | undefined {
    for (const node of this.#list(date)?.above(code) ?? []) {
      if (node.seventh.length > 0) return { at: dotted(node.name), allowed: node.seventh };
    }
    return undefined;
  }

  *entries(release: string | undefined): Generator<readonly [string, string]> {
    const rows: [string, string][] = [];
    for (const { year, from } of (this.#table.meta as TabularMeta).lists) {
      if (release !== undefined && release !== `FY${year}`) continue;
      for (const { name, ...notes } of this.#list(from)!.all()) {
        rows.push([release === undefined ? `${name} FY${year}` : name, JSON.stringify(notes)]);
      }
    }
    yield* rows.sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** A note that names the code's own place, or is narrower than its codes, proves nothing. */
function excluded(list: TabularList, code: string, other: string): Instruction | undefined {
  for (const node of list.above(code)) {
    for (const note of node.excludes1) {
      const named = note.ranges.some((range) => inRange(other, range));
      if (named && !note.narrowed && !note.ranges.some((range) => inRange(code, range))) {
        return instruction(node.name, [note]);
      }
    }
  }
  return undefined;
}

interface TabularYear extends Coverage {
  readonly year: number;
  readonly nodes: readonly TabularNode[];
  readonly release: Release;
}

function compile(parts: readonly SourcePart[], installed: Table | undefined): TableDraft {
  const years = new Map<number, TabularYear>();
  for (const { year, from, to, nodes } of (installed?.meta as TabularMeta | undefined)?.lists ?? []) {
    const release = installed!.releases.find(({ name }) => name === `FY${year}`)!;
    years.set(year, { year, from, to, nodes: [...new TabularList(installed!, year, nodes).all()], release });
  }
  const fresh = new Set<number>();
  for (const { source } of parts) {
    const { year, codes, nodes } = readTabular(source);
    if (fresh.has(year)) throw refusal(source, undefined, `a second tabular list of FY${year}`);
    fresh.add(year);
    const span = { from: calendarDate(year - 1, 10, 1)!, to: calendarDate(year, 9, 30)! };
    years.set(year, {
      year,
      ...span,
      nodes,
      release: { name: `FY${year}`, ...span, rows: codes, sources: [source.origin] },
    });
  }
  return draftOf([...years.values()].sort((a, b) => a.year - b.year));
}

function draftOf(years: readonly TabularYear[]): TableDraft {
  const sections: Record<string, Section> = {};
  const lists: TabularMeta["lists"][number][] = [];
  for (const { year, from, to, nodes } of years) {
    const byName = new Map(nodes.map((node) => [node.name, node]));
    const names = [...byName.keys()].sort();
    Object.assign(sections, stringSections(`${year}.names`, names));
    Object.assign(
      sections,
      stringSections(
        `${year}.notes`,
        names.map((name) => JSON.stringify(byName.get(name))),
      ),
    );
    lists.push({ year, from, to, nodes: names.length });
  }
  const releases = years.map(({ release }) => release);
  const counts = { places: lists.reduce((sum, { nodes }) => sum + nodes, 0) };
  return {
    releases,
    coverage: mergeCoverage(releases),
    counts,
    warnings: [],
    sections,
    meta: { lists } satisfies TabularMeta,
  };
}

/** Notes as the list has them, by code or range (undotted): `{ "E10": { excludes1: ["type 2 diabetes mellitus (E11.-)"] } }`. */
export interface TabularExampleRow {
  readonly excludes1?: readonly string[];
  readonly codeFirst?: readonly string[];
  readonly useAdditional?: readonly string[];
  readonly seventh?: Readonly<Record<string, string>>;
}

/** Covers 2015-10-01 to 2099-09-30. */
function fromExample(rows: unknown): Icd10cmTabular {
  const nodes = Object.entries(rows as Readonly<Record<string, TabularExampleRow>>).map(([name, row]) => ({
    name: name.replace(".", ""),
    excludes1: (row.excludes1 ?? []).map(noteOf),
    codeFirst: (row.codeFirst ?? []).map(noteOf),
    useAdditional: (row.useAdditional ?? []).map(noteOf),
    seventh: Object.entries(row.seventh ?? {}),
  }));
  const span = { from: day("2015-10-01"), to: day("2099-09-30") };
  const release = { name: "example", ...span, rows: nodes.length, sources: [] };
  return new TabularLookup(memoryTable(draftOf([{ year: 2099, ...span, nodes, release }])));
}

/** The tabular list (`icd10cm_tabular_YYYY.xml`): domain notes, layouts C.3. */
const icd10cmTabular: DataSet<Icd10cmTabular> = {
  id: "icd10cm-tabular",
  title: "ICD-10-CM tabular list (notes, seventh characters)",
  publisher: "CDC/NCHS",
  licence: "public domain (US government work)",
  install: "claimlint data pull icd10cm",
  fromExample,
  stored: {
    version: 1,
    recognise: (source) => (isTabular(source) ? "tabular" : undefined),
    compile,
    open: (table) => new TabularLookup(table),
    entries: (table, release) => new TabularLookup(table).entries(release),
  },
};

export default icd10cmTabular;
