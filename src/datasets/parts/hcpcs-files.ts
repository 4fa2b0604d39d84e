import type { SourceFile, SourceRecord } from "../../contract/dataset.ts";
import { calendarDate } from "../../model/dates.ts";
import type { CalendarDate } from "../../model/values.ts";
import { eachLine, refusal } from "./tables.ts";

/** `record`: 320 characters; `sheet`: 48 columns, CSV or XLSX (domain notes, layouts C.6); `list`: bare codes. */
export type HcpcsRole = "record" | "sheet" | "list";

export interface HcpcsRow {
  /** A five-character code, or a two-character modifier. */
  readonly code: string;
  /** Undefined in a bare list. */
  readonly added: CalendarDate | undefined;
  readonly effective: CalendarDate | undefined;
  /** Last day in force. */
  readonly terminated: CalendarDate | undefined;
  /** N none, A added, B/C/F/P/R/S/T changes, D discontinued; empty in a list. */
  readonly action: string;
  /** Cross references: what to use instead. */
  readonly references: readonly string[];
  /** C carrier judgment, D special coverage, I not payable by Medicare, M not covered, S not covered by statute. */
  readonly coverage: string;
  readonly title: string;
}

const RECORD = /^(?:[A-V]\d{4}| {3}[0-9A-Z]{2})\d{5}[3478]/;
const CODE = /^[A-V]\d{4}$/;
const MODIFIER = /^[0-9A-Z]{2}$/;

export function hcpcsRole(source: SourceFile): HcpcsRole | undefined {
  if (source.kind === "workbook") return headerOf(firstRows(source)) === undefined ? undefined : "sheet";
  const lines = source.head.split(/\r?\n/);
  if (/^\W*HCPC,SEQNUM,RECID,/m.test(source.head)) return "sheet";
  if (lines.some((line) => line.length >= 293 && RECORD.test(line))) return "record";
  const filled = lines.slice(0, -1).filter((line) => line.trim() !== "");
  if (filled.length >= 2 && filled.every((line) => CODE.test(line.trim()))) return "list";
  return undefined;
}

function firstRows(source: SourceFile): SourceRecord[] {
  const rows: SourceRecord[] = [];
  for (const row of source.records()) {
    rows.push(row);
    if (rows.length === 25) break;
  }
  return rows;
}

/** The header stands below a disclaimer of eight to ten rows in some releases. */
function headerOf(rows: readonly SourceRecord[]): SourceRecord | undefined {
  return rows.find(({ cells }) => {
    const names = cells.map((cell) => cell.trim().toUpperCase());
    return names[0] === "HCPC" && names.includes("RECID") && names.includes("TERM DT") && names.includes("ADD DT");
  });
}

/** The ADA's descriptors of D codes (CDT) and the AMA's of numeric modifiers are not to be kept. */
function publicTitle(code: string, title: string): string {
  return code.startsWith("D") && code.length === 5 ? "" : title.trim().replace(/\s+/g, " ");
}

export function readHcpcs({ source, role }: { source: SourceFile; role: string }): HcpcsRow[] {
  const rows = role === "record" ? readRecords(source) : role === "sheet" ? readSheet(source) : readList(source);
  const seen = new Set<string>();
  for (const { code } of rows) {
    if (seen.has(code)) throw refusal(source, undefined, `the code ${code} stands there twice`);
    seen.add(code);
  }
  return rows;
}

function dayOf(text: string | undefined, source: SourceFile, line: number, what: string): CalendarDate | undefined {
  const digits = (text ?? "").trim();
  if (digits === "" || digits === "00000000") return undefined;
  const date = /^\d{8}$/.test(digits)
    ? calendarDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)))
    : undefined;
  if (date === undefined) throw refusal(source, line, `the ${what} ${digits} is no date (YYYYMMDD)`);
  return date;
}

function codeOf(text: string, recordId: string, source: SourceFile, line: number): string {
  const code = text.trim();
  const expected = recordId === "3" || recordId === "4" ? CODE : MODIFIER;
  if (!/^[3478]$/.test(recordId) || !expected.test(code)) {
    throw refusal(
      source,
      line,
      `${code || "nothing"} is no HCPCS code or modifier of record type ${recordId || "(none)"}`,
    );
  }
  return code;
}

