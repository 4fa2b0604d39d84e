import type { Reporter } from "../contract/reporter.ts";
import { grouped, painter, pathText, safeText } from "./parts/layout.ts";
import { verdict } from "./parts/verdict.ts";

/** One line a finding in the form of a compiler's messages, which editors and `grep` understand. */
export default {
  id: "concise",
  summary: "One line a finding, as compilers write them: file:line:column: severity: message [rule]",
  audience: "people",
  open: ({ color, maxPerRule, quiet }) => {
    const paint = painter(color);
    const limit = maxPerRule ? maxPerRule : Number.POSITIVE_INFINITY;
    const seen = new Map<string, number>();
    return {
      begin: () => "",
      finding: (finding) => {
        const { file, line, column, severity, message, rule, waived } = finding;
        if (quiet >= 2 && (severity !== "error" || waived)) return "";
        const nth = (seen.get(rule) ?? 0) + 1;
        seen.set(rule, nth);
        if (nth > limit) return "";
        const note = waived ? paint.quiet(` (waived: ${waived.reason})`) : "";
        const place = paint.strong(`${pathText(file)}:${line}:${column}:`);
        return `${place} ${paint.severity(severity, `${severity}:`)} ${message} ${paint.quiet(`[${rule}]`)}${note}\n`;
      },
      end: (run) => {
        if (quiet >= 2) return "";
        const more = [...seen]
          .filter(([, n]) => n > limit)
          .map(([rule, n]) => `${grouped(n - limit)} more not shown [${rule}]\n`);
        const problems = run.problems.map((problem) => `not fully checked: ${safeText(problem)}\n`);
        const notes = run.notes.map((note) => `warning: ${safeText(note)}\n`);
        return `${more.join("")}${notes.join("")}${problems.join("")}${verdict(run).text}\n`;
      },
    };
  },
} satisfies Reporter;
