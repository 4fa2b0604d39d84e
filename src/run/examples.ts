import { Readable } from "node:stream";
import type { AddedRule } from "../config/load.ts";
import { resolveConfiguration } from "../config/resolve.ts";
import { type InstalledData, tableOf } from "../contract/dataset.ts";
import { exampleCsv } from "../contract/example.ts";
import type { Example, ExampleLine, Rule } from "../contract/rule.ts";
import { day } from "../model/dates.ts";
import { UsageError } from "../model/errors.ts";
import type { PrintedFinding } from "../model/finding.ts";
import type { RuleReport } from "../model/run.ts";
import { runCheck } from "./check.ts";
import { prepareRun, sourceOf } from "./prepare.ts";

const EVER = [{ from: -100_000, to: 100_000 }];

export interface ExampleRun {
  readonly findings: readonly PrintedFinding[];
  readonly report: RuleReport;
}

/** Runs one example of a rule through the real engine, the CSV reader included. Throws where the rule does. */
export async function runExample(
  rule: Rule,
  example: Example,
  data: Readonly<Record<string, unknown>> | undefined,
): Promise<ExampleRun> {
  const lines = (Array.isArray(example) ? example : [example]) as readonly ExampleLine[];
  const settings = lines[0]!;
  const installed = new Map<string, InstalledData>();
  for (const [name, declared] of Object.entries(rule.data ?? {})) {
    const dataSet = tableOf(declared);
    if (data?.[name] === undefined) continue;
    installed.set(dataSet.id, { id: dataSet.id, lookup: dataSet.fromExample(data[name]), coverage: EVER });
  }
  const today = day(settings["$asOf"] ?? "2026-11-22");
  const resolved = resolveConfiguration({
    flags: {
      only: [rule.id],
      values: "all",
      payer: settings["$payer"],
      profile: settings["$profile"],
      dateFormat: settings["$dateFormat"],
    },
    environment: {},
    file: undefined,
    set: [],
    rules: [rule],
    cwd: "/",
    today,
  });
  const own = settings["$options"] === undefined ? {} : (JSON.parse(settings["$options"]) as Record<string, unknown>);
  const configuration = {
    ...resolved,
    rules: resolved.rules.map((r) => ({ ...r, options: { ...r.options, ...own } })),
  };
  const text = Buffer.from(settings["$csv"] ?? exampleCsv(lines), "utf8");
  const stdin = Readable.from(text.length > 0 ? [text] : []);
  const source = sourceOf("-", configuration, "/", { name: "example.csv", stdin });
  const outcome = await runCheck(prepareRun(configuration, [source], today, "", { data: installed, reports: [] }));
  const failure = outcome.result.files.find((f) => f.failure !== undefined)?.failure;
  if (failure !== undefined) throw new Error(failure);
  const crash = outcome.crashes.get(rule.id);
  if (crash !== undefined) throw crash;
  return {
    findings: [...outcome.findings()],
    report: outcome.result.rules.find((r) => r.id === rule.id)!,
  };
}

/**
 * Tries the examples of a rule: what is wrong with them, one sentence each. An example of `passes` that the rule had to
 * skip is wrong too: it shows nothing.
 */
export async function tryExamples(rule: Rule): Promise<string[]> {
  const wrong: string[] = [];
  const { passes, finds, data } = rule.examples;
  for (const [kind, examples] of [
    ["passes", passes],
    ["finds", finds],
  ] as const) {
    for (const [i, example] of examples.entries()) {
      const { findings, report } = await runExample(rule, example, data);
      const skips = Object.keys(report.skipped);
      const name = `${kind}, example ${i + 1}`;
      if (kind === "passes" && findings.length > 0) wrong.push(`${name}: is found`);
      else if (kind === "passes" && report.checked === 0) wrong.push(`${name}: is not judged (${skips.join(", ")})`);
      else if (kind === "finds" && findings.length === 0) {
        wrong.push(`${name}: is not found${report.checked === 0 ? ` (not judged: ${skips.join(", ")})` : ""}`);
      }
    }
  }
  return wrong;
}

/** Throws `UsageError` where a rule that is not claimlint's own does not do what its examples say. */
export async function checkExamples(added: readonly AddedRule[]): Promise<void> {
  for (const { rule, where } of added) {
    const [wrong] = await tryExamples(rule);
    if (wrong !== undefined)
      throw new UsageError(`${where}: rule ${rule.id}, ${wrong}.`, "Correct the rule or the example.");
  }
}
