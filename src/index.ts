/**
 * The library: `check` reads claim lines and gives the findings as an async iterable. The command line is a client of it.
 *
 * ```js
 * import { check } from "claimlint";
 * const run = check("claims.csv", { failOn: "warning" });
 * for await (const finding of run) console.log(finding.rule, finding.message);
 * console.log((await run.result).summary.errors);
 * ```
 */
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { loadConfiguration } from "./config/configuration.ts";
import { findConfig } from "./config/load.ts";
import type { SettingName, Settings } from "./config/settings.ts";
import type { InstalledData } from "./contract/dataset.ts";
import type { Rule } from "./contract/rule.ts";
import type { SourceOptions } from "./input/source.ts";
import type { PrintedFinding } from "./model/finding.ts";
import type { RunResult } from "./model/run.ts";
import { RULES } from "./registry/rules.ts";
import { type Outcome, runCheck } from "./run/check.ts";
import { openDataSets } from "./run/data.ts";
import { checkExamples } from "./run/examples.ts";
import { prepareRun, sourceOf } from "./run/prepare.ts";
import { toolVersion } from "./run/version.ts";

export {
  type ClaimRule,
  claimRule,
  type Denial,
  type FileRule,
  fileRule,
  type HistoryRule,
  historyRule,
  type LineRule,
  lineRule,
  privately,
  type Rule,
  type Scope,
  type Tier,
  type ValueRule,
  valueRule,
} from "./contract/rule.ts";
export { InputError, UsageError } from "./model/errors.ts";
export type { PrintedFinding as Finding, Severity } from "./model/finding.ts";
export type { FileReport, RuleReport, RunResult, SkipReason } from "./model/run.ts";
/** For the tests of a plugin: what is wrong with the examples of a rule, one sentence each. */
export { tryExamples } from "./run/examples.ts";

/** Claim lines that are not a file: CSV text or bytes, with the name that findings give them. */
export interface CheckContent {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface CheckOptions
  extends Partial<
    Pick<Settings, Exclude<SettingName, "format" | "output" | "values" | "clean" | "rejects" | "writeBaseline">>
  > {
  /** Which cell values the findings may carry. `safe` (the default) gives the shape of what identifies a person. */
  readonly values?: "all" | "safe" | "none";
  /** A configuration file. None is looked for unless this is `true`. */
  readonly config?: string | true;
  /** The rules to choose from; all of claimlint's own unless given. */
  readonly rules?: readonly Rule[];
  /** Options of single rules, by rule id. */
  readonly ruleOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Data sets to use, by id, instead of those installed in the folder `data`. */
  readonly dataSets?: ReadonlyMap<string, InstalledData>;
  readonly cwd?: string;
}

export interface CheckRun extends AsyncIterable<PrintedFinding> {
  /** Counts, mapping, rules that could not run and the verdict; settles when the check is done. */
  readonly result: Promise<RunResult>;
}

/**
 * Checks claim lines. Inputs are paths or contents. Findings come in total order: file, row, column, rule.
 * Throws `UsageError` for options that make no sense; an input that cannot be read is no exception but a failure in
 * `result.files` and `result.complete === false`.
 */
export function check(
  inputs: string | CheckContent | readonly (string | CheckContent)[],
  options: CheckOptions = {},
): CheckRun {
  const list = Array.isArray(inputs) ? inputs : [inputs as string | CheckContent];
  const outcome = start(list, options);
  const result = outcome.then((o) => o.result);
  // Whoever only walks the findings meets the error there; it must not be an unhandled rejection here as well.
  result.catch(() => undefined);
  return {
    result,
    async *[Symbol.asyncIterator]() {
      yield* (await outcome).findings();
    },
  };
}

async function start(inputs: readonly (string | CheckContent)[], options: CheckOptions): Promise<Outcome> {
  const { values = "safe", config, rules = RULES, ruleOptions, dataSets, cwd = process.cwd(), ...flags } = options;
  const path = config === true ? findConfig(cwd) : config === undefined ? undefined : resolve(cwd, config);
  const today = Math.floor(Date.now() / 86_400_000);
  const resolved = await loadConfiguration({
    path,
    flags: { ...flags, values },
    environment: {},
    set: [],
    rules,
    cwd,
    today,
  });
  await checkExamples(resolved.added);
  const configuration = {
    ...resolved,
    rules: resolved.rules.map((r) => ({ ...r, options: { ...r.options, ...ruleOptions?.[r.rule.id] } })),
  };
  const sources = inputs.map((input): SourceOptions => {
    if (typeof input === "string") return sourceOf(input, configuration, cwd);
    const bytes = typeof input.content === "string" ? Buffer.from(input.content, "utf8") : Buffer.from(input.content);
    return sourceOf("-", configuration, cwd, {
      name: input.name,
      stdin: Readable.from(bytes.length > 0 ? [bytes] : []),
    });
  });
  const { data } = configuration.settings;
  const on = configuration.rules.flatMap(({ rule, severity }) => (severity === "off" ? [] : [rule]));
  const opened =
    dataSets === undefined && data !== undefined
      ? openDataSets(on, resolve(cwd, data))
      : { data: dataSets ?? new Map<string, InstalledData>(), reports: [] };
  return runCheck({
    ...prepareRun(configuration, sources, today, toolVersion(), opened),
    history: configuration.settings.history.map((path) => sourceOf(path, configuration, cwd)),
  });
}
