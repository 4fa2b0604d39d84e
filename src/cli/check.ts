import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Reporter, ReporterOptions } from "../contract/reporter.ts";
import { type Hidden, hiddenBy } from "../findings/print.ts";
import type { SourceOptions } from "../input/source.ts";
import { UsageError } from "../model/errors.ts";
import { didYouMean } from "../model/nearest.ts";
import type { ExitCode } from "../model/run.ts";
import { REPORTERS } from "../registry/reporters.ts";
import { type Outcome, runCheck } from "../run/check.ts";
import { prepareRun, sourceOf } from "../run/prepare.ts";
import { toolVersion } from "../run/version.ts";
import { writeBaseline } from "./baseline.ts";
import { configure } from "./configure.ts";
import { crashText } from "./crash.ts";
import { openData } from "./data-sets.ts";
import { expandFiles } from "./files.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import { progressLine } from "./progress.ts";
import { fileSink, type Sink, streamSink } from "./sink.ts";
import { refuseSplit, writeSplit } from "./split.ts";
import { type Terminal, wantsColor } from "./terminal.ts";

interface WantedReport {
  readonly reporter: Reporter;
  /** Undefined for standard output. */
  readonly file: string | undefined;
}

export async function checkCommand(
  terminal: Terminal,
  operands: readonly string[],
  flags: Flags,
  choice: ConfigChoice,
  quiet: number,
): Promise<ExitCode> {
  const configuration = await configure(terminal, flags, choice);
  const { settings } = configuration;
  if (operands.length === 0) {
    throw new UsageError("No input: name one or more CSV files, or - for standard input.", "Try: claimlint claims.csv");
  }
  const wanted = wantedReports(settings.summary ? ["summary"] : settings.format, settings.output);
  const files = await expandFiles(operands, terminal.cwd);
  const history = await expandFiles(settings.history, terminal.cwd);
  refuseSplit(settings, files, wanted, terminal.cwd);
  const sources = files.map((path) =>
    sourceOf(path, configuration, terminal.cwd, standardInput(path, settings.stdinFilename, terminal)),
  );
  const progress = progressLine(terminal, settings.progress && quiet === 0);
  const outcome = await runCheck({
    ...prepareRun(configuration, sources, terminal.today, toolVersion(), await openData(configuration, terminal)),
    history: history.map((path) => sourceOf(path, configuration, terminal.cwd)),
    ...(progress.show && { onProgress: progress.show }),
  });
  progress.clear();
  for (const [id, error] of outcome.crashes) {
    if (terminal.env["CLAIMLINT_DEBUG"]) terminal.stderr.write(`${id}: ${crashText(error)}`);
  }
  for (const report of wanted) {
    await writeReport(report, outcome, settings, terminal, quiet);
    appendBesides(report.reporter, outcome, settings, terminal, quiet);
  }
  if (
    wanted.every(({ file }) => file !== undefined) ||
    wanted.every(({ reporter }) => reporter.audience === "programs")
  ) {
    for (const problem of outcome.result.problems) terminal.stderr.write(`claimlint: ${problem}\n`);
    for (const note of outcome.result.notes) terminal.stderr.write(`claimlint: warning: ${note}\n`);
  }
  await writeSplit(settings, outcome, sources, terminal, quiet);
  if (settings.writeBaseline !== undefined) await writeBaseline(settings.writeBaseline, outcome, terminal);
  return outcome.result.exitCode;
}

function standardInput(path: string, name: string | undefined, terminal: Terminal): Partial<SourceOptions> {
  return path === "-" ? { stdin: terminal.stdin, ...(name !== undefined && { name }) } : {};
}

function wantedReports(formats: readonly string[], output: string | undefined): WantedReport[] {
  const wanted = formats.map((entry): WantedReport => {
    const equals = entry.indexOf("=");
    const name = equals < 0 ? entry : entry.slice(0, equals);
    const reporter = REPORTERS.find(({ id }) => id === name);
    if (reporter === undefined) {
      const ids = REPORTERS.map(({ id }) => id);
      const near = didYouMean(name, ids);
      throw new UsageError(
        `--format ${name}: there is no such format.`,
        near ? `Did you mean ${near}?` : `It is one of ${ids.join(", ")}.`,
      );
    }
    return { reporter, file: equals < 0 ? output : entry.slice(equals + 1) };
  });
  const places = wanted.map(({ file }) => file ?? "");
  const twice = places.find((place, i) => places.indexOf(place) !== i);
  if (twice !== undefined) {
    const where = twice === "" ? "standard output" : twice;
    throw new UsageError(`Two reports would go to ${where}.`, "Give each a file of its own: --format json=report.json");
  }
  return wanted;
}

interface ReportSettings {
  readonly values: string;
  readonly color: string;
  readonly maxPerRule: number | undefined;
  readonly groupBy: string | undefined;
}

async function writeReport(
  { reporter, file }: WantedReport,
  outcome: Outcome,
  settings: ReportSettings,
  terminal: Terminal,
  quiet: number,
): Promise<void> {
  const onTerminal = file === undefined && terminal.stdout.isTTY === true;
  const texts = textsOf(reporter.open, outcome, hiddenBy(settings.values as "auto", onTerminal), {
    color: file === undefined ? wantsColor(settings.color, terminal.stdout, terminal.env) : settings.color === "always",
    width: onTerminal ? (terminal.stdout.columns ?? 100) : undefined,
    maxPerRule: settings.maxPerRule,
    groupBy: settings.groupBy as "rule" | undefined,
    quiet,
  });
  const sink: Sink = file === undefined ? streamSink(terminal.stdout) : fileSink(file, terminal.cwd);
  try {
    for (const text of texts) await sink.write(text);
  } catch (error) {
    sink.discard();
    throw error;
  }
  await sink.close();
}

function* textsOf(
  open: Reporter["open"],
  outcome: Outcome,
  hidden: Hidden,
  options: ReporterOptions,
): Iterable<string> {
  const values = hidden === "nothing" ? "all" : hidden === "everything" ? "none" : "safe";
  const result = { ...outcome.result, values } as const;
  const writer = open(options);
  yield writer.begin(result);
  for (const finding of outcome.findings(hidden)) yield writer.finding(finding);
  yield writer.end(result);
}

/** Other steps of the job write to the same file: what is there stays. */
function appendBesides(
  { id, besides }: Reporter,
  outcome: Outcome,
  settings: ReportSettings,
  { env, cwd }: Terminal,
  quiet: number,
): void {
  const file = besides && env[besides.variable];
  if (!besides || !file) return;
  const { maxPerRule } = settings;
  const options = { color: false, width: undefined, maxPerRule, groupBy: undefined, quiet };
  const texts = textsOf(besides.open, outcome, hiddenBy(settings.values as "auto", false), options);
  try {
    appendFileSync(resolve(cwd, file), [...texts].join(""), { mode: 0o600 });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new UsageError(`The file of ${besides.variable}, for --format ${id}, could not be written (${code}).`);
  }
}
