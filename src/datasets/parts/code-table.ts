import type { SourceFile } from "../../contract/dataset.ts";
import { codeKey } from "./code-key.ts";
import { refusal } from "./tables.ts";

/** Where the codes of a table stand, and what it says of itself: CMS's small lists have a title above their header. */
export interface CodeHeader {
  /** The text above the header and the names of the columns. */
  readonly title: string;
  /** Names of the columns, lower case, letters and digits only. */
  readonly names: readonly string[];
  /** Index of the column of codes. */
  readonly code: number;
  readonly delimiter: string;
}

const CODE_COLUMN = /^(?:cpt|hcpcs|cpthcpcs|hcpcscpt)?(?:codes?)?$/;
const DELIMITERS = ["\t", ";", "|", ","];
/** Titles and notes stand above the header, seldom more than five rows of them. */
const HEADER_WITHIN = 20;

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

function codeColumn(cells: readonly string[]): number {
  return cells.map(lettersOf).findIndex((name) => name !== "" && CODE_COLUMN.test(name));
}

/** Several data sets ask each file for its header, and a workbook takes 100 ms to open. */
const HEADERS = new WeakMap<SourceFile, { readonly header: CodeHeader | undefined }>();

/** The header of a table with a column of codes and others beside it; undefined where there is none. Reads the head only. */
export function codeHeader(source: SourceFile): CodeHeader | undefined {
  const known = HEADERS.get(source) ?? { header: findHeader(source) };
  HEADERS.set(source, known);
  return known.header;
}

function findHeader(source: SourceFile): CodeHeader | undefined {
  if (source.kind === "workbook") return headerIn(workbookRows(source), ",");
  const lines = source.head.split(/\r?\n/, HEADER_WITHIN);
  for (const delimiter of DELIMITERS) {
    const found = headerIn(
      lines.map((line) => line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ""))),
      delimiter,
    );
    if (found !== undefined && found.names.length > 1) return found;
  }
  return undefined;
}

function* workbookRows(source: SourceFile): Generator<readonly string[]> {
  let row = 0;
  for (const { cells } of source.records()) {
    if (row++ === HEADER_WITHIN) return;
    yield cells;
  }
}

function headerIn(rows: Iterable<readonly string[]>, delimiter: string): CodeHeader | undefined {
  const above: string[] = [];
  for (const cells of rows) {
    above.push(cells.filter((cell) => cell.trim() !== "").join(" "));
    const code = codeColumn(cells);
    if (code >= 0) return { title: above.join("\n"), names: cells.map(lettersOf), code, delimiter };
  }
  return undefined;
}

export interface CodeRecord {
  readonly line: number;
  readonly code: string;
  /** What stands behind the code in its cell (`QW` of `87880QW`). */
  readonly suffix: string;
  readonly cell: (column: number) => string;
}

/**
 * The rows below the header. A note below the table (a text in one cell) is passed over; anything else that is no code
 * is refused with its line, as is a table without rows.
 */
export function* codeRecords(source: SourceFile, header: CodeHeader): Generator<CodeRecord> {
  let below = false;
  let rows = 0;
  for (const { line, cells } of source.records(header.delimiter)) {
    if (!below) {
      below = codeColumn(cells) >= 0;
      continue;
    }
    const filled = cells.filter((cell) => cell.trim() !== "");
    if (filled.length === 0) continue;
    const text = (cells[header.code] ?? "").trim().toUpperCase();
    const code = text.slice(0, 5);
    const suffix = text.slice(5).replace(/^[\s-]+/, "");
    if (code.length < 5 || codeKey(code, 0, 5) < 0 || !/\d/.test(code) || suffix.length > 2) {
      if (rows > 0 && filled.length === 1 && /\s/.test(filled[0]!.trim())) continue;
      throw refusal(source, line, `"${text.slice(0, 40)}" is not a code`);
    }
    rows++;
    yield { line, code, suffix, cell: (column) => (cells[column] ?? "").trim() };
  }
  if (rows === 0) throw refusal(source, undefined, "holds a header and no row");
}
