import type { ClaimLine } from "./claim.ts";
import type { CalendarDate } from "./values.ts";

/** A written permission for findings to stand: for which, why, by whom, and how long. */
export interface Waiver {
  /** Where it is written, `file:line:column`. */
  readonly where: string;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly owner: string;
  /** The last day it holds. */
  readonly expires: CalendarDate;
  /** Does it match this line of this file? A finding about a file as a whole has no line. */
  readonly covers: (file: string, line: ClaimLine | undefined) => boolean;
}
