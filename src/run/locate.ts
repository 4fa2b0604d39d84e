import type { RawFinding } from "../engine/active.ts";
import { compareFindings } from "../findings/order.ts";
import type { FileLines } from "../input/lines.ts";
import type { LineRef } from "../model/claim.ts";
import { COLUMNS, fieldName, type LineKey } from "../model/columns.ts";
import type { Finding, Location, PrivateText, ShownCell } from "../model/finding.ts";
import type { TextValue } from "../model/values.ts";

/** The spreadsheet's name of a cell: column 0 of record 2 is `A3`, because the header is row 1. */
export function spreadsheetCell(column: number, row: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return `${name}${row + 1}`;
}

function locationOf(file: FileLines, row: number, key: LineKey | undefined, slot: number): Location {
  const { column0, ...position } = file.position(row, key, slot);
  return { file: file.facts.path, row, cell: spreadsheetCell(column0 ?? 0, row), ...position };
}

function textOf(file: FileLines, ref: LineRef, key: "claimId" | "lineNumber"): PrivateText | undefined {
  const value = file.cell(ref.row, key) as TextValue | undefined;
  return value === undefined || value.blank ? undefined : { text: value.text.trim(), privacy: value.privacy };
}

/** Puts a finding of the engine where it stands in the file, with the cells that help to read it. */
export function locate(raw: RawFinding, files: readonly FileLines[]): Finding {
  const file = files[raw.ref.file]!;
  const { rule } = raw.active;
  const about = { rule: rule.id, severity: raw.severity, message: rule.message, slots: raw.slots };
  if (raw.place !== undefined) {
    const { row, column } = raw.place;
    const header = column === undefined ? undefined : file.facts.headers[column];
    const mapped = column === undefined ? undefined : file.facts.mapping.find((m) => m.column === column);
    return {
      ...about,
      at: {
        file: file.facts.path,
        row,
        cell: spreadsheetCell(column ?? 0, row),
        ...file.place(row, column, raw.place.line),
      },
      key: mapped?.key,
      field: mapped && fieldName(mapped.key, mapped.slot),
      header,
      value: undefined,
      claimId: undefined,
      lineNumber: undefined,
      chargeCents: undefined,
      shown: [],
      related: [],
      suggestion: suggestionOf(raw),
    };
  }
  const { ref, key, slot } = raw;
  const cell = key === undefined ? undefined : file.cell(ref.row, key, slot);
  const charge = file.cell(ref.row, "charge") as { cents?: number } | undefined;
  return {
    ...about,
    at: locationOf(file, ref.row, key, slot),
    key,
    field: key && fieldName(key, slot),
    header: key && file.header(key, slot),
    value: cell && { text: cell.text, privacy: cell.privacy },
    claimId: textOf(file, ref, "claimId"),
    lineNumber: textOf(file, ref, "lineNumber")?.text,
    chargeCents: charge?.cents,
    shown: shownCells(raw, file),
    related: raw.related.map((r) => ({
      at: locationOf(files[r.ref.file]!, r.ref.row, r.key, r.slot),
      field: fieldName(r.key, r.slot),
      label: r.label,
    })),
    suggestion: suggestionOf(raw),
  };
}

/** In the order of the report. Findings are put where they stand one by one, as they are printed: millions fit. */
export function inOrder(raw: readonly RawFinding[], files: readonly FileLines[]): readonly RawFinding[] {
  const columns = new Map(raw.map((finding) => [finding, startColumn(finding, files)]));
  return raw.toSorted(
    (a, b) =>
      a.ref.file - b.ref.file ||
      a.ref.row - b.ref.row ||
      columns.get(a)! - columns.get(b)! ||
      compareFindings(locate(a, files), locate(b, files)),
  );
}

function startColumn({ ref, key, slot, place }: RawFinding, files: readonly FileLines[]): number {
  const file = files[ref.file]!;
  const position = place ? file.place(place.row, place.column, place.line) : file.position(ref.row, key, slot);
  return position.column;
}

function suggestionOf(raw: RawFinding): Finding["suggestion"] {
  if (raw.suggestion === undefined) return undefined;
  const privacy = raw.key === undefined ? "none" : COLUMNS[raw.key].privacy;
  return { safe: raw.suggestion.safe, replacement: { text: raw.suggestion.replacement, privacy } };
}

/** The keys of the line, the cells the rule reads that hold something, and the target; in file order. */
function shownCells(raw: RawFinding, file: FileLines): ShownCell[] {
  const { rule } = raw.active;
  const keys = new Set<LineKey>(["claimId", "lineNumber"]);
  if ("needs" in rule) for (const key of [...rule.needs, ...(rule.reads ?? [])]) keys.add(key);
  if (raw.key) keys.add(raw.key);
  const cells: (ShownCell & { column: number })[] = [];
  for (const { key, slot, column, header } of file.facts.mapping) {
    const target = key === raw.key && slot === raw.slot;
    if (!keys.has(key)) continue;
    const value = file.cell(raw.ref.row, key, slot);
    if (value === undefined || (value.blank && !target)) continue;
    cells.push({
      field: fieldName(key, slot),
      header,
      value: { text: value.text, privacy: value.privacy },
      target,
      column,
    });
  }
  return cells.sort((a, b) => a.column - b.column).map(({ column: _, ...cell }) => cell);
}
