import type { Section, SourceFile, Table } from "../../contract/dataset.ts";
import { calendarDate } from "../../model/dates.ts";
import type { CalendarDate } from "../../model/values.ts";
import { refusal } from "./tables.ts";

/** A row without deletion date: in force on every later day. */
export const OPEN: CalendarDate = calendarDate(9999, 12, 31)!;

const HEADER_LINES = 6;
const TAB = 9;
const LF = 10;
const CR = 13;
const STAR = 42;
const ZERO = 48;
/** Base 37, as `codeKey`: digits 1–10, capitals 11–36. −1 elsewhere. */
const VALUES = new Int8Array(256).fill(-1);
for (let i = 0; i < 10; i++) VALUES[48 + i] = i + 1;
for (let i = 0; i < 26; i++) VALUES[65 + i] = i + 11;

/** CMS's rationales: a last row without line end is whole if it ends in one of them. New ones are accepted elsewhere. */
const RATIONALES = new Set([
  "Anesthesia service included in surgical procedure",
  "CPT Manual or CMS manual coding instruction",
  "CPT Separate procedure definition",
  "Gender-specific procedures",
  "HCPCS/CPT procedure code definition",
  "Laboratory panel",
  "Misuse of Column Two code with Column One code",
  "More extensive procedure",
  "Mutually exclusive procedures",
  "Sequential procedure",
  "Standard preparation/monitoring services for anesthesia",
  "Standards of medical/surgical practice",
]);

/** Dates, indicator and rationale of an edit: a few thousand different ones stand for millions of rows. */
export interface PtpEdit {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly indicator: number;
  readonly rationale: string;
}

/** Collects rows by number and packs them. Works on bytes: a string for each of 2.5 million rows costs seconds. */
export class PtpRows {
  #first = new Uint16Array(1 << 16);
  #second = new Uint16Array(1 << 16);
  #edit = new Uint32Array(1 << 16);
  #length = 0;
  readonly #codes: number[] = [];
  readonly #codeIds = new Map<number, number>();
  readonly #edits: PtpEdit[] = [];
  readonly #editIds = new Map<string, number>();
  /** Latest date of any row, deletions included. */
  latest = -1e9;

  get length(): number {
    return this.#length;
  }

  add(first: number, second: number, edit: PtpEdit): void {
    this.#push(this.#code(first), this.#code(second), this.#idOf(edit));
  }

