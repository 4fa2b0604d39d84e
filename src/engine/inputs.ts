import type { ClaimLine } from "../model/claim.ts";
import { COLUMNS, type LineKey } from "../model/columns.ts";
import type { SkipReason } from "../model/run.ts";
import type { CellValue } from "../model/values.ts";

/** Why a line cannot give a rule what it needs of one column; undefined where it can. */
export function shortfall(line: ClaimLine, key: LineKey, mapped: (key: LineKey) => boolean): SkipReason | undefined {
  const value = line[key] as CellValue | undefined | readonly (CellValue | undefined)[];
  if (COLUMNS[key].slots === 1) {
    const cell = value as CellValue | undefined;
    if (cell === undefined) return mapped(key) ? "blank input" : "no such column";
    return cell.ok ? undefined : "malformed input";
  }
  let present = false;
  for (const cell of value as readonly (CellValue | undefined)[]) {
    if (cell === undefined) continue;
    if (cell.ok) return undefined;
    present = true;
  }
  if (present) return "malformed input";
  return mapped(key) ? "blank input" : "no such column";
}
