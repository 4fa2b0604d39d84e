import type { RawFinding } from "../engine/active.ts";
import { fingerprinter } from "../findings/fingerprint.ts";
import { type Hidden, printFinding } from "../findings/print.ts";
import type { FileLines } from "../input/lines.ts";
import { readLines, SharedValues } from "../input/read-lines.ts";
import type { SourceOptions } from "../input/source.ts";
import { InputError, UsageError } from "../model/errors.ts";
import type { PrintedFinding, Severity } from "../model/finding.ts";
import type { RunResult } from "../model/run.ts";
import { engineFor } from "./engine-for.ts";
import { judge } from "./judge.ts";
import { inOrder, locate } from "./locate.ts";
import type { RunSettings } from "./settings.ts";
import { type Split, splitClaims } from "./split.ts";
import { summarize } from "./summary.ts";
import { type Waived, waive } from "./waive.ts";

export interface Outcome {
  readonly result: RunResult;
  /** In total order. May be walked more than once. */
  findings(hidden?: Hidden): Iterable<PrintedFinding>;
  /** What the rules threw, for whoever debugs them. */
  readonly crashes: ReadonlyMap<string, unknown>;
  /** The findings that no waiver covers, as a baseline for next time. */
  readonly baseline: Waived["entries"];
  /** Which claims have a finding at or above the severity that no waiver covers. Of a complete run. */
  split(threshold: Severity): Split;
  /** The files as they were read, those of `--history` included. */
  readonly files: readonly FileLines[];
}

function byPath(a: SourceOptions, b: SourceOptions): number {
  const [x, y] = [a.name ?? a.path, b.name ?? b.path];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Reads all inputs, runs the rules and gives the verdict. Throws `UsageError` only for what makes a run impossible. */
export async function runCheck(settings: RunSettings): Promise<Outcome> {
  const { files, failures } = await readAll(settings);
  const checked = files.filter(({ historical }) => !historical).map(({ lines }) => lines);
  const all = files.map(({ lines }) => lines);
  const raw: RawFinding[] = [];
  const engine = engineFor(settings, all, (finding) => {
    if (!files[finding.ref.file]!.historical) raw.push(finding);
  });
  const claims = await judge(engine, checked, all, settings);
  const waived = waive(raw, all, checked, engine, settings);
  const findings = inOrder(waived.findings, all);
  const result = summarize(settings, all, checked, failures, engine, findings, waived, claims);
  const rules = new Map(settings.rules.map(({ rule }) => [rule.id, rule]));
  return {
    result,
    crashes: engine.crashed,
    baseline: waived.entries,
    files: all,
    split: (threshold) =>
      splitClaims(
        checked,
        findings.filter((finding) => waived.reasonOf(finding) === undefined),
        threshold,
      ),
    *findings(hidden = settings.hidden) {
      const fingerprint = fingerprinter();
      for (const made of findings) {
        const finding = locate(made, all);
        const { why, fix, denial } = rules.get(finding.rule)!;
        const reason = waived.reasonOf(made);
        const about = { why, fix, ...(denial && { denial }), ...(reason !== undefined && { waived: { reason } }) };
        yield printFinding(finding, about, hidden, fingerprint(finding));
      }
    },
  };
}

interface ReadFile {
  readonly lines: FileLines;
  readonly historical: boolean;
}

async function readAll(settings: RunSettings) {
  const shared = new SharedValues();
  const files: ReadFile[] = [];
  const failures: { path: string; message: string }[] = [];
  // The order in which files are named must not show in the report.
  const wanted = [
    ...settings.sources.toSorted(byPath).map((source) => ({ source, historical: false })),
    ...(settings.history ?? []).toSorted(byPath).map((source) => ({ source, historical: true })),
  ];
  for (const { source, historical } of wanted) {
    const path = source.name ?? source.path;
    try {
      const progress = settings.onProgress;
      const onRows =
        progress && ((rows: number, bytes: number) => progress({ file: path, rows, bytes, phase: "reading" }));
      files.push({ lines: await readLines(files.length, source, settings.read(path), shared, onRows), historical });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      const where = error instanceof InputError ? error.where : path;
      failures.push({ path, message: `${where}: ${sentences(error)}` });
    }
  }
  return { files, failures };
}

function sentences({ message, remedy }: UsageError): string {
  const said = /[.?!]$/.test(message) ? message : `${message}.`;
  return remedy === undefined ? said : `${said} ${remedy}`;
}
