import type { Reporter } from "../contract/reporter.ts";
import { countsTable, nextSteps, notLookedAt, verdictLines } from "./parts/closing.ts";
import { heading } from "./parts/heading.ts";
import { DEFAULT_WIDTH, painter } from "./parts/layout.ts";

/** The numbers without the findings: counts per rule, what was not checked, the verdict. */
export default {
  id: "summary",
  summary: "Counts per rule, charge at risk, what was not checked and the verdict, without the findings",
  audience: "people",
  open: ({ color, width: terminal, quiet }) => {
    const paint = painter(color);
    const width = Math.max(40, Math.min(terminal ?? DEFAULT_WIDTH, 140));
    let repairable = 0;
    return {
      begin: (run) => (quiet >= 1 ? "" : heading(run, paint, width)),
      finding: ({ suggestion, waived }) => {
        if (suggestion?.safe && !waived) repairable++;
        return "";
      },
      end: (run) => {
        if (quiet >= 2) {
          return countsTable({ ...run, rules: run.rules.filter(({ severity }) => severity === "error") }, paint, width);
        }
        const table = countsTable(run, paint, width);
        if (quiet >= 1) return table + verdictLines(run, paint);
        return [
          table && `${paint.strong("Findings by rule")}\n${table}\n`,
          `${notLookedAt(run, paint, width, quiet < 0)}\n`,
          verdictLines(run, paint),
          nextSteps(run, repairable, paint),
        ].join("");
      },
    };
  },
} satisfies Reporter;
