import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Settings } from "../config/settings.ts";
import { hiddenBy } from "../findings/print.ts";
import { fileBytes } from "../input/encode.ts";
import { chosenRecords } from "../input/rewrite.ts";
import type { SourceOptions } from "../input/source.ts";
import type { FileFacts } from "../model/claim.ts";
import { UsageError } from "../model/errors.ts";
import type { Severity } from "../model/finding.ts";
import type { Outcome } from "../run/check.ts";
import { fileSink, type Sink } from "./sink.ts";
import type { Terminal } from "./terminal.ts";

type Wanted = Pick<Settings, "clean" | "rejects" | "failOn" | "values">;

/** `bad.csv` → `bad.rules.csv`: the reject list beside the file of rejects. */
export function rejectListName(rejects: string): string {
  return join(dirname(rejects), `${basename(rejects).replace(/(\.[^.]+)?(\.gz)?$/i, "")}.rules.csv`);
}

/** Throws `UsageError` where `--clean` and `--rejects` cannot be had, before any work is done. */
export function refuseSplit(
  wanted: Wanted,
  inputs: readonly string[],
  reports: readonly { readonly file: string | undefined }[],
  cwd: string,
): void {
  const outputs = outputsOf(wanted);
  if (outputs.length === 0) return;
  if (inputs.includes("-")) {
    throw new UsageError("--clean and --rejects read the input twice: not from standard input.", "Name a file.");
  }
  const others = reports.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const taken = new Set([...inputs, ...others].map((path) => realPath(path, cwd)));
  for (const path of outputs) {
    const real = realPath(path, cwd);
    if (taken.has(real)) throw new UsageError(`${path} is an input or another output.`, "Name another file.");
    taken.add(real);
  }
}

function outputsOf({ clean, rejects }: Wanted): string[] {
  return [clean, rejects, rejects && rejectListName(rejects)].filter((path) => path !== undefined);
}

/** The path without symbolic links, whether the file is there or not. */
export function realPath(path: string, cwd: string): string {
  const full = resolve(cwd, path);
  try {
    return realpathSync(full);
  } catch {
    return full;
  }
}

/**
 * Writes the records of clean claims, those of all others, and the list of why. Of several inputs all records go into one
 * file, so they must share header, delimiter and encoding. Nothing is written of a run that is not complete.
 */
export async function writeSplit(
  wanted: Wanted,
  outcome: Outcome,
  sources: readonly SourceOptions[],
  terminal: Terminal,
  quiet: number,
): Promise<void> {
  const outputs = outputsOf(wanted);
  if (outputs.length === 0) return;
  const say = (text: string) => terminal.stderr.write(`claimlint: ${text}\n`);
  if (!outcome.result.complete) {
    say(`${outputs.join(", ")}: not written, because not everything could be checked.`);
    return;
  }
  const inputs = outcome.files.slice(0, sources.length).map(({ facts }) => ({
    facts,
    source: sources.find(({ name, path }) => (name ?? path) === facts.path)!,
  }));
  for (const { facts } of inputs) refuseOtherForm(facts, inputs[0]!.facts);

  // --fail-on never is about the exit code; a claim with errors is no clean claim.
  const split = outcome.split(wanted.failOn === "never" ? "error" : (wanted.failOn as Severity));
  const sinks: Sink[] = [];
  const write = async (path: string, texts: AsyncIterable<Buffer> | Iterable<string>) => {
    const sink = fileSink(path, terminal.cwd, path);
    sinks.push(sink);
    for await (const text of texts) await sink.write(text);
  };
  const records = (path: string, ofRejected: boolean) => {
    const chosen = chosenRecords(
      inputs.map(({ facts, source }) => ({
        source,
        wanted: (row) => split.rejected[facts.index]!.has(row) === ofRejected,
      })),
    );
    const { bom } = inputs[0]!.facts;
    return fileBytes(chosen, { encoding: inputs[0]!.source.encoding, bom, gzip: /\.gz$/i.test(path) });
  };
  try {
    if (wanted.clean !== undefined) await write(wanted.clean, records(wanted.clean, false));
    if (wanted.rejects !== undefined) {
      await write(wanted.rejects, records(wanted.rejects, true));
      await write(rejectListName(wanted.rejects), split.list(hiddenBy(wanted.values as "auto", false)));
    }
    // All of them are on the disk before the first takes its place.
    for (const sink of sinks) await sink.close();
  } catch (error) {
    for (const sink of sinks) sink.discard();
    throw error;
  }
  if (quiet > 0) return;
  const to = (path: string | undefined) => (path === undefined ? "" : ` to ${path}`);
  const lines = (n: number) => `${n} ${n === 1 ? "record" : "records"}`;
  say(
    `${split.claims - split.rejectedClaims} of ${split.claims} claims are clean: ${lines(split.lines - split.rejectedLines)}${to(wanted.clean)}`,
  );
  const why = wanted.rejects === undefined ? "" : ` (why: ${rejectListName(wanted.rejects)})`;
  say(`${split.rejectedClaims} rejected: ${lines(split.rejectedLines)}${to(wanted.rejects)}${why}`);
}

function refuseOtherForm(facts: FileFacts, first: FileFacts): void {
  const form = ({ headers, delimiter, encoding }: FileFacts) => JSON.stringify([headers, delimiter, encoding]);
  if (form(facts) === form(first)) return;
  throw new UsageError(
    `${facts.path} and ${first.path} differ in header or delimiter: their records cannot go into one file.`,
    "Split them one at a time.",
  );
}
