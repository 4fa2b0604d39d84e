import type { LineFields } from "../model/claim.ts";
import type { Severity } from "../model/finding.ts";
import type { Pointer } from "../model/values.ts";
import { serialDate } from "./date.ts";
import { isMangledDate } from "./spreadsheet.ts";

export interface PointerProblem {
  /** Continues a sentence that begins with the pointer. */
  readonly problem: string;
  readonly severity?: Severity;
  readonly replacement?: string;
}

/** SV107 and item 24E take four. */
const MOST = 4;

/** All pointers of a line name different filled positions of its own list: the common case, told cheaply. */
export function pointsWell({ pointers, diagnoses }: Pick<LineFields, "pointers" | "diagnoses">): boolean {
  let seen = 0;
  let count = 0;
  for (const pointer of pointers) {
    if (pointer === undefined) continue;
    if (!pointer.ok) return false;
    for (const position of pointer.positions) {
      const bit = 1 << position;
      if ((seen & bit) !== 0 || diagnoses[position - 1] === undefined || ++count > MOST) return false;
      seen |= bit;
    }
  }
  return true;
}

/**
 * What is wrong with one pointer cell of a line: no position, more than four, a repeat, an empty position. `before` are
 * the positions of the cells before it, `filled` the positions (from 1) of the claim that hold something. Without any
 * diagnosis nothing is said of empty positions.
 */
export function pointerProblem(
  pointer: Pointer,
  before: readonly number[],
  filled: ReadonlySet<number>,
): PointerProblem | undefined {
  if (!pointer.ok && (isMangledDate(pointer.text) || serialDate(pointer.text) !== undefined)) return undefined;
  // Exports with a column for each pointer write 0 for "no more".
  if (before.length > 0 && pointer.tokens.every((token) => /^0+$/.test(token))) return undefined;
  const joined = withoutCommas(pointer, filled);
  if (joined !== undefined)
    return {
      // Practice management systems export pointers like that, and put the commas in before they submit.
      severity: "warning",
      problem: `is no diagnosis of the claim; it may be ${joined} without its commas`,
      replacement: joined,
    };
  if (!pointer.ok) {
    const only = filled.size === 1 ? [...filled][0] : undefined;
    return {
      problem: "is no diagnosis position; positions are 1 to 12 or A to L",
      ...(only !== undefined && { replacement: String(only) }),
    };
  }
  const all = [...before, ...pointer.positions];
  if (all.length > MOST) return { problem: `makes ${all.length} diagnoses for the line; a line takes ${MOST}` };
  const empty = filled.size === 0 ? undefined : pointer.positions.find((position) => !filled.has(position));
  if (empty !== undefined) return { problem: `points to diagnosis ${empty}, which is empty` };
  const repeated = all.find((position, i) => all.indexOf(position) !== i);
  if (repeated !== undefined) return { problem: `names diagnosis ${repeated} twice`, severity: "warning" };
  return undefined;
}

/** `123` as `1,2,3`, where that is no position of the claim and each of its different digits is one. */
function withoutCommas({ tokens, positions }: Pointer, filled: ReadonlySet<number>): string | undefined {
  const [token = ""] = tokens;
  if (tokens.length !== 1 || !/^[1-9]{2,4}$/.test(token) || positions.some((p) => filled.has(p))) return undefined;
  const digits = Array.from(token);
  const distinct = new Set(digits).size === digits.length;
  return distinct && digits.every((digit) => filled.has(Number(digit))) ? digits.join(",") : undefined;
}
