import type { Reporter } from "../contract/reporter.ts";
import { type PrintedFinding, SEVERITIES } from "../model/finding.ts";
import type { RunResult } from "../model/run.ts";
import { SCRIPT, SCRIPT_DIGEST, STYLE_DIGEST } from "./parts/html-script.ts";
import { type About, chart, closing, findingsTable, notChecked, opening, ruleGroups } from "./parts/html-sections.ts";
import { STYLE } from "./parts/html-style.ts";
import { jsonText } from "./parts/json.ts";
import { safeText } from "./parts/layout.ts";
import { foundInAll, mostSevere } from "./parts/most-severe.ts";
import { verdict } from "./parts/verdict.ts";
import { markup } from "./parts/xml.ts";

/** More rows make a browser slow to open the page, and nobody reads them. */
const LIMIT = 100_000;

/** One page for whoever runs the billing: opens without a network, asks nothing of one, and prints. */
export default {
  id: "html",
  summary: "One self-contained page for a billing manager: verdict, charge at risk, findings to search and sort",
  audience: "people",
  open: () => {
    let keeps = (_: PrintedFinding) => true;
    let kept = 0;
    const rules = new Map<string, number>();
    const files = new Map<string, number>();
    const abouts = new Map<string, About>();
    return {
      // The findings stand in front of the page that shows them: so they need not be kept until its end.
      begin: (run) => {
        keeps = mostSevere(run, LIMIT);
        for (const [i, { id }] of run.rules.entries()) rules.set(id, i);
        for (const [i, { path }] of run.files.entries()) files.set(path, i);
        return `${head(run)}<script type="application/json" id="data-lists">${embedded(listsOf(run))}</script>\n<script type="application/json" id="data-findings">[`;
      },
      finding: (finding) => {
        if (!abouts.has(finding.rule)) {
          const { why, fix, carc, rarc } = finding;
          abouts.set(finding.rule, { why, fix, ...(carc && { carc }), ...(rarc && { rarc }) });
        }
        if (!keeps(finding)) return "";
        const row = rowOf(finding, rules.get(finding.rule) ?? -1, files.get(finding.file) ?? -1);
        return `${kept++ === 0 ? "\n" : ",\n"}${embedded(row)}`;
      },
      end: (run) =>
        [
          "\n]</script>\n",
          opening(run),
          chart(run),
          ruleGroups(run, abouts),
          kept > 0 ? findingsTable(run, kept, foundInAll(run)) : "",
          notChecked(run),
          closing(run),
          kept > 0 ? `<script>${SCRIPT}</script>\n` : "",
          "</body>\n</html>\n",
        ].join(""),
    };
  },
} satisfies Reporter;

function head(run: RunResult): string {
  const policy = `default-src 'none'; script-src '${SCRIPT_DIGEST}'; style-src '${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n',
    `<title>Claim check: ${markup(verdict(run).text)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n`,
  ].join("");
}

/** JSON that can stand in a script element: without `<` nothing in it ends the element or starts a comment. */
function embedded(value: unknown): string {
  return jsonText(value).replaceAll("<", "\\u003c");
}

function listsOf(run: RunResult) {
  return {
    severities: SEVERITIES,
    rules: run.rules.map(({ id }) => id),
    files: run.files.map(({ path }) => safeText(path)),
  };
}

/** In the order that the page's script knows (`LOGIC`). */
function rowOf(finding: PrintedFinding, rule: number, file: number): readonly (string | number)[] {
  const { severity, line, column, row, cell, header, field, claimId, lineNumber, value, valueShape, waived } = finding;
  return [
    SEVERITIES.indexOf(severity),
    rule,
    file,
    line,
    column,
    row,
    cell,
    header ?? field ?? "",
    claimId ?? "",
    lineNumber ?? "",
    value ?? valueShape ?? "",
    finding.message,
    waived?.reason ?? "",
  ];
}
