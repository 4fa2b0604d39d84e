import type { PrintedFinding } from "../../model/finding.ts";
import type { RunResult } from "../../model/run.ts";

/**
 * Picks the `limit` most severe findings of a run as they come, without keeping any: errors first, then warnings, then
 * infos, waived ones last; among equals the first ones. Possible because the run knows its counts beforehand.
 */
export function mostSevere(run: RunResult, limit: number): (finding: PrintedFinding) => boolean {
  const { errors, warnings, infos, waived } = run.summary;
  let room = limit;
  const take = (there: number) => {
    const taken = Math.min(there, room);
    room -= taken;
    return taken;
  };
  const left = { error: take(errors), warning: take(warnings), info: take(infos), waived: take(waived) };
  return ({ severity, waived }) => left[waived ? "waived" : severity]-- > 0;
}

/** Findings of a run, waived ones included. */
export function foundInAll({ summary: { errors, warnings, infos, waived } }: RunResult): number {
  return errors + warnings + infos + waived;
}
