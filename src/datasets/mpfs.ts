import type { CompileOptions, DataSet, Release, SourcePart, Table, TableDraft } from "../contract/dataset.ts";
import { day } from "../model/dates.ts";
import type { CalendarDate } from "../model/values.ts";
import { codeKey, keyText, lowerBound } from "./parts/code-key.ts";
import { FACTS, type Fact, type FeeFileRow, feeFileRole, feeQuarter, readFeeFile } from "./parts/mpfs-files.ts";
import { covers, distinctOrigins, memoryTable, mergeCoverage, refusal } from "./parts/tables.ts";

/** The payment policy indicators of a code, as the record layout of PPRRVU defines them. */
export type FeeIndicators = Readonly<Record<Fact, string>>;

/** The Medicare physician fee schedule (national relative value file), by quarter. */
export interface FeeSchedule {
  /** The row without modifier; undefined where the quarter's file has none, or no file covers the date. */
  readonly on: (code: string, date: CalendarDate) => FeeIndicators | undefined;
  readonly covers: (date: CalendarDate) => boolean;
}

interface Meta {
  /** Number of rows of each release, in the order of the releases. */
  readonly rows: readonly number[];
  /** The different sets of indicators, a few hundred. */
  readonly kinds: readonly (readonly string[])[];
}

const MODIFIERS = ["", "26", "TC", "53"];

/** Code and modifier in one number that fits 32 bits. */
const keyOf = (code: string, modifier: string): number => codeKey(code, 0, 5) * 4 + MODIFIERS.indexOf(modifier);

interface Held extends Release {
  readonly values: readonly FeeFileRow[];
}

class FeeTable implements FeeSchedule {
  readonly #table: Table;
  readonly #keys: Uint32Array;
  readonly #kind: Uint16Array;
  readonly #kinds: readonly FeeIndicators[];
  readonly #starts: number[] = [0];

  constructor(table: Table) {
    const { rows, kinds } = table.meta as Meta;
    this.#table = table;
    this.#keys = table.u32("keys");
    this.#kind = table.u16("kind");
    this.#kinds = kinds.map((facts) => Object.fromEntries(FACTS.map((fact, i) => [fact, facts[i]!])) as FeeIndicators);
    for (const count of rows) this.#starts.push(this.#starts.at(-1)! + count);
  }

  covers(date: CalendarDate): boolean {
    return covers(this.#table.coverage, date);
  }

  on(code: string, date: CalendarDate): FeeIndicators | undefined {
    const release = this.#table.releases.findIndex(({ from, to }) => from <= date && date <= to);
    if (release < 0 || code.length !== 5 || codeKey(code, 0, 5) < 0) return undefined;
    const key = keyOf(code, "");
    const end = this.#starts[release + 1]!;
    const row = lowerBound(this.#keys, key, this.#starts[release]!, end);
    return row < end && this.#keys[row] === key ? this.#kinds[this.#kind[row]!] : undefined;
  }

  held(): Held[] {
    const { kinds } = this.#table.meta as Meta;
    return this.#table.releases.map((release, index) => ({
      ...release,
      values: Array.from({ length: this.#starts[index + 1]! - this.#starts[index]! }, (_, i) => {
        const row = this.#starts[index]! + i;
        const key = this.#keys[row]!;
        return {
          code: keyText(Math.floor(key / 4), 5),
          modifier: MODIFIERS[key % 4]!,
          facts: kinds[this.#kind[row]!]!,
        };
      }),
    }));
  }
}

function* entries(table: Table, wanted?: string): Generator<readonly [string, string]> {
  const releases = new FeeTable(table).held().filter(({ name }) => wanted === undefined || name === wanted);
  const all = releases.flatMap(({ name, values }) =>
    values.map(({ code, modifier, facts }): [string, string] => [
      [code, modifier, ...(releases.length > 1 ? [name] : [])].filter((part) => part !== "").join(" "),
      FACTS.flatMap((fact, i) => (facts[i] === "" ? [] : [`${fact} ${facts[i]}`])).join(", "),
    ]),
  );
  yield* all.sort(([a], [b]) => (a < b ? -1 : 1));
}

