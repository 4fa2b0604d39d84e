import type { ReporterOptions } from "../../contract/reporter.ts";
import { type PrintedFinding, SEVERITIES } from "../../model/finding.ts";
import { pathText } from "./layout.ts";

export interface Group {
  readonly name: string;
  readonly findings: readonly PrintedFinding[];
}

/** Findings under headings, in the order the groups first appear; groups by rule come errors first. */
export function groupsOf(findings: readonly PrintedFinding[], by: NonNullable<ReporterOptions["groupBy"]>): Group[] {
  const groups = new Map<string, { name: string; findings: PrintedFinding[] }>();
  for (const finding of findings) {
    const [key, name] = keyOf(finding, by);
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { name, findings: [finding] });
  }
  const list = [...groups.values()];
  const rank = (group: Group) => SEVERITIES.indexOf(group.findings[0]!.severity);
  return by === "rule" ? list.sort((a, b) => rank(a) - rank(b)) : list;
}

function keyOf(finding: PrintedFinding, by: NonNullable<ReporterOptions["groupBy"]>): [key: string, name: string] {
  const { rule, file, field, header, claimId, row } = finding;
  if (by === "rule") return [rule, rule];
  if (by === "file") return [file, pathText(file)];
  if (by === "column") {
    const name = field === undefined ? "whole record" : `column ${header ?? field}`;
    return [`${field ?? ""}\u0000${header ?? ""}`, name];
  }
  // All claims have the same form: where the ids are hidden, one heading for all of them would be a lie.
  const hidden = claimId === undefined || /^[A9\p{P}\p{S}␠]*$/u.test(claimId);
  if (hidden) return [`${file}\u0000${row}`, `row ${row} of ${pathText(file)}`];
  return [claimId, `claim ${claimId}`];
}
