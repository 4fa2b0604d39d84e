import type {
  CompileOptions,
  DataSet,
  SourceFile,
  SourcePart,
  SourceRecord,
  Table,
  TableDraft,
} from "../contract/dataset.ts";
import { calendarDate, day, formatDate, isLeapYear } from "../model/dates.ts";
import { groupBy } from "../model/group.ts";
import type { CalendarDate } from "../model/values.ts";
import { codeKey, keyText } from "./parts/code-key.ts";
import { OPEN } from "./parts/ptp-rows.ts";
import { quarterAt, quarterNamed } from "./parts/quarter.ts";
import { distinctOrigins, memoryTable, refusal } from "./parts/tables.ts";

/** What an add-on code needs beside it on a date. */
export interface AddOn {
  /** 1: a listed primary; 2: the contractor decides which; 3: a listed one, or one that the contractor accepts. */
  readonly type: 1 | 2 | 3;
  /** The listed primaries in force; empty where the contractor alone decides. */
  readonly primaries: ReadonlySet<string>;
  /** The contractor may accept codes that are not listed (`CCCCC`). */
  readonly contractorDefined: boolean;
  /** Special instructions of the rows in force. */
  readonly notes: readonly string[];
}

/** NCCI add-on code edits. */
export interface AddOnLookup {
  /** Undefined where the code is no add-on code on the date, or not in that setting. */
  readonly addOn: (code: string, date: CalendarDate, setting?: "professional" | "institutional") => AddOn | undefined;
}

interface Row {
  readonly type: number;
  readonly addOn: string;
  /** `CCCCC`: contractor-defined. */
  readonly primary: string;
  readonly from: CalendarDate;
  /** Last valid day: the earliest of the three deletion dates of a row. */
  readonly to: CalendarDate;
  readonly note: string;
}

interface Meta {
  readonly notes: readonly string[];
}

/** The first edits are of 2013-04-01. */
const SINCE = day("2013-04-01");
const CONTRACTOR = "CCCCC";
const NO_DATE = new Set(["", "0", "9999999"]);

const COLUMNS = ["type", "addOn", "addOnDeleted", "primary", "primaryDeleted", "from", "to", "note"] as const;
type Column = (typeof COLUMNS)[number];

/** Headers differ from year to year (`AOC_DelDT`, `AOC_DEL_DT_JULIAN`) and are compared by their letters. */
const NAMES: Readonly<Record<Column, RegExp>> = {
  type: /^aocedittype$/,
  addOn: /^addoncode$/,
  addOnDeleted: /^(?:aoc|addoncode)del(?:etion)?(?:dt|date)(?:julian)?$/,
  primary: /^primarycode$/,
  primaryDeleted: /^primarycodedel(?:etion)?(?:dt|date)(?:julian)?$/,
  from: /^aocediteff(?:ective)?(?:dt|date)(?:julian)?$/,
  to: /^aoceditdel(?:etion)?(?:dt|date)(?:julian)?$/,
  note: /^specialinstructions?(?:notes?)?$/,
};

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");

function columnsOf(cells: readonly string[]): Readonly<Record<Column, number>> | undefined {
  const names = cells.map(letters);
  const found = Object.fromEntries(COLUMNS.map((c) => [c, names.findIndex((name) => NAMES[c].test(name))]));
  return found["addOn"]! >= 0 && found["primary"]! >= 0 ? (found as Record<Column, number>) : undefined;
}

function records(source: SourceFile): Iterable<SourceRecord> {
  return source.kind === "workbook" ? source.records() : source.records("\t");
}