function readRecords(source: SourceFile): HcpcsRow[] {
  const rows: HcpcsRow[] = [];
  let started = false;
  const ended = eachLine(source.text(), (line, number) => {
    if (!RECORD.test(line) || line.length < 293) {
      // A disclaimer stands above the records, never between them.
      if (started && line.trim() !== "" && line !== "\u001a") {
        throw refusal(source, number, "not a HCPCS record of 320 characters: cut short, or another layout");
      }
      return;
    }
    started = true;
    const recordId = line[10]!;
    const code = codeOf(line.slice(0, 5), recordId, source, number);
    const text = line.slice(11, 91);
    if (recordId === "4" || recordId === "8") {
      const last = rows.pop();
      if (last?.code !== code) throw refusal(source, number, `a continuation of ${code} without its first record`);
      rows.push({ ...last, title: publicTitle(code, `${last.title} ${text}`) });
      return;
    }
    rows.push({
      code,
      added: dayOf(line.slice(268, 276), source, number, "add date"),
      effective: dayOf(line.slice(276, 284), source, number, "action effective date"),
      terminated: dayOf(line.slice(284, 292), source, number, "termination date"),
      action: line[292]!.trim(),
      references: [204, 209, 214, 219, 224].map((at) => line.slice(at, at + 5).trim()).filter((each) => each !== ""),
      coverage: line[229]!.trim(),
      title: publicTitle(code, text),
    });
  });
  if (!ended && rows.length >= 1000)
    throw refusal(source, undefined, "the file is cut short: its last record has no end");
  return rows;
}

function readSheet(source: SourceFile): HcpcsRow[] {
  const all = [...source.records()];
  const header = headerOf(all.slice(0, 25));
  if (header === undefined)
    throw refusal(source, 1, "the header has changed: HCPC, RECID, ADD DT and TERM DT are expected");
  const names = header.cells.map((cell) => cell.trim().toUpperCase());
  const column = (name: string): number => {
    const index = names.indexOf(name);
    if (index < 0) throw refusal(source, header.line, `the header has changed: there is no column ${name}`);
    return index;
  };
  const at = {
    code: column("HCPC"),
    recordId: column("RECID"),
    title: column("LONG DESCRIPTION"),
    references: ["XREF1", "XREF2", "XREF3", "XREF4", "XREF5"].map(column),
    coverage: column("COV"),
    added: column("ADD DT"),
    effective: column("ACT EFF DT"),
    terminated: column("TERM DT"),
    action: column("ACTION CD"),
  };
  const rows: HcpcsRow[] = [];
  for (const { line, cells } of all) {
    if (line <= header.line || cells.every((cell) => cell.trim() === "")) continue;
    const cell = (index: number): string => (cells[index] ?? "").trim();
    const recordId = cell(at.recordId);
    const code = codeOf(cell(at.code), recordId, source, line);
    if (recordId === "4" || recordId === "8") continue;
    rows.push({
      code,
      added: dayOf(cell(at.added), source, line, "add date"),
      effective: dayOf(cell(at.effective), source, line, "action effective date"),
      terminated: dayOf(cell(at.terminated), source, line, "termination date"),
      action: cell(at.action),
      references: at.references.map(cell).filter((each) => each !== ""),
      coverage: cell(at.coverage),
      title: publicTitle(code, cell(at.title)),
    });
  }
  return rows;
}

function readList(source: SourceFile): HcpcsRow[] {
  const rows: HcpcsRow[] = [];
  eachLine(source.text(), (line, number) => {
    const code = line.trim();
    if (code === "") return;
    if (!CODE.test(code)) throw refusal(source, number, `${code} is no HCPCS Level II code`);
    const nothing = { added: undefined, effective: undefined, terminated: undefined };
    rows.push({ code, ...nothing, action: "", references: [], coverage: "", title: "" });
  });
  return rows;
}
