import { parseDate } from "../../codes/date.ts";
import type { SourceFile } from "../../contract/dataset.ts";
import { DATE_FORMATS } from "../../model/dates.ts";
import type { CalendarDate } from "../../model/values.ts";
import { codeKey } from "./code-key.ts";
import { OPEN } from "./ptp-rows.ts";
import { refusal } from "./tables.ts";
import { ALWAYS } from "./user-list.ts";

export const PAYER_LISTS = ["not-covered", "prior-authorization", "max-units", "pair"] as const;
export type PayerListKind = (typeof PAYER_LISTS)[number];

/** What the user wrote down about a payer. */
export interface PayerRow {
  readonly list: PayerListKind;
  /** As written; `*` stands for any payer, a trailing `*` for any ending. */
  readonly payer: string;
  /** A code, or a beginning and `*`. */
  readonly code: string;
  /** Of a pair: the code that is not paid beside the other one; else blank. */
  readonly code2: string;
  /** Of a maximum; else 0. */
  readonly units: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly note: string;
}

const COLUMNS = {
  payer: /^payer(?:name|id)?$/,
  code: /^(?:code1?|procedure(?:code)?|cpt|hcpcs|cpthcpcs)$/,
  list: /^list$/,
  code2: /^(?:code2|secondcode|othercode)$/,
  units: /^(?:units|maxunits|maximum)$/,
  from: /^(?:from|start|effective|effectivedate)$/,
  to: /^(?:to|through|end|enddate)$/,
  note: /^(?:notes?|policy|reason)$/,
} as const;
type Column = keyof typeof COLUMNS;
type Places = Readonly<Record<Column, number>>;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

const KINDS: readonly (readonly [RegExp, PayerListKind])[] = [
  [/^no[nt]covered$/, "not-covered"],
  [/^prior(?:authorization|auth)$|^authorization$/, "prior-authorization"],
  [/^max(?:imum)?units$|^unitsmaximum$/, "max-units"],
  [/^(?:code)?pair$/, "pair"],
];

const DELIMITERS = ["\t", ";", ","];
const LONGEST_NOTE = 120;

function delimiterOf({ head }: SourceFile): string {
  const first = head.split(/\r?\n/, 1)[0]!;
  return DELIMITERS.find((mark) => first.includes(mark)) ?? ",";
}

function placesOf(cells: readonly string[]): Places | undefined {
  const names = cells.map(lettersOf);
  const places = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, name]) => [column, names.findIndex((each) => name.test(each))]),
  ) as Record<Column, number>;
  return places.payer >= 0 && places.code >= 0 && places.list >= 0 ? places : undefined;
}

/** Does the first row name the columns payer, code and list? */
export function isPayerList(source: SourceFile): boolean {
  if (source.kind === "text") {
    const cells = source.head.split(/\r?\n/, 1)[0]!.split(delimiterOf(source));
    return placesOf(cells) !== undefined;
  }
  for (const { cells } of source.records()) return placesOf(cells) !== undefined;
  return false;
}

export function readPayerList(source: SourceFile): PayerRow[] {
  const rows: PayerRow[] = [];
  let places: Places | undefined;
  for (const { line, cells } of source.records(delimiterOf(source))) {
    if (places === undefined) {
      places = placesOf(cells);
      if (places === undefined)
        throw refusal(source, line, "the header does not name the columns payer, code and list");
      continue;
    }
    if (cells.every((cell) => cell.trim() === "")) continue;
    rows.push(rowOf(source, line, cells, places));
  }
  if (rows.length === 0) throw refusal(source, undefined, "holds a header and no row");
  return rows;
}

function rowOf(source: SourceFile, line: number, cells: readonly string[], places: Places): PayerRow {
  // A row is kept as a text with tabs between its cells.
  const cell = (column: Column): string => (cells[places[column]] ?? "").replace(/\s+/g, " ").trim();
  const list = KINDS.find(([name]) => name.test(lettersOf(cell("list"))))?.[1];
  if (list === undefined)
    throw refusal(source, line, `"${cell("list")}" is not a list: write ${PAYER_LISTS.join(", ")}`);
  const pattern = (column: "code" | "code2"): string => {
    const text = cell(column).toUpperCase();
    const whole = text.length === 5 && codeKey(text, 0, 5) >= 0;
    const beginning = /^([0-9A-Z]{1,4})\*$/.test(text);
    if (!whole && !beginning) throw refusal(source, line, `"${text}" is not a code, nor the beginning of one with *`);
    return text;
  };
  const date = (column: "from" | "to", none: CalendarDate): CalendarDate => {
    const text = cell(column);
    const days = text === "" ? none : dateOf(source, text);
    if (days === undefined) throw refusal(source, line, `"${text}" is not a date (2026-01-01, 20260101, 01/31/2026)`);
    return days;
  };
  const units = Number(cell("units"));
  if (list === "max-units" && !(units > 0)) throw refusal(source, line, `"${cell("units")}" is no number of units`);
  const from = date("from", ALWAYS);
  const to = date("to", OPEN);
  if (from > to) throw refusal(source, line, `${cell("code")} ends before it begins`);
  return {
    list,
    payer: cell("payer") || "*",
    code: pattern("code"),
    code2: list === "pair" ? pattern("code2") : "",
    units: list === "max-units" ? units : 0,
    from,
    to,
    note: cell("note").slice(0, LONGEST_NOTE),
  };
}

/** 1970-01-01 as a spreadsheet counts days. */
const SPREADSHEET_EPOCH = 25_569;

function dateOf({ kind }: SourceFile, text: string): CalendarDate | undefined {
  if (kind === "workbook" && /^\d{5}$/.test(text)) return Number(text) - SPREADSHEET_EPOCH;
  const formats = DATE_FORMATS.filter((format) => /^YYYY|^MM/.test(format));
  return formats.map((format) => parseDate(text, format)).find((days) => days !== undefined);
}