/** `2013091` is the 91st day of 2013. A plain YYYYMMDD is read too. */
function julian(text: string): CalendarDate | undefined {
  if (/^\d{8}$/.test(text))
    return calendarDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  if (!/^\d{7}$/.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const number = Number(text.slice(4));
  if (number < 1 || number > (isLeapYear(year) ? 366 : 365)) return undefined;
  const first = calendarDate(year, 1, 1);
  return first === undefined ? undefined : first + number - 1;
}

function read(source: SourceFile): Row[] {
  const rows: Row[] = [];
  let columns: Readonly<Record<Column, number>> | undefined;
  for (const { line, cells } of records(source)) {
    if (columns === undefined) {
      columns = columnsOf(cells);
      const missing = columns && COLUMNS.find((column) => columns![column] < 0 && column !== "note");
      if (missing) throw refusal(source, line, `the header has changed: the column of "${missing}" is not there`);
      continue;
    }
    const at = columns;
    const cell = (column: Column): string => (cells[at[column]] ?? "").trim();
    if (cells.every((text) => text.trim() === "")) continue;
    const type = Number(cell("type"));
    if (type !== 1 && type !== 2 && type !== 3) throw refusal(source, line, `the edit type is "${cell("type")}"`);
    for (const column of ["addOn", "primary"] as const) {
      const code = cell(column);
      if (code.length !== 5 || codeKey(code, 0, 5) < 0) throw refusal(source, line, `"${code}" is not a code`);
    }
    const date = (column: Column): CalendarDate => {
      const text = cell(column);
      if (NO_DATE.has(text)) return OPEN;
      const days = julian(text);
      if (days === undefined) throw refusal(source, line, `"${text}" is not a date of the form YYYYDDD`);
      return days;
    };
    if (NO_DATE.has(cell("from"))) throw refusal(source, line, "the row has no effective date");
    rows.push({
      type,
      addOn: cell("addOn"),
      primary: cell("primary"),
      from: date("from"),
      to: Math.min(date("addOnDeleted"), date("primaryDeleted"), date("to")),
      note: cell("note")
        .replace(/^"+|"+$/g, "")
        .trim(),
    });
  }
  if (columns === undefined)
    throw refusal(source, undefined, "the header row (Add-On_Code, Primary_Code) is not there");
  if (rows.length === 0) throw refusal(source, undefined, "holds a header and no row");
  return rows;
}

type Setting = "professional" | "institutional" | undefined;

/** The edits of one code in one setting, worked out once for each stretch of days without a change. */
class CodeEdits {
  readonly #rows: readonly Row[];
  /** Days on which an edit begins or has ended, ascending. */
  readonly #changes: readonly CalendarDate[];
  readonly #between = new Map<number, AddOn | undefined>();

  constructor(rows: readonly Row[], setting: Setting) {
    // As with PTP pairs, an edit that ends on its first day never applied ("temporarily suspended").
    this.#rows = rows.filter(({ from, to, note }) => from !== to && appliesIn(note, setting));
    this.#changes = [...new Set(this.#rows.flatMap(({ from, to }) => [from, to + 1]))].sort((x, y) => x - y);
  }

  on(date: CalendarDate): AddOn | undefined {
    const stretch = this.#changes.filter((change) => change <= date).length;
    if (!this.#between.has(stretch)) this.#between.set(stretch, this.#find(date));
    return this.#between.get(stretch);
  }

  #find(date: CalendarDate): AddOn | undefined {
    const rows = this.#rows.filter(({ from, to }) => from <= date && date <= to);
    if (rows.length === 0) return undefined;
    return {
      type: Math.max(...rows.map(({ type }) => type)) as AddOn["type"],
      primaries: new Set(rows.map(({ primary }) => primary).filter((primary) => primary !== CONTRACTOR)),
      contractorDefined: rows.some(({ primary }) => primary === CONTRACTOR),
      notes: [...new Set(rows.map(({ note }) => note).filter((note) => note !== ""))],
    };
  }
}

class AddOnTable implements AddOnLookup {
  readonly #table: Table;
  #rows: Map<string, Row[]> | undefined;
  readonly #edits = new Map<string, CodeEdits>();

  constructor(table: Table) {
    this.#table = table;
  }

  addOn(code: string, date: CalendarDate, setting?: Setting): AddOn | undefined {
    this.#rows ??= groupBy(rowsOf(this.#table), (row) => row.addOn);
    const rows = this.#rows.get(code);
    if (rows === undefined) return undefined;
    const key = `${code} ${setting}`;
    let edits = this.#edits.get(key);
    if (edits === undefined) {
      edits = new CodeEdits(rows, setting);
      this.#edits.set(key, edits);
    }
    return edits.on(date);
  }
}

/** `96360 (Practitioner Only)`, `96376 may be reported by facilities only`. */
function appliesIn(note: string, setting: Setting): boolean {
  if (/practitioner only/i.test(note)) return setting !== "institutional";
  return !/facilit(?:y|ies) only/i.test(note) || setting !== "professional";
}

function* rowsOf(table: Table): Generator<Row> {
  const { notes } = table.meta as Meta;
  const [addOn, primary] = [table.u32("addOn"), table.u32("primary")];
  const [from, to] = [table.i32("from"), table.i32("to")];
  const [type, note] = [table.u8("type"), table.u16("note")];
  for (let row = 0; row < addOn.length; row++) {
    yield {
      type: type[row]!,
      addOn: keyText(addOn[row]!, 5),
      primary: keyText(primary[row]!, 5),
      from: from[row]!,
      to: to[row]!,
      note: notes[note[row]!]!,
    };
  }
}

/** `AOC_V2026Q2-MCR.xlsx`. The rows carry their dates, so the newest release holds what the older ones did. */
function compile(parts: readonly SourcePart[], installed: Table | undefined, options: CompileOptions): TableDraft {
  const warnings: string[] = [];
  const files = parts.map(({ source }) => {
    const rows = read(source);
    const named = quarterNamed(options.release ?? source.name) ?? quarterNamed(source.container ?? "");
    const latest = Math.max(...rows.map(({ from }) => from));
    const quarter = named ?? quarterAt(latest);
    if (named === undefined) {
      warnings.push(
        `${source.where}: its name does not say which release it is; taken as ${quarter.name}, its latest date`,
      );
    } else if (latest > named.to) {
      throw refusal(source, undefined, `is called ${named.name} but has rows of ${formatDate(latest)}`);
    }
    return { source, rows, quarter };
  });
  files.sort((a, b) => a.quarter.from - b.quarter.from);
  const newest = files.at(-1)!;
  const held = installed?.releases[0];
  if (installed !== undefined && held !== undefined && held.to > newest.quarter.to) {
    warnings.push(`${newest.quarter.name} is older than ${held.name}, which was kept`);
    return draftOf([...rowsOf(installed)], held, warnings);
  }
  // The workbook and the text of one release hold the same rows.
  const same = files.filter(({ quarter }) => quarter.name === newest.quarter.name);
  const release = {
    name: newest.quarter.name,
    from: SINCE,
    to: newest.quarter.to,
    sources: distinctOrigins(same.map(({ source }) => source.origin)),
  };
  return draftOf(
    same.flatMap(({ rows }) => rows),
    release,
    warnings,
  );
}

function draftOf(
  all: readonly Row[],
  release: Omit<TableDraft["releases"][number], "rows">,
  warnings: string[],
): TableDraft {
  const text = (row: Row): string =>
    [row.addOn, row.primary, formatDate(row.from), row.to, row.type, row.note].join("|");
  const byText = new Map(all.map((row) => [text(row), row]));
  const rows = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  const notes = [...new Set(rows.map(({ note }) => note))].sort();
  return {
    releases: [{ ...release, rows: rows.length }],
    coverage: [{ from: release.from, to: release.to }],
    counts: { edits: rows.length },
    warnings,
    meta: { notes } satisfies Meta,
    sections: {
      addOn: Uint32Array.from(rows, (row) => codeKey(row.addOn, 0, 5)),
      primary: Uint32Array.from(rows, (row) => codeKey(row.primary, 0, 5)),
      from: Int32Array.from(rows, (row) => row.from),
      to: Int32Array.from(rows, (row) => row.to),
      type: Uint8Array.from(rows, (row) => row.type),
      note: Uint16Array.from(rows, (row) => notes.indexOf(row.note)),
    },
  };
}

/** Type, add-on code, primary (`CCCCC`: contractor-defined); first day, last day, note. */
export type AddOnExample = readonly [1 | 2 | 3, string, string, string?, string?, string?];

function fromExample(example: unknown): AddOnLookup {
  const rows = (example as AddOnExample[]).map(
    ([type, addOn, primary, from = "2013-04-01", to = "9999-12-31", note = ""]) => ({
      type,
      addOn,
      primary,
      from: day(from),
      to: day(to),
      note,
    }),
  );
  return new AddOnTable(memoryTable(draftOf(rows, { name: "example", from: SINCE, to: OPEN, sources: [] }, [])));
}

/** NCCI add-on code edits. Layout: domain notes, C.10. */
const addOnCodes: DataSet<AddOnLookup> = {
  id: "add-on-codes",
  title: "NCCI add-on code edits",
  publisher: "CMS",
  licence: "US government work; CPT codes are copyright of the American Medical Association",
  install: "claimlint data add FILE, with the file (AOC_V…-MCR.xlsx) from cms.gov, Medicare NCCI Add-on Code Edits",
  fromExample,
  stored: {
    version: 1,
    recognise: (source) => {
      if (source.kind === "text") return /add-?_?on_?code\t/i.test(source.head) ? "edits" : undefined;
      let row = 0;
      for (const { cells } of source.records()) {
        if (columnsOf(cells) !== undefined) return "edits";
        if (++row === 5) break;
      }
      return undefined;
    },
    compile,
    open: (table) => new AddOnTable(table),
    *entries(table) {
      for (const { addOn, primary, from, to, type, note } of rowsOf(table)) {
        const end = to === OPEN ? "*" : formatDate(to);
        yield [`${addOn} ${primary} ${formatDate(from)}`, `to ${end}, type ${type}${note && `, ${note}`}`];
      }
    },
  },
};

export default addOnCodes;
