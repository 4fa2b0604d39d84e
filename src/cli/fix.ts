import { statSync } from "node:fs";
import { relative } from "node:path";
import { fileBytes } from "../input/encode.ts";
import { rewritten, type Stretch } from "../input/rewrite.ts";
import { UsageError } from "../model/errors.ts";
import type { ExitCode } from "../model/run.ts";
import { unifiedPatch } from "../run/patch.ts";
import { prepareRun, sourceOf } from "../run/prepare.ts";
import { findRepairs, type Repairs } from "../run/repair.ts";
import { toolVersion } from "../run/version.ts";
import { configure } from "./configure.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import { progressLine } from "./progress.ts";
import { fileSink, streamSink } from "./sink.ts";
import { realPath } from "./split.ts";
import type { Terminal } from "./terminal.ts";

interface FixOptions {
  readonly output?: string;
  readonly inPlace?: true;
  readonly diff?: true;
}

/** `claimlint fix`: applies the lossless suggestions of the rules that are on; every other byte stays. */
export async function fixCommand(
  terminal: Terminal,
  path: string,
  options: FixOptions,
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  refuse(path, options, terminal.cwd);
  const configuration = await configure(terminal, flags, choice);
  const source = sourceOf(path, configuration, terminal.cwd);
  const settings = prepareRun(configuration, [source], terminal.today, toolVersion());
  const progress = progressLine(terminal, true);
  const repairs = await findRepairs({ ...settings, ...(progress.show && { onProgress: progress.show }) });
  progress.clear();
  if (repairs.crashes.size > 0) {
    const ids = [...repairs.crashes.keys()].join(", ");
    throw new UsageError(`Rule ${ids} failed, so nothing was repaired.`, "Please report it; --skip leaves it out.");
  }

  const { facts } = repairs.file;
  const { encoding } = source;
  const stretches = rewritten(source, repairs.edits);
  if (options.diff) {
    if (encoding === "utf-16le") throw new UsageError(`${path} is UTF-16: there is no patch for that.`, "Use -o FILE.");
    const patch = unifiedPatch(stretches, patchPath(path, terminal.cwd));
    const sink = streamSink(terminal.stdout);
    for await (const bytes of patch) await sink.write(bytes);
    await sink.close();
  } else {
    const target = options.inPlace ? realPath(path, terminal.cwd) : options.output!;
    // Nothing to repair: the file is not touched, not even its time stamp.
    if (!(options.inPlace && repairs.edits.length === 0)) {
      const mode = options.inPlace ? statSync(target).mode & 0o777 : undefined;
      const sink = target === "-" ? streamSink(terminal.stdout) : fileSink(target, terminal.cwd, target, mode);
      try {
        const gzip = /\.gz$/i.test(target);
        for await (const bytes of fileBytes(after(stretches), { encoding, bom: facts.bom, gzip }))
          await sink.write(bytes);
      } catch (error) {
        sink.discard();
        throw error;
      }
      await sink.close();
    }
  }
  terminal.stderr.write(summary(path, repairs, options));
  return 0;
}

function refuse(path: string, { output, inPlace, diff }: FixOptions, cwd: string): void {
  const ways = [output, inPlace, diff].filter((way) => way !== undefined).length;
  if (ways !== 1) {
    throw new UsageError(
      ways === 0 ? "Nothing says where the repaired file goes." : "-o, --in-place and --diff exclude each other.",
      "Use one of -o FILE, --in-place and --diff.",
    );
  }
  if (path === "-") throw new UsageError("fix reads the input twice: not from standard input.", "Name a file.");
  if (diff && /\.gz$/i.test(path))
    throw new UsageError(`${path} is gzipped: there is no patch for that.`, "Use -o FILE.");
  if (output !== undefined && output !== "-" && realPath(output, cwd) === realPath(path, cwd)) {
    throw new UsageError(`${output} is the file itself.`, "Use --in-place to replace it.");
  }
}

async function* after(stretches: AsyncIterable<Stretch>): AsyncGenerator<Buffer> {
  for await (const { now } of stretches) yield now;
}

/** The name in the patch: from the working directory, with slashes; of a file outside it the bare path. */
function patchPath(path: string, cwd: string): string {
  const shown = relative(cwd, realPath(path, cwd)).replaceAll("\\", "/");
  return shown.replace(/^(?:\.\.\/)+/, "");
}

/** Counts, and not one value: what was changed is for `--diff` to show. */
function summary(path: string, { edits, byRule }: Repairs, { output, inPlace, diff }: FixOptions): string {
  const cells = edits.length === 1 ? "1 cell" : `${edits.length} cells`;
  const rows = new Set(edits.map(({ row }) => row)).size;
  if (edits.length === 0) {
    const copied = output === undefined ? "" : `; ${output} is a copy`;
    return `claimlint: ${path}: nothing to repair without loss${copied}\n`;
  }
  const width = Math.max(...[...byRule.keys()].map((id) => id.length));
  const counts = [...byRule].map(([id, count]) => `  ${id.padEnd(width)}  ${count}\n`).join("");
  const done = diff ? "can be repaired" : "repaired";
  const where = diff ? "" : inPlace ? ", in place" : `, written to ${output}`;
  return `claimlint: ${path}: ${cells} on ${rows === 1 ? "1 line" : `${rows} lines`} ${done}${where}\n${counts}`;
}
