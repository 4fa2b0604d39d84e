import type { Severity } from "../model/finding.ts";

/** What of a reported finding tells whether it is the same as one of another run. */
export interface Compared {
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly waived?: unknown;
}

export interface Difference<F> {
  /** In the newer run only, in its order. */
  readonly gained: readonly F[];
  /** In the older run only, in its order. */
  readonly lost: readonly F[];
  /** In both, with another severity, or waived in one of them. */
  readonly changed: readonly { readonly before: F; readonly after: F }[];
  readonly same: number;
}

/** Compares the findings of two runs by fingerprint: file, row, field, rule and the words of the rule, never a value. */
export function difference<F extends Compared>(older: readonly F[], newer: readonly F[]): Difference<F> {
  const before = new Map(older.map((finding) => [finding.fingerprint, finding]));
  const after = new Set(newer.map(({ fingerprint }) => fingerprint));
  const gained: F[] = [];
  const changed: { before: F; after: F }[] = [];
  let same = 0;
  for (const finding of newer) {
    const old = before.get(finding.fingerprint);
    if (old === undefined) gained.push(finding);
    else if (old.severity !== finding.severity || Boolean(old.waived) !== Boolean(finding.waived))
      changed.push({ before: old, after: finding });
    else same++;
  }
  return { gained, lost: older.filter(({ fingerprint }) => !after.has(fingerprint)), changed, same };
}