  /** Adds every row of a publisher's file, or throws at the line that is not one. */
  addFile(source: SourceFile): void {
    const bytes = source.bytes();
    let at = skipHeader(bytes, source);
    let line = HEADER_LINES;
    const dates = new Map<number, CalendarDate>();
    const texts = new Map<string, string>();
    const known = new Map<number, Map<string, number>>();
    let lastKey = -1;
    let lastFirst = 0;
    const fail = (message: string) => refusal(source, line, message, "Download the file again; nothing was changed.");
    const code = (start: number): number => {
      let key = 0;
      for (let i = start; i < start + 5; i++) {
        const value = VALUES[bytes[i]!] ?? -1;
        if (value < 0) throw fail("a column 1 or column 2 code is not five digits or capital letters");
        key = key * 37 + value;
      }
      if (bytes[start + 5] !== TAB) throw fail("a code is not followed by a tab: this is not an NCCI PTP row");
      return key;
    };
    const date = (start: number): CalendarDate => {
      let number = 0;
      for (let i = start; i < start + 8; i++) {
        const digit = bytes[i]! - ZERO;
        if (!(digit >= 0 && digit <= 9)) throw fail("a date is not YYYYMMDD");
        number = number * 10 + digit;
      }
      let days = dates.get(number);
      if (days === undefined) {
        days = calendarDate(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
        if (days === undefined) throw fail(`${number} is not a day of the calendar`);
        dates.set(number, days);
        if (days > this.latest) this.latest = days;
      }
      return days;
    };
    while (at < bytes.length) {
      line++;
      const end = bytes.indexOf(LF, at);
      const stop = end < 0 ? bytes.length : bytes[end - 1] === CR ? end - 1 : end;
      if (stop === at || isBlank(bytes, at, stop)) {
        if (end < 0) break;
        at = end + 1;
        continue;
      }
      const first = code(at);
      const second = code(at + 6);
      let next = at + 12;
      if (bytes[next] === STAR) next++;
      if (bytes[next++] !== TAB) throw fail("the third column holds something else than nothing or *");
      const from = date(next);
      next += 8;
      if (bytes[next++] !== TAB) throw fail("the effective date is not followed by a tab");
      let to = OPEN;
      if (bytes[next] === STAR) next++;
      else {
        to = date(next);
        next += 8;
      }
      if (bytes[next++] !== TAB) throw fail("the deletion date is not followed by a tab");
      const indicator = bytes[next]! - ZERO;
      if (indicator !== 0 && indicator !== 1 && indicator !== 9) throw fail("the modifier indicator is not 0, 1 or 9");
      if (bytes[next + 1] !== TAB) throw fail("the modifier indicator is not followed by a tab");
      const text = latin1(bytes, next + 2, stop);
      if (end < 0 && !texts.has(text) && !RATIONALES.has(text)) throw fail("the file is cut short in its last row");
      let rationale = texts.get(text);
      if (rationale === undefined) {
        rationale = text.trim();
        if (rationale.includes("\t")) throw fail("the row has more than seven columns");
        texts.set(text, rationale);
      }
      // Dates fit 22 bits each from 1800 to 9999; the indicator is one digit.
      const packed = ((from + 100_000) * 4_194_304 + (to + 100_000)) * 10 + indicator;
      let byText = known.get(packed);
      if (byText === undefined) {
        byText = new Map();
        known.set(packed, byText);
      }
      let edit = byText.get(rationale);
      if (edit === undefined) {
        edit = this.#idOf({ from, to, indicator, rationale });
        byText.set(rationale, edit);
      }
      if (first !== lastKey) {
        lastKey = first;
        lastFirst = this.#code(first);
      }
      this.#push(lastFirst, this.#code(second), edit);
      if (end < 0) break;
      at = end + 1;
    }
    if (line === HEADER_LINES) throw refusal(source, undefined, "holds a header and no row");
  }

  /** Adds the rows of a compiled table. */
  addTable(table: Table): void {
    for (const { first, second, edit } of tableRows(table)) this.add(first, second, edit);
  }

  /** Sorted by column 1, column 2 and dates; a row that is there twice is kept once. */
  pack(): { sections: Record<string, Section>; meta: PtpMeta; rows: number } {
    const codes = Uint32Array.from(this.#codes).sort();
    const rankOf = new Map<number, number>();
    codes.forEach((key, rank) => void rankOf.set(key, rank));
    const codeRank = this.#codes.map((key) => rankOf.get(key)!);
    const rationales = [...new Set(this.#edits.map((edit) => edit.rationale))].sort();
    const order = this.#edits.map((_, id) => id).sort((a, b) => compareEdits(this.#edits[a]!, this.#edits[b]!));
    const editRank = new Uint32Array(order.length);
    order.forEach((id, rank) => {
      editRank[id] = rank;
    });
    const starts = new Uint32Array(codes.length + 1);
    for (let i = 0; i < this.#length; i++) starts[codeRank[this.#first[i]!]! + 1]!++;
    for (let i = 0; i < codes.length; i++) starts[i + 1]! += starts[i]!;
    const cursor = starts.slice();
    // Column 2 and edit in one number below 2^53, so that a row is sorted as a number.
    const rows = new Float64Array(this.#length);
    const span = order.length;
    for (let i = 0; i < this.#length; i++) {
      rows[cursor[codeRank[this.#first[i]!]!]!++] = codeRank[this.#second[i]!]! * span + editRank[this.#edit[i]!]!;
    }
    const second = new Uint16Array(this.#length);
    const edit = span <= 0x10000 ? new Uint16Array(this.#length) : new Uint32Array(this.#length);
    const packed = new Uint32Array(codes.length + 1);
    let length = 0;
    for (let code = 0; code < codes.length; code++) {
      const group = rows.subarray(starts[code]!, starts[code + 1]!);
      if (!isSorted(group)) group.sort();
      let previous = -1;
      for (const row of group) {
        if (row === previous) continue;
        previous = row;
        const column2 = Math.floor(row / span);
        second[length] = column2;
        edit[length++] = row - column2 * span;
      }
      packed[code + 1] = length;
    }
    const edits = order.map((id) => this.#edits[id]!);
    return {
      rows: length,
      meta: { rationales },
      sections: {
        codes,
        starts: packed,
        second: second.slice(0, length),
        edit: edit.slice(0, length),
        "edit.from": Int32Array.from(edits, ({ from }) => from),
        "edit.to": Int32Array.from(edits, ({ to }) => to),
        "edit.indicator": Uint8Array.from(edits, ({ indicator }) => indicator),
        "edit.rationale": Uint16Array.from(edits, ({ rationale }) => rationales.indexOf(rationale)),
      },
    };
  }

  #push(first: number, second: number, edit: number): void {
    if (this.#length === this.#first.length) {
      this.#first = grown(this.#first, new Uint16Array(this.#length * 2));
      this.#second = grown(this.#second, new Uint16Array(this.#length * 2));
      this.#edit = grown(this.#edit, new Uint32Array(this.#length * 2));
    }
    this.#first[this.#length] = first;
    this.#second[this.#length] = second;
    this.#edit[this.#length++] = edit;
  }

  #code(key: number): number {
    let id = this.#codeIds.get(key);
    if (id === undefined) {
      id = this.#codes.push(key) - 1;
      if (id > 0xffff) throw new Error("more than 65,536 codes in a PTP table");
      this.#codeIds.set(key, id);
    }
    return id;
  }

  #idOf(edit: PtpEdit): number {
    const key = `${edit.from}|${edit.to}|${edit.indicator}|${edit.rationale}`;
    let id = this.#editIds.get(key);
    if (id === undefined) {
      id = this.#edits.push(edit) - 1;
      this.#editIds.set(key, id);
    }
    return id;
  }
}

export interface PtpMeta {
  readonly rationales: readonly string[];
}

export function* tableRows(table: Table): Generator<{ first: number; second: number; edit: PtpEdit }> {
  const codes = table.u32("codes");
  const starts = table.u32("starts");
  const second = table.u16("second");
  const edits = tableEdits(table);
  const edit = editSection(table, edits.length);
  for (let code = 0; code < codes.length; code++) {
    for (let row = starts[code]!; row < starts[code + 1]!; row++) {
      yield { first: codes[code]!, second: codes[second[row]!]!, edit: edits[edit[row]!]! };
    }
  }
}

/** Two bytes a row as long as the different edits fit. */
export function editSection(table: Table, edits: number): Uint16Array | Uint32Array {
  return edits <= 0x10000 ? table.u16("edit") : table.u32("edit");
}

export function tableEdits(table: Table): PtpEdit[] {
  const { rationales } = table.meta as PtpMeta;
  const to = table.i32("edit.to");
  const indicator = table.u8("edit.indicator");
  const rationale = table.u16("edit.rationale");
  return Array.from(table.i32("edit.from"), (from, id) => ({
    from,
    to: to[id]!,
    indicator: indicator[id]!,
    rationale: rationales[rationale[id]!]!,
  }));
}

function compareEdits(a: PtpEdit, b: PtpEdit): number {
  return (
    a.from - b.from ||
    a.to - b.to ||
    a.indicator - b.indicator ||
    (a.rationale < b.rationale ? -1 : a.rationale > b.rationale ? 1 : 0)
  );
}

function grown<A extends Uint16Array | Uint32Array>(from: A, into: A): A {
  into.set(from);
  return into;
}

function isSorted(numbers: Float64Array): boolean {
  for (let i = 1; i < numbers.length; i++) if (numbers[i]! < numbers[i - 1]!) return false;
  return true;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== TAB && bytes[i] !== 32) return false;
  return true;
}

let lastText = "";
/** The rationale of one row is nearly always that of the row before. */
function latin1(bytes: Uint8Array, from: number, to: number): string {
  if (to - from === lastText.length) {
    let same = true;
    for (let i = from; same && i < to; i++) same = bytes[i] === lastText.charCodeAt(i - from);
    if (same) return lastText;
  }
  let text = "";
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]!);
  lastText = text;
  return text;
}

/** Does this begin like a PTP file, notice, title and the header of four lines? */
export function isPtpHead(head: string): boolean {
  const lines = head.split("\n", HEADER_LINES);
  return /^column ?1\/column ?2 edits/i.test(lines[1] ?? "") || /^column 1\tcolumn 2\t/i.test(lines[2] ?? "");
}

function skipHeader(bytes: Uint8Array, source: SourceFile): number {
  const lines = source.head.split("\n", HEADER_LINES).map((line) => line.split("\t").map((cell) => cell.trim()));
  const header = lines[2] ?? [];
  const titles = ["column 1", "column 2", "*=in existence", "effective", "deletion", "modifier"];
  const wrong = titles.findIndex((title, i) => header[i]?.toLowerCase() !== title);
  if (wrong >= 0) {
    throw refusal(
      source,
      3,
      `the header has changed: column ${wrong + 1} is "${header[wrong] ?? ""}" and not "${titles[wrong]}"`,
    );
  }
  if (!/0=not allowed/i.test(lines[3]?.[5] ?? ""))
    throw refusal(source, 4, "the header has changed: the modifier indicators are not explained");
  let at = 0;
  for (let line = 0; line < HEADER_LINES; line++) {
    const end = bytes.indexOf(LF, at);
    if (end < 0) throw refusal(source, line + 1, "the file is cut short: it ends in its header");
    at = end + 1;
  }
  return at;
}
