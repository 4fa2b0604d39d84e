import type { SourceFile } from "../../contract/dataset.ts";
import { calendarDate } from "../../model/dates.ts";
import type { CalendarDate } from "../../model/values.ts";
import { codeKey } from "./code-key.ts";
import { OPEN } from "./ptp-rows.ts";
import { refusal } from "./tables.ts";

/** A code of a list that the user keeps, with the days it stands for; open where the list gives none. */
export interface UserRow {
  readonly code: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Before every service. */
export const ALWAYS = calendarDate(1900, 1, 1)!;

const CODE = /^(?:cpt|cptcodes?|codes?|cpthcpcs|procedurecodes?)$/;
const FROM = /^(?:from|start|startdate|effective|effectivedate|effdate|added|adddate|dateadded)$/;
const TO = /^(?:to|through|end|enddate|termination|terminationdate|termdate|deleted|deletedate|deletiondate)$/;
/** Columns a list of codes has besides; they are not read, as their text may be the AMA's. */
const OTHER =
  /^(?:conceptid|(?:short|medium|long|consumer|clinician)?(?:descriptions?|descriptors?|name|text)?|section|category|status)$/;

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");

interface Places {
  readonly code: number;
  readonly from: number;
  readonly to: number;
}

function placesOf(cells: readonly string[]): Places | undefined {
  const names = cells.map(letters);
  const known = names.every((name) => [CODE, FROM, TO, OTHER].some((kind) => kind.test(name)));
  const find = (kind: RegExp): number => names.findIndex((name) => kind.test(name));
  const code = find(CODE);
  return known && code >= 0 ? { code, from: find(FROM), to: find(TO) } : undefined;
}

const DELIMITERS = ["\t", ";", ","];
const delimiterOf = (head: string): string =>
  DELIMITERS.find((mark) => head.split(/\r?\n/, 1)[0]!.includes(mark)) ?? ",";

/** Is it a table of nothing but codes, dates and descriptions, the first of the codes being a CPT code? */
export function isUserList({ kind, head }: SourceFile): boolean {
  if (kind !== "text") return false;
  const [header = "", first = ""] = head.split(/\r?\n/, 2);
  const cells = (line: string) => line.split(delimiterOf(head)).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const places = placesOf(cells(header));
  return places !== undefined && /^\d{4}[0-9A-Z]$/.test(cells(first)[places.code] ?? "");
}

/** `2026-01-01`, `20260101`, `01/01/2026`. */
function dateOf(text: string): CalendarDate | undefined {
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return us ? calendarDate(Number(us[3]), Number(us[1]), Number(us[2])) : undefined;
}

export function readUserList(source: SourceFile): UserRow[] {
  const rows: UserRow[] = [];
  let places: Places | undefined;
  for (const { line, cells } of source.records(delimiterOf(source.head))) {
    if (places === undefined) {
      places = placesOf(cells);
      if (places === undefined) throw refusal(source, line, "the header names no column of codes");
      continue;
    }
    if (cells.every((cell) => cell.trim() === "")) continue;
    const code = (cells[places.code] ?? "").trim();
    if (code.length !== 5 || codeKey(code, 0, 5) < 0) throw refusal(source, line, `"${code}" is not a code`);
    const date = (column: number, none: CalendarDate): CalendarDate => {
      const text = column < 0 ? "" : (cells[column] ?? "").trim();
      const days = text === "" ? none : dateOf(text);
      if (days === undefined) throw refusal(source, line, `"${text}" is not a date (2026-01-01, 20260101, 01/31/2026)`);
      return days;
    };
    const row = { code, from: date(places.from, ALWAYS), to: date(places.to, OPEN) };
    if (row.from > row.to) throw refusal(source, line, `${code} ends before it begins`);
    rows.push(row);
  }
  if (rows.length === 0) throw refusal(source, undefined, "holds a header and no row");
  return rows;
}
