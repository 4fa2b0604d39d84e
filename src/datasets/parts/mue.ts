import { isSuppliedForAPeriod } from "../../codes/span.ts";
import type {
  CompileOptions,
  DataSet,
  Release,
  SourceFile,
  SourcePart,
  Table,
  TableDraft,
} from "../../contract/dataset.ts";
import type { ClaimForm } from "../../model/claim.ts";
import { day } from "../../model/dates.ts";
import type { CalendarDate, ProcedureCode } from "../../model/values.ts";
import { codeKey, keyText, lowerBound } from "./code-key.ts";
import { type Quarter, quarterNamed } from "./quarter.ts";
import { distinctOrigins, memoryTable, mergeCoverage, refusal } from "./tables.ts";

/** A medically unlikely edit: how many units of a code one provider reports for one patient. */
export interface MueValue {
  readonly value: number;
  /** MUE adjudication indicator. 1: per line; 2: per date, absolute; 3: per date, may be appealed. */
  readonly mai: 1 | 2 | 3;
  readonly rationale: string;
}

export interface MueLookup {
  /**
   * The edit of the quarter of the date. A code without a published value may still have a confidential one: "not
   * published" never means that any number is allowed.
   */
  readonly on: (code: string, date: CalendarDate) => MueValue | "not published" | "not covered";
}

/** The three tables as a rule has them; one that is not installed is missing on lines it does not concern. */
export interface MueTables {
  readonly practitioner: MueLookup;
  readonly hospital: MueLookup;
  readonly dme: MueLookup;
}

/**
 * The published value for a line. A supplier bills on the practitioners' form, where drugs, glasses and the like of the
 * supplier have 0: then the suppliers' value counts, and without the suppliers' table nothing can be said.
 */
export function maximumOn(
  tables: MueTables,
  form: ClaimForm,
  procedure: ProcedureCode,
  date: CalendarDate,
): MueValue | undefined {
  const { hospital, practitioner }: Partial<MueTables> = tables;
  const dme: MueLookup | undefined = tables.dme;
  const of = (table: MueLookup | undefined): MueValue | undefined => {
    const found = table?.on(procedure.code, date);
    return typeof found === "object" ? found : undefined;
  };
  if (form === "institutional") return of(hospital);
  if (isSuppliedForAPeriod(procedure)) return of(dme);
  const own = of(practitioner);
  if (own?.value !== 0 || !/^[BGJQV]/.test(procedure.code)) return own;
  const supplied = dme?.on(procedure.code, date);
  if (typeof supplied === "object") return supplied;
  return supplied === "not published" ? own : undefined;
}

export type MueSetting = "practitioner" | "hospital" | "dme";

interface Meta {
  /** Number of rows of each release, in the order of the releases. */
  readonly rows: readonly number[];
  readonly rationales: readonly string[];
}

interface Row {
  readonly key: number;
  readonly value: number;
  readonly mai: number;
  readonly rationale: string;
}

interface Held extends Release {
  readonly values: readonly Row[];
}

/** The second header cell names the table. */
const TITLES: Readonly<Record<MueSetting, RegExp>> = {
  practitioner: /practitioner services mue/i,
  hospital: /outpatient hospital services mue/i,
  dme: /dme supplier services mue/i,
};

const LF = 10;

class MueTable implements MueLookup {
  readonly #table: Table;
  readonly #starts: number[] = [0];
  /** A file has a few thousand codes, and asks for each many times. */
  readonly #known = new Map<string, MueValue | "not published">();

  constructor(table: Table) {
    this.#table = table;
    for (const rows of (table.meta as Meta).rows) this.#starts.push(this.#starts.at(-1)! + rows);
  }

  on(code: string, date: CalendarDate): MueValue | "not published" | "not covered" {
    const release = this.#table.releases.findIndex(({ from, to }) => from <= date && date <= to);
    if (release < 0) return "not covered";
    const key = `${code} ${release}`;
    let found = this.#known.get(key);
    if (found === undefined) {
      found = this.#find(code, release);
      this.#known.set(key, found);
    }
    return found;
  }

