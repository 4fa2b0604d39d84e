import { fieldName } from "../../model/columns.ts";
import type { PrintedFinding } from "../../model/finding.ts";
import type { FileReport, RuleReport, RunResult } from "../../model/run.ts";

export const SCHEMA_VERSION = "1.0";

/** Name of the schema that `claimlint schema report` prints. A URN: nothing is ever fetched for it. */
export const REPORT_SCHEMA = `urn:claimlint:schema:report:${SCHEMA_VERSION}`;

// JSON allows these raw. A terminal obeys C1 controls, a viewer obeys bidirectional marks, and line-based tools of the
// JavaScript family break lines at U+2028 and U+2029. Build servers obey `##[command]` anywhere in a line of a log.
const LEFT_RAW_BY_JSON = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|(?<=#)#(?=\[|vso\[)/gi;

/** One line of JSON, well formed for any text (a lone surrogate comes out escaped). */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    LEFT_RAW_BY_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What both JSON formats say of the run before its findings. */
export function runHead(run: RunResult) {
  return {
    tool: { name: run.tool.name, version: run.tool.version },
    asOf: run.asOf,
    values: run.values,
    complete: run.complete,
    ...(run.problems.length > 0 && { problems: run.problems }),
    ...(run.notes.length > 0 && { notes: run.notes }),
    configDigest: run.configDigest,
    data: run.data.map(({ id, release, from, to, digest }) => ({ id, release, from, to, digest })),
  };
}

export function fileObject(file: FileReport) {
  return {
    path: file.path,
    encoding: file.encoding,
    delimiter: file.delimiter,
    rows: file.rows,
    claims: file.claims,
    columns: Object.fromEntries(file.mapping.map(({ key, slot, header }) => [fieldName(key, slot), header])),
    ...(file.failure !== undefined && { failure: file.failure }),
  };
}

export function ruleObject(rule: RuleReport) {
  return {
    id: rule.id,
    severity: rule.severity,
    status: rule.status,
    ...(rule.reason !== undefined && { reason: rule.reason }),
    lines: rule.lines,
    checked: rule.checked,
    // Sorted: which reason came up first depends on which worker did.
    skipped: Object.fromEntries(Object.entries(rule.skipped).sort(([a], [b]) => (a < b ? -1 : 1))),
    findings: rule.findings,
    ...(rule.waived !== undefined && { waived: rule.waived }),
  };
}

export function findingObject(finding: PrintedFinding) {
  const { claimId, lineNumber, value, valueShape, carc, rarc, suggestion, waived } = finding;
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    file: finding.file,
    line: finding.line,
    column: finding.column,
    endColumn: finding.endColumn,
    row: finding.row,
    cell: finding.cell,
    field: finding.field ?? null,
    header: finding.header ?? null,
    ...(claimId !== undefined && { claimId }),
    ...(lineNumber !== undefined && { lineNumber }),
    ...(value !== undefined && { value }),
    ...(valueShape !== undefined && { valueShape }),
    why: finding.why,
    fix: finding.fix,
    ...(carc && { carc }),
    ...(rarc && { rarc }),
    related: finding.related.map(({ file, line, column, row, field, label }) => ({
      file,
      line,
      column,
      row,
      field: field ?? null,
      label,
    })),
    ...(suggestion && { suggestion: { safe: suggestion.safe, replacement: suggestion.replacement } }),
    ...(waived && { waived: { reason: waived.reason } }),
    fingerprint: finding.fingerprint,
  };
}

export function summaryObject(run: RunResult) {
  const { errors, warnings, infos, waived, rows, claims, chargeAtRiskCents } = run.summary;
  return { errors, warnings, infos, waived, rows, claims, chargeAtRiskCents };
}
