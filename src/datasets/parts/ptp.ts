import type {
  CompileOptions,
  Coverage,
  DataSet,
  Release,
  SourceFile,
  SourcePart,
  Table,
  TableDraft,
} from "../../contract/dataset.ts";
import type { ClaimForm } from "../../model/claim.ts";
import { formatDate, isoDate } from "../../model/dates.ts";
import { groupBy } from "../../model/group.ts";
import type { CalendarDate } from "../../model/values.ts";
import { codeKey, keyText } from "./code-key.ts";
import {
  editSection,
  isPtpHead,
  OPEN,
  type PtpEdit,
  type PtpMeta,
  PtpRows,
  tableEdits,
  tableRows,
} from "./ptp-rows.ts";
import { type Quarter, quarterAt, quarterNamed, quarterOf } from "./quarter.ts";
import { distinctOrigins, memoryTable, refusal } from "./tables.ts";

/** A procedure-to-procedure edit that is in force. */
export interface PtpPair {
  /** The code that is paid. */
  readonly column1: string;
  /** The code that is denied. */
  readonly column2: string;
  /** 0: never together; 1: together with an NCCI-associated modifier; 9: no edit. */
  readonly indicator: 0 | 1 | 9;
  readonly from: CalendarDate;
  /** The last day in force; undefined where the edit has no end. */
  readonly to: CalendarDate | undefined;
  readonly rationale: string;
}

/** NCCI procedure-to-procedure edits of one setting. Dates of service outside the table's coverage are not its business. */
export interface PtpLookup {
  /**
   * The row of the pair that is in force on the date; a row that never applied (effective = deletion) is none. Of a date
   * outside the coverage nothing is known, although a row without an end goes on: the quarter's file may have deleted it.
   */
  readonly pair: (column1: string, column2: string, date: CalendarDate) => PtpPair | undefined;
  /** The edits in force between two codes, whichever stands in column 1. */
  readonly edits: (a: string, b: string, date: CalendarDate) => readonly PtpPair[];
  /** Is the date within the days on which the code takes part in edits of indicator 0 or 1, in either column? */
  readonly hasAnyPair: (code: string, date: CalendarDate) => boolean;
}

export type PtpSetting = "practitioner" | "hospital";

interface Meta extends PtpMeta {
  readonly release: string;
  /** Numbers of the files the rows came from; empty for a file without number. */
  readonly parts: readonly number[];
  readonly revision: number;
}

const PARTS = 4;
const PRACTITIONER = /cci_?pra|practitioner|physician/i;
const HOSPITAL = /cci_?oph|hospital|outpatient|facility/i;
/** NCCI began in 1996 for practitioners and in August 2000 with the hospital outpatient PPS. */
const SINCE: Readonly<Record<PtpSetting, CalendarDate>> = {
  practitioner: isoDate("1996-01-01")!,
  hospital: isoDate("2000-08-01")!,
};
const NONE: readonly PtpPair[] = [];

class PtpTable implements PtpLookup {
  readonly #codes: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #second: Uint16Array;
  readonly #edit: Uint16Array | Uint32Array;
  readonly #edits: readonly PtpEdit[];
  readonly #coverage: readonly Coverage[];
  /** Open addressing over the code keys: half the time of a Map of texts when the codes come at random. */
  readonly #slots: Int32Array;
  #spans: { readonly from: Int32Array; readonly to: Int32Array } | undefined;