  #find(code: string, release: number): MueValue | "not published" {
    const key = code.length === 5 ? codeKey(code, 0, 5) : -1;
    const keys = this.#table.u32("keys");
    const end = this.#starts[release + 1]!;
    const row = lowerBound(keys, key, this.#starts[release]!, end);
    if (key < 0 || row === end || keys[row] !== key) return "not published";
    return this.#row(row);
  }

  *entries(wanted?: string): Generator<readonly [string, string]> {
    const several = wanted === undefined && this.#table.releases.length > 1;
    const all: [string, string][] = [];
    for (const [release, { name }] of this.#table.releases.entries()) {
      if (wanted !== undefined && wanted !== name) continue;
      for (let row = this.#starts[release]!; row < this.#starts[release + 1]!; row++) {
        const { value, mai, rationale } = this.#row(row);
        const code = keyText(this.#table.u32("keys")[row]!, 5);
        all.push([several ? `${code} ${name}` : code, `${value}, MAI ${mai}, ${rationale}`]);
      }
    }
    yield* all.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  held(): Held[] {
    return this.#table.releases.map((release, index) => ({
      ...release,
      values: Array.from({ length: this.#starts[index + 1]! - this.#starts[index]! }, (_, i) => {
        const row = this.#starts[index]! + i;
        return { key: this.#table.u32("keys")[row]!, ...this.#row(row) };
      }),
    }));
  }

  #row(row: number): MueValue {
    const { rationales } = this.#table.meta as Meta;
    return {
      value: this.#table.u32("values")[row]!,
      mai: this.#table.u8("mai")[row] as MueValue["mai"],
      rationale: rationales[this.#table.u16("rationale")[row]!]!,
    };
  }
}

/** Reads the values under the multi-line notice and the header whose first cell holds a line break. */
function read(source: SourceFile, setting: MueSetting): Row[] {
  const rows = new Map<number, Row>();
  let header = false;
  let last = 0;
  for (const { line, cells } of source.records()) {
    if (!header) {
      if (!/^hcpcs\/\s*cpt code$/i.test((cells[0] ?? "").trim())) continue;
      const names = [TITLES[setting], /^mue adjudication indicator$/i, /^mue rationale$/i];
      const wrong = names.findIndex((name, i) => !name.test((cells[i + 1] ?? "").trim()));
      if (wrong >= 0)
        throw refusal(source, line, `the header has changed: column ${wrong + 2} is "${cells[wrong + 1] ?? ""}"`);
      header = true;
      continue;
    }
    if (cells.every((cell) => cell.trim() === "")) continue;
    const [code = "", value = "", indicator = "", rationale = ""] = cells.map((cell) => cell.trim());
    const key = code.length === 5 ? codeKey(code, 0, 5) : -1;
    if (key < 0) throw refusal(source, line, `"${code}" is not a HCPCS or CPT code`);
    if (!/^\d{1,7}$/.test(value)) throw refusal(source, line, `the MUE value of ${code} is "${value}"`);
    const mai = /^([123])(?:\s|$)/.exec(indicator)?.[1];
    if (mai === undefined) throw refusal(source, line, `the MUE adjudication indicator of ${code} is "${indicator}"`);
    if (rationale === "") throw refusal(source, line, `the row of ${code} is cut short: it has no rationale`);
    if (rows.has(key)) throw refusal(source, line, `${code} stands twice`);
    last = line;
    rows.set(key, { key, value: Number(value), mai: Number(mai), rationale });
  }
  if (!header) throw refusal(source, undefined, "the header row (HCPCS/CPT Code) is not there");
  if (rows.size === 0) throw refusal(source, undefined, "holds a header and no row");
  const all = [...rows.values()];
  const end = all.at(-1)!.rationale;
  // A file that stops without a line end is whole only if its last words are words of another row.
  if (source.bytes().at(-1) !== LF && !all.slice(0, -1).some(({ rationale }) => rationale === end)) {
    throw refusal(source, last, "the file is cut short in its last row", "Download the file again.");
  }
  return all.sort((a, b) => a.key - b.key);
}

