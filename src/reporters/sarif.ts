import type { Reporter } from "../contract/reporter.ts";
import type { PrintedFinding, Severity } from "../model/finding.ts";
import type { RuleReport, RunResult } from "../model/run.ts";
import { jsonText } from "./parts/json.ts";
import { grouped, safeText, shorten } from "./parts/layout.ts";
import { foundInAll, mostSevere } from "./parts/most-severe.ts";
import { pathUri } from "./parts/paths.ts";
import { unchecked } from "./parts/verdict.ts";

/** GitHub shows 5,000 results of an upload, and rejects one of more than 25,000. */
const LIMIT = 5000;

/** GitHub's limit for descriptions of rules, in characters. */
const DESCRIPTION_LIMIT = 1024;

const LEVEL: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };
const PROBLEM: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "recommendation" };
const ORDER: readonly string[] = ["error", "warning", "info", "waived"];

type About = Pick<PrintedFinding, "why" | "fix" | "carc" | "rarc">;

/** SARIF 2.1.0 (OASIS), within the limits of GitHub code scanning. */
export default {
  id: "sarif",
  summary: "SARIF 2.1.0, for code scanning; the 5,000 most severe findings",
  audience: "programs",
  open: () => {
    let keeps = (_: PrintedFinding) => true;
    const indexes = new Map<string, number>();
    const abouts = new Map<string, About>();
    const results = new Map<string, string[]>(ORDER.map((kind) => [kind, []]));
    return {
      begin: (run) => {
        keeps = mostSevere(run, LIMIT);
        for (const { id } of reported(run)) indexes.set(id, indexes.size);
        return "";
      },
      finding: (finding) => {
        if (!keeps(finding)) return "";
        abouts.set(finding.rule, finding);
        const kind = finding.waived ? "waived" : finding.severity;
        results.get(kind)!.push(jsonText(result(finding, indexes.get(finding.rule))));
        return "";
      },
      end: (run) => {
        const rules = reported(run).map((rule) => descriptor(rule, abouts.get(rule.id)));
        const kept = [...results.values()].flat();
        return [
          `{\n"$schema": ${jsonText("https://json.schemastore.org/sarif-2.1.0.json")},\n"version": "2.1.0",\n"runs": [{\n`,
          `"tool": {"driver": {"name": ${jsonText(run.tool.name)}, "semanticVersion": ${jsonText(run.tool.version)}, `,
          `"rules": ${table(rules.map(jsonText))}}},\n`,
          `"invocations": [${jsonText(invocation(run, kept.length))}],\n`,
          `"automationDetails": {"id": "claimlint/"},\n"columnKind": "utf16CodeUnits",\n`,
          // The letters and digits that stand in for hidden text (`shapeOf`).
          run.values === "all" ? "" : `"redactionTokens": ["A", "9"],\n`,
          `"properties": ${jsonText(properties(run))},\n"results": ${table(kept)}\n}]\n}\n`,
        ].join("");
      },
    };
  },
} satisfies Reporter;

function table(rows: readonly string[]): string {
  return rows.length === 0 ? "[]" : `[\n${rows.join(",\n")}\n]`;
}

/** The rules a consumer hears of: those with findings. Rules that did not run are notifications. */
function reported(run: RunResult): RuleReport[] {
  return run.rules.filter(({ findings }) => findings > 0);
}

function descriptor({ id, summary, severity }: RuleReport, about: About | undefined) {
  const denial = [...(about?.carc ?? []), ...(about?.rarc ?? [])];
  const text = (sentence: string) => ({ text: shorten(sentence, DESCRIPTION_LIMIT) });
  const help = about ? `Why: ${about.why}\n\nFix: ${about.fix}` : (summary ?? id);
  return {
    id,
    shortDescription: text(summary ?? id),
    fullDescription: text(about?.why ?? summary ?? id),
    help: { text: denial.length > 0 ? `${help}\n\nLikely denial: ${denial.join(", ")}` : help },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: {
      tags: ["medical-claims", ...denial],
      precision: severity === "error" ? "very-high" : severity === "warning" ? "high" : "medium",
      "problem.severity": PROBLEM[severity],
    },
  };
}

function result(finding: PrintedFinding, ruleIndex: number | undefined) {
  const { rule, severity, message, file, line, column, related, waived, fingerprint } = finding;
  const endLine = Math.max(line, finding.endLine);
  const endColumn = Math.max(finding.endColumn, endLine === line ? column : 1);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVEL[severity],
    message: { text: plain(message) },
    locations: [location(file, { startLine: line, startColumn: column, endLine, endColumn })],
    ...(related.length > 0 && {
      relatedLocations: related.map((cell, id) => ({
        id,
        ...location(cell.file, { startLine: cell.line, startColumn: cell.column }),
        message: { text: plain(cell.label) },
      })),
    }),
    partialFingerprints: { "claimlint/v1": fingerprint },
    ...(waived && {
      suppressions: [{ kind: "external", status: "accepted", justification: waived.reason }],
    }),
    properties: { row: finding.row, cell: finding.cell, ...(finding.field !== undefined && { field: finding.field }) },
  };
}

function location(file: string, region: Readonly<Record<string, number>>) {
  return { physicalLocation: { artifactLocation: { uri: pathUri(file), uriBaseId: "%SRCROOT%" }, region } };
}

/** A message may hold links, `[text](target)`: a cell must not make one. */
function plain(text: string): string {
  return text.replaceAll("](", "] (");
}

function invocation(run: RunResult, kept: number) {
  const note = (level: string, text: string, rule?: string) => ({
    level,
    message: { text: plain(text) },
    ...(rule !== undefined && { associatedRule: { id: rule } }),
  });
  const all = foundInAll(run);
  const cut = `${grouped(all)} findings in all; this file holds the ${grouped(kept)} most severe`;
  return {
    executionSuccessful: run.complete,
    exitCode: run.exitCode,
    toolExecutionNotifications: [
      ...run.problems.map((problem) => note("error", `not fully checked: ${safeText(problem)}`)),
      ...run.notes.map((text) => note("warning", safeText(text))),
      ...(kept < all ? [note("warning", cut)] : []),
      ...unchecked(run).flatMap(({ reason, rules }) =>
        rules.map((rule) => note("note", `${rule} did not run: ${safeText(reason)}`, rule)),
      ),
    ],
  };
}

function properties({ asOf, values, configDigest, data, summary }: RunResult) {
  return { asOf, values, configDigest, data, summary };
}
