import type { SourceFile } from "../../contract/dataset.ts";
import { calendarDate } from "../../model/dates.ts";
import type { CalendarDate } from "../../model/values.ts";
import { codeKey } from "./code-key.ts";
import { eachLine, refusal } from "./tables.ts";

/** The files of an ICD-10-CM edition (domain notes, layouts C.1 and C.2), and NCHS's conversion table. */
export type Icd10cmRole = "order" | "codes" | "order addenda" | "codes addenda" | "conversion";

const ORDER = /^\d{5} [A-Z][0-9A-Z]{2}[0-9A-Z ]{4} [01] \S/;
const CODES = /^[A-Z]\d[0-9A-Z]{1,5} +\S[^\t|]*\r?$/;
const ADDENDUM = /^(?:Add|Delete|Revise from|Revise to): +(?:([01]) )?[A-Z][0-9A-Z]{2}/;
/** Of an update that changed nothing the addenda hold the closing counts only. */
const COUNTS = /^\s*(\d+) codes in icd10cm_order_(\d{4})/;

export function icd10cmRole(source: SourceFile): Icd10cmRole | undefined {
  if (source.kind === "workbook") return isConversion(source) ? "conversion" : undefined;
  const lines = source.head.split("\n", 12).filter((line) => line.trim() !== "");
  const [first = "", second = ""] = lines;
  if (ORDER.test(first)) return "order";
  const addendum = ADDENDUM.exec(first);
  if (addendum) return addendum[1] === undefined ? "codes addenda" : "order addenda";
  if (first.startsWith("Headers") && /headers in icd10cm_order/.test(second)) return "order addenda";
  if (first.startsWith("Codes") && COUNTS.test(second)) return "codes addenda";
  // Two lines, in order, so that a list of HCPCS codes with texts is not taken for one of diagnoses.
  if (CODES.test(first) && (second === "" || CODES.test(second)) && first.startsWith("A0")) return "codes";
  return undefined;
}

export const HEADER = 1;
export const BILLABLE = 2;

export interface CodeList {
  readonly codes: readonly string[];
  /** `HEADER` or `BILLABLE` of each. */
  readonly statuses: readonly number[];
  readonly titles: readonly string[];
  readonly billable: number;
  readonly headers: number;
}

function isCode(code: string): boolean {
  return code.length >= 3 && code.charCodeAt(0) >= 65 && codeKey(code, 0, 3) >= 0 && codeKey(code, 3, 4) >= 0;
}

/** Below this a file is somebody's slice and not an edition that lost its end. */
export const EXCERPT_BELOW = 1000;

/** Order file: every header and billable code with its titles. */
export function readOrder(source: SourceFile): CodeList {
  const codes: string[] = [];
  const statuses: number[] = [];
  const titles: string[] = [];
  const seen = new Set<string>();
  let billable = 0;
  let gap: number | undefined;
  let previous = 0;
  const ended = eachLine(source.text(), (line, number) => {
    if (line === "" || line === "\u001a") return;
    const code = line.slice(6, 13).trimEnd();
    const flag = line.charCodeAt(14) - 48;
    const order = Number(line.slice(0, 5));
    const shaped = line.length > 77 && (flag === 0 || flag === 1) && order > previous && isCode(code);
    if (!shaped || line[5] !== " " || line[13] !== " " || line[15] !== " " || line[76] !== " ") {
      throw refusal(
        source,
        number,
        "not a line of an ICD-10-CM order file (number, code, 0 or 1, short and long title)",
      );
    }
    if (seen.has(code)) throw refusal(source, number, `the code ${code} stands here for the second time`);
    if (order !== codes.length + 1 && gap === undefined) gap = number;
    previous = order;
    seen.add(code);
    codes.push(code);
    statuses.push(flag === 1 ? BILLABLE : HEADER);
    titles.push(line.slice(77).trimEnd());
    billable += flag;
  });
  if (codes.length >= EXCERPT_BELOW) {
    if (!ended) throw refusal(source, codes.length, "the file is cut short: its last line has no end");
    if (gap !== undefined) throw refusal(source, gap, "the order numbers do not follow each other: lines are missing");
  }
  return { codes, statuses, titles, billable, headers: codes.length - billable };
}

/** Codes file: the billable codes alone. */
export function readCodes(source: SourceFile): CodeList {
  const codes: string[] = [];
  const titles: string[] = [];
  const ended = eachLine(source.text(), (line, number) => {
    if (line === "" || line === "\u001a") return;
    const space = line.indexOf(" ");
    const code = line.slice(0, space);
    const title = line.slice(space).trim();
    if (!isCode(code) || code.length > 7 || title === "") {
      throw refusal(source, number, "not a line of an ICD-10-CM codes file (code and title)");
    }
    codes.push(code);
    titles.push(title);
  });
  if (!ended && codes.length >= EXCERPT_BELOW) {
    throw refusal(source, codes.length, "the file is cut short: its last line has no end");
  }
  return { codes, statuses: codes.map(() => BILLABLE), titles, billable: codes.length, headers: 0 };
}