  constructor(table: Table) {
    this.#codes = table.u32("codes");
    this.#starts = table.u32("starts");
    this.#second = table.u16("second");
    this.#edits = tableEdits(table);
    this.#coverage = table.coverage;
    this.#edit = editSection(table, this.#edits.length);
    let size = 16;
    while (size < this.#codes.length * 3) size *= 2;
    this.#slots = new Int32Array(size).fill(-1);
    this.#codes.forEach((key, id) => {
      let slot = slotOf(key, size - 1);
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = id;
    });
  }

  pair(column1: string, column2: string, date: CalendarDate): PtpPair | undefined {
    const first = this.#id(column1);
    const second = this.#id(column2);
    if (first < 0 || second < 0) return undefined;
    const seconds = this.#second;
    const starts = this.#starts;
    const end = starts[first + 1]!;
    // Not `lowerBound`: one that sees two kinds of array is three times slower.
    let low = starts[first]!;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (seconds[middle]! < second) low = middle + 1;
      else high = middle;
    }
    if (low === end || seconds[low] !== second) return undefined;
    let best: PtpEdit | undefined;
    for (; low < end && seconds[low] === second; low++) {
      const edit = this.#edits[this.#edit[low]!]!;
      if (edit.from > date || date > edit.to || edit.from >= edit.to) continue;
      if (best === undefined || precedes(edit, best)) best = edit;
    }
    if (best === undefined || !this.#covers(date)) return undefined;
    const { indicator, from, to, rationale } = best;
    return {
      column1,
      column2,
      indicator: indicator as PtpPair["indicator"],
      from,
      to: to === OPEN ? undefined : to,
      rationale,
    };
  }

  /** The rows of an example have no coverage and speak about every day. */
  #covers(date: CalendarDate): boolean {
    return this.#coverage.length === 0 || this.#coverage.some(({ from, to }) => from <= date && date <= to);
  }

  edits(a: string, b: string, date: CalendarDate): readonly PtpPair[] {
    const one = this.pair(a, b, date);
    const other = a === b ? undefined : this.pair(b, a, date);
    if (one === undefined) return other === undefined ? NONE : [other];
    return other === undefined ? [one] : [one, other];
  }

  hasAnyPair(code: string, date: CalendarDate): boolean {
    this.#spans ??= this.#allSpans();
    const id = this.#id(code);
    return id >= 0 && this.#spans.from[id]! <= date && date <= this.#spans.to[id]!;
  }

  #id(code: string): number {
    const key = code.length === 5 ? codeKey(code, 0, 5) : -1;
    if (key < 0) return -1;
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = slotOf(key, mask); ; slot = (slot + 1) & mask) {
      const id = slots[slot]!;
      if (id < 0 || this.#codes[id] === key) return id;
    }
  }

  #allSpans() {
    const from = new Int32Array(this.#codes.length).fill(OPEN);
    const to = new Int32Array(this.#codes.length).fill(-1_000_000);
    for (let first = 0; first < this.#codes.length; first++) {
      for (let row = this.#starts[first]!; row < this.#starts[first + 1]!; row++) {
        const edit = this.#edits[this.#edit[row]!]!;
        if (edit.indicator === 9 || edit.from >= edit.to) continue;
        for (const id of [first, this.#second[row]!]) {
          if (edit.from < from[id]!) from[id] = edit.from;
          if (edit.to > to[id]!) to[id] = edit.to;
        }
      }
    }
    return { from, to };
  }
}

/** Fibonacci hashing. */
function slotOf(key: number, mask: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
}

/** A row of indicator 9 stands beside an active one of the same pair (13121/13120): the active one, the younger one wins. */
function precedes(edit: PtpEdit, other: PtpEdit): boolean {
  if ((edit.indicator === 9) !== (other.indicator === 9)) return other.indicator === 9;
  return edit.from > other.from || (edit.from === other.from && edit.indicator < other.indicator);
}

/** All four parts, or a file that is not one of four. */
function isWhole(parts: readonly (number | undefined)[]): boolean {
  return parts.includes(undefined) || parts.length === 0 || new Set(parts).size === PARTS;
}

/** Of a PTP file. `ccipra-v302r0-f1` is version 30.2, the third quarter of the thirtieth year after 1994. */
function facts(source: SourceFile) {
  const name = `${source.name} ${source.container ?? ""}`;
  const version = /v(\d\d)([0-3])r(\d)/i.exec(source.name) ?? /v(\d\d)([0-3])r(\d)/i.exec(name);
  const quarter = version ? quarterOf(1994 + Number(version[1]), Number(version[2]) + 1) : quarterNamed(name);
  const part = /[-_]f(\d)(?!\d)/i.exec(source.name);
  return { quarter, revision: version ? Number(version[3]) : 0, part: part ? Number(part[1]) : undefined };
}

function settingOf({ name, container = "" }: SourceFile): PtpSetting | undefined {
  for (const text of [name, container]) {
    if (PRACTITIONER.test(text) !== HOSPITAL.test(text)) return HOSPITAL.test(text) ? "hospital" : "practitioner";
  }
  return undefined;
}

function compile(
  setting: PtpSetting,
  parts: readonly SourcePart[],
  installed: Table | undefined,
  options: CompileOptions,
): TableDraft {
  const given = options.release === undefined ? undefined : quarterNamed(options.release);
  const warnings: string[] = [];
  const files = parts.map(({ source, role }) => {
    if (role === "unclear") {
      throw refusal(
        source,
        undefined,
        "holds NCCI PTP edits, but its name does not say for whom: both tables have the same layout",
        "Keep the publisher's name (ccipra… for practitioners, ccioph… for outpatient hospitals).",
      );
    }
    return { source, ...facts(source) };
  });
  const rank = (file: (typeof files)[number]) => (given ?? file.quarter)?.from ?? Number.NEGATIVE_INFINITY;
  // Of a release that is whole and a younger one that is not, the whole one: a missing pair would pass for a paid one.
  const ranks = groupBy(files, rank);
  const whole = [...ranks].filter(([, group]) => isWhole(group.map(({ part }) => part))).map(([from]) => from);
  const newest = Math.max(...(whole.length > 0 ? whole : ranks.keys()));
  const revision = Math.max(...files.filter((file) => rank(file) === newest).map((file) => file.revision));
  const taken = files.filter((file) => rank(file) === newest && file.revision === revision);
  for (const file of files.filter((each) => !taken.includes(each))) {
    const { source } = file;
    warnings.push(
      rank(file) > newest
        ? `${source.where} was left out: its release is not whole without all ${PARTS} parts`
        : `${source.where} is older than the other files and was left out: each release holds all earlier edits`,
    );
  }
  const rows = new PtpRows();
  for (const { source } of taken) rows.addFile(source);
  let quarter: Quarter | undefined = given ?? taken[0]?.quarter;
  if (quarter === undefined) {
    quarter = quarterAt(rows.latest);
    warnings.push(
      `no file name says which release this is; taken as ${quarter.name}, the quarter of the latest date in it`,
    );
  } else if (rows.latest > quarter.to) {
    throw refusal(taken[0]!.source, undefined, `is called ${quarter.name} but has rows of ${formatDate(rows.latest)}`);
  }
  const read = rows.length;
  let numbers = taken.flatMap(({ part }) => (part === undefined ? [] : [part]));
  let sources = taken.map(({ source }) => source.origin);
  const before = installed?.meta as Meta | undefined;
  if (installed !== undefined && before !== undefined) {
    const held = installed.releases[0]!;
    if (held.to > quarter.to || (held.to === quarter.to && before.revision > revision)) {
      return unchanged(installed, [...warnings, `${quarter.name} is older than ${held.name}, which was kept`]);
    }
    if (held.to < quarter.to && isWhole(before.parts) && !isWhole(numbers)) {
      const remedy = `${quarter.name} is not whole: add all ${PARTS} parts of it at once. ${held.name} was kept`;
      return unchanged(installed, [...warnings, remedy]);
    }
    const partOfSame = held.name === quarter.name && before.revision === revision;
    if (partOfSame && numbers.length > 0 && !before.parts.some((part) => numbers.includes(part))) {
      rows.addTable(installed);
      numbers = [...numbers, ...before.parts];
      sources = [...sources, ...held.sources];
    }
  }
  const missing = numbers.length === 0 ? [] : [1, 2, 3, 4].filter((part) => !numbers.includes(part));
  const lacks = `part ${missing.join(", ")} of ${PARTS} of ${quarter.name} is missing: its pairs are not known`;
  if (missing.length > 0) warnings.push(`${lacks}. Add it as well.`);
  const packed = rows.pack();
  const release: Release = {
    name: quarter.name,
    from: SINCE[setting],
    to: quarter.to,
    rows: packed.rows,
    sources: distinctOrigins(sources),
    ...(missing.length > 0 && { note: lacks }),
  };
  const meta: Meta = { ...packed.meta, release: quarter.name, revision, parts: [...new Set(numbers)].sort() };
  return {
    releases: [release],
    coverage: [{ from: release.from, to: release.to }],
    counts: { pairs: packed.rows, repeated: Math.max(0, rows.length - packed.rows), read },
    warnings,
    sections: packed.sections,
    meta,
  };
}

const SECTIONS_U32 = ["codes", "starts"] as const;
const SECTIONS_I32 = ["edit.from", "edit.to"] as const;

function unchanged(table: Table, warnings: readonly string[]): TableDraft {
  const edits = table.i32("edit.from").length;
  return {
    releases: table.releases,
    coverage: table.coverage,
    counts: { pairs: table.releases[0]!.rows, repeated: 0, read: 0 },
    warnings,
    meta: table.meta,
    sections: {
      ...Object.fromEntries(SECTIONS_U32.map((name) => [name, table.u32(name)])),
      ...Object.fromEntries(SECTIONS_I32.map((name) => [name, table.i32(name)])),
      second: table.u16("second"),
      edit: editSection(table, edits),
      "edit.indicator": table.u8("edit.indicator"),
      "edit.rationale": table.u16("edit.rationale"),
    },
  };
}

function* entries(table: Table): Generator<readonly [string, string]> {
  for (const { first, second, edit } of tableRows(table)) {
    const to = edit.to === OPEN ? "" : formatDate(edit.to);
    yield [
      `${keyText(first, 5)} ${keyText(second, 5)} ${formatDate(edit.from)}`,
      `to ${to || "*"}, indicator ${edit.indicator}, ${edit.rationale}`,
    ];
  }
}

/** Column 1, column 2, indicator; effective date (default 2000-01-01), last day in force (`*`), rationale. */
export type PtpExample = readonly [string, string, 0 | 1 | 9, string?, string?, string?];

function fromExample(example: unknown): PtpLookup {
  const rows = new PtpRows();
  for (const [
    first,
    second,
    indicator,
    from = "2000-01-01",
    to = "*",
    rationale = "Misuse of codes",
  ] of example as PtpExample[]) {
    const edit = { from: isoDate(from)!, to: to === "*" ? OPEN : isoDate(to)!, indicator, rationale };
    rows.add(codeKey(first, 0, 5), codeKey(second, 0, 5), edit);
  }
  const { sections, meta } = rows.pack();
  return new PtpTable(memoryTable({ releases: [], coverage: [], counts: {}, warnings: [], sections, meta }));
}

/** The data set of one setting; both files have the same layout. Layout: domain notes, C.8. */
export function ptpDataSet(setting: PtpSetting, title: string, forms: readonly ClaimForm[]): DataSet<PtpLookup> {
  return {
    id: `ncci-ptp-${setting}`,
    title,
    publisher: "CMS",
    licence:
      "CPT codes are copyright of the American Medical Association; downloaded under its click-through agreement",
    install: "claimlint data add FILE…, with the four files from cms.gov, Medicare NCCI Procedure-to-Procedure edits",
    concerns: (line) => forms.includes(line.form),
    fromExample,
    stored: {
      version: 1,
      recognise: (source) => {
        if (source.kind !== "text" || !isPtpHead(source.head)) return undefined;
        const found = settingOf(source);
        if (found === undefined) return setting === "practitioner" ? "unclear" : undefined;
        return found === setting ? "edits" : undefined;
      },
      compile: (parts, installed, options) => compile(setting, parts, installed, options),
      open: (table) => new PtpTable(table),
      entries,
    },
  };
}
