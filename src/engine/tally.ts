import type { SkipReason } from "../model/run.ts";

/** What a rule did on the lines it is about. Every line is either checked or skipped for a reason: none is lost. */
export interface RuleTally {
  checked: number;
  readonly skipped: Map<SkipReason, number>;
  findings: number;
}

export function newTally(): RuleTally {
  return { checked: 0, skipped: new Map(), findings: 0 };
}

export function skip(tally: RuleTally, reason: SkipReason, lines = 1): void {
  tally.skipped.set(reason, (tally.skipped.get(reason) ?? 0) + lines);
}
