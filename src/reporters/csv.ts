import type { Reporter } from "../contract/reporter.ts";
import { type CsvCell, csvRecord } from "../model/csv.ts";
import type { PrintedFinding } from "../model/finding.ts";

/**
 * The columns, in order; part of the public interface. `line` is the physical line of the file, `row` the record
 * number, `cell` the spreadsheet address, `line_number` the line number inside the claim.
 */
const COLUMNS: readonly (readonly [name: string, of: (finding: PrintedFinding) => CsvCell])[] = [
  ["rule", (f) => f.rule],
  ["severity", (f) => f.severity],
  ["file", (f) => f.file],
  ["line", (f) => f.line],
  ["column", (f) => f.column],
  ["row", (f) => f.row],
  ["cell", (f) => f.cell],
  ["field", (f) => f.field],
  ["header", (f) => f.header],
  ["claim_id", (f) => f.claimId],
  ["line_number", (f) => f.lineNumber],
  ["value", (f) => f.value],
  ["value_shape", (f) => f.valueShape],
  ["message", (f) => f.message],
  ["why", (f) => f.why],
  ["fix", (f) => f.fix],
  ["carc", (f) => f.carc?.join(" ")],
  ["rarc", (f) => f.rarc?.join(" ")],
  ["fingerprint", (f) => f.fingerprint],
];

/** RFC 4180: CRLF, quotes where needed, a header; safe to open in a spreadsheet. */
export default {
  id: "csv",
  summary: "RFC 4180 table, one finding per row, safe to open in a spreadsheet",
  audience: "programs",
  open: () => ({
    begin: () => csvRecord(COLUMNS.map(([name]) => name)),
    finding: (finding) => csvRecord(COLUMNS.map(([, of]) => of(finding))),
    end: () => "",
  }),
} satisfies Reporter;
