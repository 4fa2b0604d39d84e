import type { Reporter } from "../contract/reporter.ts";
import { safeText } from "./parts/layout.ts";
import { forgePath } from "./parts/paths.ts";
import { unchecked } from "./parts/verdict.ts";
import { markup, open, XML_HEAD } from "./parts/xml.ts";

/** The XML of Checkstyle, which review bots and build servers read. Waived findings have its severity `ignore`. */
export default {
  id: "checkstyle",
  summary: "Checkstyle XML, for build servers and review bots",
  audience: "programs",
  open: () => {
    let file: string | undefined;
    const enter = (path: string) => {
      if (path === file) return "";
      const before = file === undefined ? "" : "  </file>\n";
      file = path;
      return `${before}${open("file", { name: forgePath(path) }, 1)}>\n`;
    };
    return {
      begin: ({ tool }) =>
        `${XML_HEAD}${open("checkstyle", { version: "4.3" })}>\n<!-- ${comment(`${tool.name} ${tool.version}`)} -->\n`,
      finding: (finding) => {
        const { line, column, severity, message, rule, waived } = finding;
        const attributes = {
          line,
          column,
          severity: waived ? "ignore" : severity,
          message: waived ? `${message} (waived: ${waived.reason})` : message,
          source: `claimlint.${rule}`,
        };
        return `${enter(finding.file)}${open("error", attributes, 2)}/>\n`;
      },
      end: (run) => {
        // A consumer knows nothing but files and errors: a file that was not read has to look like one.
        const failed = run.files.flatMap(({ path, failure }) =>
          failure === undefined
            ? []
            : [
                enter(path),
                open(
                  "error",
                  { line: 1, severity: "error", message: `not fully checked: ${failure}`, source: "claimlint" },
                  2,
                ),
                "/>\n",
              ],
        );
        const close = file === undefined ? "" : "  </file>\n";
        const notRun = unchecked(run).map(
          ({ reason, rules }) => `<!-- not checked: ${comment(reason)}: ${comment(rules.join(", "))} -->\n`,
        );
        const problems = run.problems.map((problem) => `<!-- not fully checked: ${comment(problem)} -->\n`);
        return `${failed.join("")}${close}${notRun.join("")}${problems.join("")}</checkstyle>\n`;
      },
    };
  },
} satisfies Reporter;

/** In an XML comment `--` must not stand, and nothing is unescaped. */
function comment(text: string): string {
  return markup(safeText(text)).replace(/--/g, "- -").replace(/--/g, "- -").replace(/-$/, "- ");
}