export interface Addenda {
  /** Fiscal year of the order file that was revised. */
  readonly beforeYear: number | undefined;
  readonly codesBefore: number | undefined;
  readonly codesAfter: number | undefined;
  readonly added: readonly { readonly code: string; readonly status: number }[];
  readonly deleted: readonly { readonly code: string; readonly status: number; readonly title: string }[];
}

/** The order file's addenda: what was added and deleted since the edition before, headers included. */
export function readOrderAddenda(source: SourceFile): Addenda {
  const added: { code: string; status: number }[] = [];
  const deleted: { code: string; status: number; title: string }[] = [];
  const counts: { codes: number; year: number }[] = [];
  eachLine(source.text(), (line, number) => {
    const count = COUNTS.exec(line);
    if (count) counts.push({ codes: Number(count[1]), year: Number(count[2]) });
    if (!/^(?:Add|Delete):/.test(line)) return;
    const code = line.slice(15, 22).trimEnd();
    const flag = line[13];
    if ((flag !== "0" && flag !== "1") || !isCode(code)) throw refusal(source, number, "not a line of order addenda");
    const status = flag === "1" ? BILLABLE : HEADER;
    if (line.startsWith("Add")) added.push({ code, status });
    else deleted.push({ code, status, title: line.slice(84).trim() });
  });
  const [before, after] = counts;
  return { beforeYear: before?.year, codesBefore: before?.codes, codesAfter: after?.codes, added, deleted };
}

export interface Conversion {
  readonly previous: string;
  readonly current: string;
  readonly from: CalendarDate;
}

const CONVERSION_HEADER = ["current code assignment", "effective", "previous code(s) assignment"];

function isConversion(source: SourceFile): boolean {
  // Reading a workbook is dear; the conversion table is one of few that CMS and NCHS name, but never by name alone.
  return conversionHeader([...source.records()].slice(0, 10)) !== undefined;
}

function conversionHeader(rows: readonly { line: number; cells: readonly string[] }[]): number | undefined {
  return rows.find(({ cells }) => CONVERSION_HEADER.every((name, i) => cells[i]?.trim().toLowerCase() === name))?.line;
}

/** Days from the spreadsheet epoch 1899-12-30 to 1970-01-01. */
const SERIAL_OF_1970 = 25569;

/**
 * The table says of each new code what was assigned before. `Effective` is the year whose 1 October counts, or a date
 * for the updates in between (as a serial). The cell of previous codes is prose: `A`, `A and B`, `A-B`, `A; B`, `None`,
 * `Codes in Categories A-B`. A range that runs over the last character is written out, longer ones are left out.
 */
export function readConversion(source: SourceFile): Conversion[] {
  const rows = [...source.records()];
  const header = conversionHeader(rows.slice(0, 10));
  if (header === undefined) throw refusal(source, 1, "the header of the conversion table is not where it was");
  const found: Conversion[] = [];
  for (const { line, cells } of rows) {
    if (line <= header || cells.every((cell) => cell.trim() === "")) continue;
    const current = (cells[0] ?? "").trim().replace(".", "");
    const from = effective(cells[1] ?? "");
    if (!isCode(current) || from === undefined) throw refusal(source, line, "not a row of the conversion table");
    const text = cells[2] ?? "";
    if (/^\s*Codes in Categor/i.test(text)) continue;
    for (const match of text.matchAll(
      /\b([A-Z]\d[0-9A-Z]\.?[0-9A-Z]{0,4})(\.?-)?(?:\s*-\s*([A-Z]\d[0-9A-Z]\.?[0-9A-Z]{0,4}))?/g,
    )) {
      const first = match[1]!.replace(".", "");
      const last = match[3]?.replace(".", "");
      if (last === undefined) {
        if (match[2] === undefined) found.push({ previous: first, current, from });
      } else for (const previous of codesBetween(first, last)) found.push({ previous, current, from });
    }
  }
  return found;
}

function codesBetween(first: string, last: string): string[] {
  const stem = first.slice(0, -1);
  if (first.length !== last.length || !last.startsWith(stem)) return [];
  const characters = [..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return characters.map((character) => stem + character).filter((code) => code >= first && code <= last);
}

function effective(text: string): CalendarDate | undefined {
  const number = Number(text.trim());
  if (number >= 2015 && number <= 2100) return calendarDate(number, 10, 1);
  return number > 42_000 && number < 80_000 ? Math.floor(number) - SERIAL_OF_1970 : undefined;
}
