import type { ClaimLine } from "../model/claim.ts";
import { formatDate } from "../model/dates.ts";
import { groupBy } from "../model/group.ts";
import type { CalendarDate } from "../model/values.ts";
import type { Waiver } from "../model/waiver.ts";

/** The waivers of a run, and what became of them. */
export interface WaiverBook {
  /** The first waiver that holds and covers the finding; undefined where none does. `line` is only made where one may. */
  readonly waiverOf: (rule: string, file: string, line: () => ClaimLine | undefined) => Waiver | undefined;
  /** One sentence for each waiver that has expired or that matched nothing. */
  readonly notes: () => string[];
}

export function waiverBook(waivers: readonly Waiver[], asOf: CalendarDate): WaiverBook {
  const byRule = groupBy(
    waivers.flatMap((waiver) => waiver.rules.map((rule) => ({ rule, waiver }))),
    ({ rule }) => rule,
  );
  const matched = new Map<Waiver, number>();
  return {
    waiverOf(rule, file, line) {
      let holding: Waiver | undefined;
      for (const { waiver } of byRule.get(rule) ?? []) {
        if (!waiver.covers(file, line())) continue;
        matched.set(waiver, (matched.get(waiver) ?? 0) + 1);
        if (waiver.expires >= asOf) holding ??= waiver;
      }
      return holding;
    },
    notes: () =>
      waivers.flatMap((waiver) => {
        const found = matched.get(waiver) ?? 0;
        const name = `${waiver.where}: the waiver of ${waiver.owner} for ${waiver.rules.join(", ")}`;
        if (waiver.expires < asOf) {
          const effect =
            found === 0
              ? "it would match nothing"
              : `${found} ${found === 1 ? "finding counts" : "findings count"} again`;
          return [`${name} expired on ${formatDate(waiver.expires)}; ${effect}`];
        }
        return found === 0 ? [`${name} matched nothing`] : [];
      }),
  };
}