function compile(parts: readonly SourcePart[], installed: Table | undefined, options: CompileOptions): TableDraft {
  const byName = new Map<string, Held>();
  if (installed !== undefined) for (const held of new FeeTable(installed).held()) byName.set(held.name, held);
  const added = new Map<string, Held>();
  const warnings: string[] = [];
  // The text and the QPP file of a quarter say the same as its CSV: the first of this order is taken.
  const rank = ({ source, role }: SourcePart): string =>
    `${role === "csv" ? 0 : 1} ${/_QPP/i.test(source.name) ? 1 : 0}`;
  for (const { source, role } of [...parts].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
    const quarter = feeQuarter(source, options.release);
    if (quarter === undefined) {
      throw refusal(
        source,
        undefined,
        "neither its title nor its name says which release it is",
        "Keep the publisher's name (PPRRVU2026_Jul….csv), or say --release 2026Q3.",
      );
    }
    const values = readFeeFile(source, role as "csv" | "text");
    const first = added.get(quarter.name);
    if (first === undefined) {
      added.set(quarter.name, { ...quarter, rows: values.length, sources: [source.origin], values });
      continue;
    }
    if (first.rows !== values.length) {
      warnings.push(`${source.where} has ${values.length} rows, another file of ${quarter.name} ${first.rows}`);
    }
    added.set(quarter.name, { ...first, sources: distinctOrigins([...first.sources, source.origin]) });
  }
  for (const [name, held] of added) byName.set(name, held);
  return draftOf([...byName.values()], warnings);
}

function draftOf(releases: Held[], warnings: readonly string[] = []): TableDraft {
  releases.sort((a, b) => a.from - b.from);
  const kindOf = new Map(
    [...new Set(releases.flatMap(({ values }) => values.map(({ facts }) => facts.join("|"))))]
      .sort()
      .map((text, index) => [text, index]),
  );
  const rows = releases.flatMap(({ values }) => {
    const keyed = values.map(({ code, modifier, facts }) => ({
      key: keyOf(code, modifier),
      kind: kindOf.get(facts.join("|"))!,
    }));
    return keyed.sort((a, b) => a.key - b.key);
  });
  return {
    releases: releases.map(({ values, ...release }) => release),
    coverage: mergeCoverage(releases.map(({ from, to }) => ({ from, to }))),
    counts: { rows: rows.length },
    warnings,
    meta: {
      rows: releases.map(({ values }) => values.length),
      kinds: [...kindOf.keys()].map((text) => text.split("|")),
    } satisfies Meta,
    sections: {
      keys: Uint32Array.from(rows, ({ key }) => key),
      kind: Uint16Array.from(rows, ({ kind }) => kind),
    },
  };
}

/** Indicators by code, on every date; what is left out is that of an office visit (status A, no restriction applies). */
export type FeeExample = Readonly<Record<string, Partial<FeeIndicators>>>;

const PLAIN: FeeIndicators = {
  status: "A",
  nonFacilityNa: "",
  facilityNa: "",
  pctc: "0",
  global: "XXX",
  multiple: "0",
  bilateral: "0",
  assistant: "0",
  coSurgeon: "0",
  team: "0",
};

function fromExample(example: unknown): FeeSchedule {
  const values = Object.entries(example as FeeExample).map(([code, given]) => ({
    code,
    modifier: "",
    facts: FACTS.map((fact) => given[fact] ?? PLAIN[fact]),
  }));
  const span = { from: day("1900-01-01"), to: day("2099-12-31") };
  return new FeeTable(memoryTable(draftOf([{ ...span, name: "example", rows: values.length, sources: [], values }])));
}

/** Medicare physician fee schedule: status, PC/TC, global days, multiple, bilateral, assistant, co- and team surgery. Layout: domain notes, C.7. */
const mpfs: DataSet<FeeSchedule> = {
  id: "mpfs",
  title: "Medicare physician fee schedule, relative value file (PPRRVU)",
  publisher: "CMS",
  licence: "CPT codes are copyright of the American Medical Association; their descriptors are not kept",
  install: "claimlint data add FILE, with the quarter's RVU…zip or PPRRVU….csv from cms.gov, PFS Relative Value Files",
  concerns: ({ form }) => form === "professional",
  fromExample,
  stored: { version: 1, recognise: feeFileRole, compile, open: (table) => new FeeTable(table), entries },
};

export default mpfs;
