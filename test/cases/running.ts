import { createReadStream } from "node:fs";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { main } from "../../src/cli/main.ts";
import { day } from "../../src/model/dates.ts";
import { ROOT } from "../house/rooms.ts";

/** A home without installed data sets: what the developer has installed must not show in a test. */
export const NOBODY = { HOME: join(ROOT, ".claimlint/nobody") };

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

export interface Around {
  readonly cwd: string;
  /** A file that is read as standard input. */
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard output is a terminal of that width. */
  readonly columns?: number;
}

/** One call of the command line inside this process, on 2026-11-22. */
export async function run(argv: readonly string[], { cwd, stdin, env = {}, columns }: Around): Promise<Ran> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  if (columns !== undefined) Object.assign(stdout, { isTTY: true, columns });
  const input = stdin === undefined ? new PassThrough().end() : createReadStream(stdin);
  const exit = await main(argv, {
    stdin: input,
    stdout,
    stderr,
    env: { ...NOBODY, ...env },
    cwd,
    today: day("2026-11-22"),
  });
  return { stdout: stdout.text, stderr: stderr.text, exit };
}

class Collected extends Writable {
  text = "";

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString("utf8");
    done();
  }
}
