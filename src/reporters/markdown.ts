import type { Reporter } from "../contract/reporter.ts";
import { markdownReport } from "./parts/markdown.ts";

/** For a pull request's comment, a wiki or a mail. */
export default {
  id: "markdown",
  summary: "Markdown for a comment or a page: verdict, counts, first findings of each rule",
  audience: "people",
  open: markdownReport,
} satisfies Reporter;
