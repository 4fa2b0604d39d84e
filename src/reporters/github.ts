import type { Reporter } from "../contract/reporter.ts";
import { type PrintedFinding, SEVERITIES, type Severity } from "../model/finding.ts";
import { place } from "./parts/frame.ts";
import { count, safeText } from "./parts/layout.ts";
import { markdownReport } from "./parts/markdown.ts";
import { forgePath } from "./parts/paths.ts";
import { unchecked, verdict } from "./parts/verdict.ts";

/** GitHub shows ten annotations of each level per step and drops the rest without a word: nine and a sum. */
const LIMIT = 9;

const COMMAND: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** Annotations for GitHub Actions on standard output, and a summary for the page of the job. */
export default {
  id: "github",
  summary: "Annotations for GitHub Actions; with GITHUB_STEP_SUMMARY set, a job summary too",
  audience: "programs",
  besides: { variable: "GITHUB_STEP_SUMMARY", open: markdownReport },
  open: () => {
    const seen: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
    return {
      begin: () => "",
      finding: (finding) =>
        finding.waived !== undefined || ++seen[finding.severity] > LIMIT ? "" : annotation(finding),
      end: (run) => {
        const more = SEVERITIES.filter((severity) => seen[severity] > LIMIT).map((severity) => {
          const left = count(seen[severity] - LIMIT, `more ${severity}`);
          return command(COMMAND[severity], { title: "claimlint" }, `${left} not shown here; see the full report`);
        });
        const problems = run.problems.map((problem) =>
          command("error", { title: "claimlint" }, `not fully checked: ${safeText(problem)}`),
        );
        const notes = run.notes.map((note) => command("warning", { title: "claimlint" }, safeText(note)));
        const notRun = unchecked(run).flatMap(({ rules }) => rules).length;
        const silent = notRun > 0 ? `not checked: ${count(notRun, "rule")}; the job summary says why\n` : "";
        return `${more.join("")}${notes.join("")}${problems.join("")}${verdict(run).text}\n${silent}`;
      },
    };
  },
} satisfies Reporter;

function annotation(finding: PrintedFinding): string {
  const { severity, rule, message, file, line, column, endLine, endColumn } = finding;
  const properties = {
    file: forgePath(file),
    line,
    col: column,
    // GitHub takes columns only where the annotation stays on one line.
    ...(endLine === line && { endColumn }),
    title: rule,
  };
  // The place again: the log shows the message alone.
  return command(COMMAND[severity], properties, `${place(finding)} ${message}`);
}

/** A workflow command. `%` first, or the other escapes would be escaped. */
function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const data = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${list.join(",")}::${data(message)}\n`;
}
