import type { Reporter } from "../contract/reporter.ts";
import type { Severity } from "../model/finding.ts";
import { jsonText } from "./parts/json.ts";
import { safeText } from "./parts/layout.ts";
import { forgePath } from "./parts/paths.ts";

/** GitLab knows info, minor, major, critical and blocker. */
const SEVERITY: Readonly<Record<Severity, string>> = { error: "critical", warning: "minor", info: "info" };

/** The array of GitLab's Code Quality report. What kept the run from being complete is an entry of its own. */
export default {
  id: "gitlab",
  summary: "GitLab Code Quality report",
  audience: "programs",
  open: () => {
    let entries = 0;
    const entry = (value: object) => `${entries++ === 0 ? "\n" : ",\n"}${jsonText(value)}`;
    return {
      begin: () => "[",
      finding: ({ rule, severity, message, file, line, endLine, waived, fingerprint }) =>
        entry({
          // The merge request shows the description alone.
          description: `${rule}: ${message}${waived ? ` (waived: ${waived.reason})` : ""}`,
          check_name: rule,
          fingerprint,
          severity: waived ? "info" : SEVERITY[severity],
          location: { path: forgePath(file), lines: { begin: line, end: Math.max(line, endLine) } },
        }),
      end: (run) => {
        const path = forgePath((run.files.find(({ failure }) => failure !== undefined) ?? run.files[0])?.path ?? "-");
        const problems = run.problems.map((problem, i) =>
          entry({
            description: `not fully checked: ${safeText(problem)}`,
            check_name: "claimlint",
            fingerprint: `claimlint-incomplete-${i + 1}`,
            severity: "blocker",
            location: { path, lines: { begin: 1, end: 1 } },
          }),
        );
        return `${problems.join("")}${entries === 0 ? "" : "\n"}]\n`;
      },
    };
  },
} satisfies Reporter;
