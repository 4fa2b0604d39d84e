import { createWriteStream, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../model/errors.ts";

/** Where a report goes. `write` waits while the other end is busy; `close` makes the report final. */
export interface Sink {
  write(text: string): Promise<void>;
  close(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): void;
}

const BATCH = 1 << 16;

/** Temporary files of reports being written, removed when the program is interrupted. */
export const unfinished = new Set<string>();

class StreamSink implements Sink {
  readonly #stream: NodeJS.WritableStream;
  #batch = "";
  #failure: NodeJS.ErrnoException | undefined;

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      this.#failure = error;
    });
  }

  async write(text: string): Promise<void> {
    this.#batch += text;
    if (this.#batch.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#batch;
    this.#batch = "";
    if (text === "" || this.#failure !== undefined) return;
    await new Promise<void>((done) => {
      // The callback comes on failure too; which failure it was is judged in close().
      this.#stream.write(text, (error) => {
        if (error) this.#failure ??= error as NodeJS.ErrnoException;
        done();
      });
    });
  }

  async close(): Promise<void> {
    await this.flush();
    // A closed pipe (`| head`) is the reader's choice, not a failure: the verdict stands.
    if (this.#failure !== undefined && this.#failure.code !== "EPIPE") throw this.#failure;
  }

  discard(): void {
    this.#batch = "";
  }
}

/** Writes beside the wanted file and renames at the end, so that nobody ever sees half a report. */
class FileSink implements Sink {
  readonly #path: string;
  readonly #shown: string;
  readonly #temporary: string;
  readonly #stream: StreamSink;
  readonly #file: ReturnType<typeof createWriteStream>;

  constructor(path: string, shown: string) {
    this.#path = path;
    this.#shown = shown;
    this.#temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    unfinished.add(this.#temporary);
    this.#file = createWriteStream(this.#temporary, { mode: 0o600, flags: "w" });
    this.#stream = new StreamSink(this.#file);
  }

  write(text: string): Promise<void> {
    return this.#stream.write(text);
  }

  async close(): Promise<void> {
    try {
      await this.#stream.close();
      await new Promise<void>((done, fail) => this.#file.end((error?: Error | null) => (error ? fail(error) : done())));
      renameSync(this.#temporary, this.#path);
      unfinished.delete(this.#temporary);
    } catch (error) {
      this.discard();
      const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
      throw new UsageError(`The report ${this.#shown} could not be written (${code}).`, "Nothing was left behind.");
    }
  }

  discard(): void {
    this.#file.destroy();
    rmSync(this.#temporary, { force: true });
    unfinished.delete(this.#temporary);
  }
}

export function streamSink(stream: NodeJS.WritableStream): Sink {
  return new StreamSink(stream);
}

/** Throws `UsageError` where the file cannot be made, before any work is done. */
export function fileSink(shown: string, cwd: string): Sink {
  const path = resolve(cwd, shown);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`The report ${shown} cannot be written: it is a folder.`, "Name a file.");
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new UsageError(`The report ${shown} cannot be written: its folder cannot be made (${code}).`);
  }
  return new FileSink(path, shown);
}
