import { Readable, Writable } from "node:stream";
import { main } from "../../src/cli/main.ts";
import { isoDate } from "../../src/model/dates.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line in this process, from the project's root, with streams that are no terminal. */
export async function runCli(
  argv: readonly string[],
  { stdin = "", cwd = ROOT, env = {} }: { stdin?: string; cwd?: string; env?: Record<string, string> } = {},
): Promise<CliRun> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  const today = isoDate("2026-11-22")!;
  const exitCode = await main(argv, { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr, env, cwd, today });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

class Collected extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString("utf8");
  }
}
