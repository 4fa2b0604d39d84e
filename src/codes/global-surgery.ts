import { type ClaimLine, daysOf, modifierCodes } from "../model/claim.ts";
import { sameProvider } from "../model/encounter.ts";
import type { DateValue } from "../model/values.ts";
import { sameNcciProvider } from "./ncci.ts";

/** The global surgical package. Source: Medicare Claims Processing Manual, chapter 12, sections 40.1–40.4. */

/** Not the operation with its aftercare: operation only, aftercare or preparation only, stopped, assistants. */
const NOT_THE_WHOLE: ReadonlySet<string> = new Set("53 54 55 56 73 74 80 81 82 AS".split(" "));

type Operation = Parameters<typeof sameNcciProvider>[0] &
  Pick<ClaimLine, "modifiers"> & { readonly serviceFrom: DateValue };

export function isWholeOperation(line: Pick<ClaimLine, "modifiers">): boolean {
  return !modifierCodes(line).some((modifier) => NOT_THE_WHOLE.has(modifier));
}

/** Days after the operation that its payment covers; undefined where the code has no global period. */
export function daysAfter(global: string | undefined): number | undefined {
  return global === "000" || global === "010" || global === "090" ? Number(global) : undefined;
}

/**
 * The surgeon, or a colleague of the specialty in the group. Beyond one claim only where the export names them: any
 * doctor of a group may see the patient weeks later.
 */
export function sameSurgeon(a: Operation, b: Operation): boolean {
  if (sameProvider(a, b)) return true;
  return a.claimId !== undefined && a.claimId.trimmed === b.claimId?.trimmed && sameNcciProvider(a, b);
}

/** The latest operation whose global days the line falls into, not counting the day of the operation itself. */
export function openGlobal<L extends Operation>(
  line: L,
  operations: readonly { readonly line: L; readonly days: number }[],
): { readonly line: L; readonly days: number; readonly day: number } | undefined {
  for (const operation of operations.toReversed()) {
    const day = daysOf(line.serviceFrom) - daysOf(operation.line.serviceFrom);
    if (day >= 1 && day <= operation.days && sameSurgeon(line, operation.line)) return { ...operation, day };
  }
  return undefined;
}
