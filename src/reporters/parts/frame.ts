import { allFieldNames, COLUMNS } from "../../model/columns.ts";
import type { PrintedFinding } from "../../model/finding.ts";
import { labelled, type Paint, pad, pathText, shorten, widthOf } from "./layout.ts";

/** Widest a cell may get: the evidence, and what only helps to find it. */
const TARGET_WIDTH = 48;
const CELL_WIDTH = 24;
const NARROW_WIDTH = 12;

const NUMERIC_FIELDS: ReadonlySet<string> = new Set(
  allFieldNames()
    .filter(({ key }) => ["quantity", "money", "whole"].includes(COLUMNS[key].kind))
    .map(({ field }) => field),
);

interface TableColumn {
  readonly header: string;
  readonly text: string;
  readonly target: boolean;
  readonly right: boolean;
}

/** `error  npi-check-digit  billing_npi fails the NPI check digit`. Never wrapped, see `wrap`. */
export function title(finding: PrintedFinding, paint: Paint): string {
  return `${paint.severity(finding.severity)}  ${paint.strong(finding.rule)}  ${finding.message}\n`;
}

/** Where the finding stands, and its line as a small table with the cell underlined. */
export function frame(finding: PrintedFinding, paint: Paint, width: number): string {
  const bar = paint.quiet("  │");
  const out = [`${paint.quiet("  ┌─")} ${place(finding)}${address(finding, paint)}\n`];
  if (finding.shown.length > 0) {
    const columns = fittingColumns(finding, width - 6);
    const widths = columns.map((column) => Math.max(widthOf(column.header), widthOf(column.text)));
    const row = (cells: readonly string[]) =>
      cells
        .map((cell, i) => pad(cell, widths[i]!, columns[i]!.right))
        .join("  ")
        .trimEnd();
    out.push(`${bar} ${paint.quiet(row(columns.map((column) => column.header)))}\n`);
    out.push(`${bar} ${row(columns.map((column) => column.text))}\n`);
    const target = columns.findIndex((column) => column.target);
    if (target >= 0) out.push(`${bar} ${underline(finding, columns[target]!, target, widths, paint)}\n`);
  } else if (finding.value !== undefined) out.push(`${bar} ${shorten(finding.value, width - 6)}\n`);
  for (const cell of finding.related) {
    out.push(
      `${bar} ${paint.quiet("see")} ${pathText(cell.file)}:${cell.line}:${cell.column}   row ${cell.row} · ${cell.label}\n`,
    );
  }
  return out.join("");
}

function underline(
  finding: PrintedFinding,
  column: TableColumn,
  index: number,
  widths: readonly number[],
  paint: Paint,
): string {
  const before = widths.slice(0, index).reduce((sum, width) => sum + width + 2, 0);
  const length = Math.max(1, widthOf(column.text));
  const lead = before + (column.right ? widths[index]! - length : 0);
  const note = noteOf(finding, column);
  return " ".repeat(lead) + paint.severity(finding.severity, "^".repeat(length) + (note ? ` ${note}` : ""));
}

function noteOf(finding: PrintedFinding, column: TableColumn): string {
  const { suggestion, value, valueShape } = finding;
  if (suggestion) return `${suggestion.safe ? "should be" : "perhaps"} ${suggestion.replacement || "blank"}`;
  if (column.text.trim() === "") return "blank";
  return value === undefined && valueShape !== undefined ? "value hidden, form shown" : "";
}

export function place(finding: PrintedFinding): string {
  return `${pathText(finding.file)}:${finding.line}:${finding.column}`;
}

/** `   row 2 · cell F3 · claim CLM-00017 line 1`: the same place for a spreadsheet and for a billing system. */
function address(finding: PrintedFinding, paint: Paint): string {
  const parts = [finding.row === 0 ? "header" : `row ${finding.row}`];
  if (finding.cell !== "") parts.push(`cell ${finding.cell}`);
  const line = finding.lineNumber ? `line ${finding.lineNumber}` : "";
  if (finding.claimId) parts.push(`claim ${finding.claimId}${line && ` ${line}`}`);
  else if (line) parts.push(line);
  return `   ${paint.quiet(parts.join(" · "))}`;
}

/**
 * The columns that fit: first all cells at full size, then narrow ones, then without those furthest to the right.
 * The row number and the underlined cell always stay.
 */
function fittingColumns(finding: PrintedFinding, room: number): TableColumn[] {
  const build = (cellWidth: number): TableColumn[] => [
    { header: "row", text: String(finding.row), target: false, right: true },
    ...finding.shown.map(({ header, field, text, target }) => ({
      header: shorten(header, target ? CELL_WIDTH : cellWidth),
      text: shorten(text, target ? Math.max(NARROW_WIDTH, Math.min(TARGET_WIDTH, room - 8)) : cellWidth),
      target,
      right: NUMERIC_FIELDS.has(field),
    })),
  ];
  const needed = (columns: readonly TableColumn[]) =>
    columns.reduce((sum, { header, text }) => sum + Math.max(widthOf(header), widthOf(text)) + 2, -2);
  let columns = build(CELL_WIDTH);
  if (needed(columns) > room) columns = build(NARROW_WIDTH);
  while (needed(columns) > room) {
    const last = columns.findLastIndex((column, i) => i > 0 && !column.target);
    if (last < 0) break;
    columns.splice(last, 1);
  }
  return columns;
}

/** What the rule is about, told once: why a payer cares, and what to do. */
export function whyAndFix(finding: PrintedFinding, paint: Paint, width: number): string {
  const denial = [
    ...(finding.carc?.length ? [finding.carc.join(", ")] : []),
    ...(finding.rarc?.length ? [finding.rarc.join(", ")] : []),
  ].join(" with ");
  const why = denial ? `${finding.why} (likely denial: ${denial})` : finding.why;
  return (
    labelled("  why   ", why, width).replace("why", paint.quiet("why")) +
    labelled("  fix   ", finding.fix, width).replace("fix", paint.quiet("fix"))
  );
}