function compile(
  setting: MueSetting,
  parts: readonly SourcePart[],
  installed: Table | undefined,
  options: CompileOptions,
): TableDraft {
  const byName = new Map<string, Held>();
  if (installed !== undefined) for (const held of new MueTable(installed).held()) byName.set(held.name, held);
  for (const { source } of parts) {
    const quarter: Quarter | undefined = quarterNamed(
      options.release ?? (quarterNamed(source.name) ? source.name : (source.container ?? "")),
    );
    if (quarter === undefined) {
      throw refusal(
        source,
        undefined,
        "has no dates in its rows, and its name does not say which quarter it is for",
        "Keep the publisher's name (…_Eff_07-01-2026.csv), or say --release 2026Q3.",
      );
    }
    const values = read(source, setting);
    byName.set(quarter.name, { ...quarter, rows: values.length, sources: [source.origin], values });
  }
  return draftOf([...byName.values()]);
}

function draftOf(releases: Held[]): TableDraft {
  releases.sort((a, b) => a.from - b.from);
  const all = releases.flatMap(({ values }) => values);
  const rationales = [...new Set(all.map(({ rationale }) => rationale))].sort();
  return {
    releases: releases.map(({ values, ...release }) => ({ ...release, sources: distinctOrigins(release.sources) })),
    coverage: mergeCoverage(releases.map(({ from, to }) => ({ from, to }))),
    counts: { values: all.length },
    warnings: [],
    meta: { rows: releases.map(({ values }) => values.length), rationales } satisfies Meta,
    sections: {
      keys: Uint32Array.from(all, ({ key }) => key),
      values: Uint32Array.from(all, ({ value }) => value),
      mai: Uint8Array.from(all, ({ mai }) => mai),
      rationale: Uint16Array.from(all, ({ rationale }) => rationales.indexOf(rationale)),
    },
  };
}

/** Value, MAI, and optionally the rationale, by code; in force on every date. */
export type MueExample = Readonly<Record<string, readonly [number, 1 | 2 | 3, string?]>>;

function fromExample(rows: unknown): MueLookup {
  const values = Object.entries(rows as MueExample)
    .map(([code, [value, mai, rationale = "Clinical: Data"]]) => ({ key: codeKey(code, 0, 5), value, mai, rationale }))
    .sort((a, b) => a.key - b.key);
  const span = { from: day("1900-01-01"), to: day("2099-12-31") };
  return new MueTable(memoryTable(draftOf([{ ...span, name: "example", rows: values.length, sources: [], values }])));
}

/** The data set of one of the three tables. Layout: domain notes, C.9. */
export function mueDataSet(
  setting: MueSetting,
  title: string,
  concerns: NonNullable<DataSet<MueLookup>["concerns"]>,
): DataSet<MueLookup> {
  return {
    id: `mue-${setting}`,
    title,
    publisher: "CMS",
    licence: "US government work; CPT codes are copyright of the American Medical Association",
    install: "claimlint data add FILE, with the quarter's file from cms.gov, Medicare NCCI Medically Unlikely Edits",
    concerns,
    fromExample,
    stored: {
      version: 1,
      recognise: ({ kind, head }) =>
        kind === "text" && /hcpcs\/\s*cpt code/i.test(head) && TITLES[setting].test(head) ? "values" : undefined,
      compile: (parts, installed, options) => compile(setting, parts, installed, options),
      open: (table) => new MueTable(table),
      entries: (table, release) => new MueTable(table).entries(release),
    },
  };
}
