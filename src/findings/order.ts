import type { Finding, SlotValue } from "../model/finding.ts";

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The total order of all reports: file, row, column, rule, message, texts by code unit (a locale would make the order
 * depend on the machine). Findings still equal after that are told apart by what fills their message and by what they
 * point at, so that the order never depends on which worker was first.
 */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    byCodeUnit(a.at.file, b.at.file) ||
    a.at.row - b.at.row ||
    a.at.column - b.at.column ||
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.message, b.message) ||
    byCodeUnit(detail(a), detail(b))
  );
}

function slotText(value: SlotValue): string {
  return typeof value === "object" ? value.text : String(value);
}

function detail(finding: Finding): string {
  const slots = Object.entries(finding.slots).map(([name, value]) => `${name}=${slotText(value)}`);
  const related = finding.related.map(({ at, label }) => `${at.file}:${at.row}:${at.column}:${label}`);
  return [finding.severity, finding.at.line, ...slots.sort(), "", ...related].join("\u0000");
}
