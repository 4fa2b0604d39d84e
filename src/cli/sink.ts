import { createWriteStream, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../model/errors.ts";
import { unfinished } from "../model/unfinished.ts";

/** Where a report or a file of records goes. `write` waits while the other end is busy; `close` makes it final. */
export interface Sink {
  write(data: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): void;
}

const BATCH = 1 << 16;

export { unfinished };

function unwritten(what: string, error: unknown, remedy?: string): UsageError {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
  return new UsageError(`${what} could not be written (${code}).`, remedy);
}

class StreamSink implements Sink {
  readonly #stream: NodeJS.WritableStream;
  readonly #what: string;
  #batch = "";
  #failure: NodeJS.ErrnoException | undefined;

  constructor(stream: NodeJS.WritableStream, what: string) {
    this.#stream = stream;
    this.#what = what;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      this.#failure = error;
    });
  }

  async write(data: string | Uint8Array): Promise<void> {
    if (typeof data === "string") {
      this.#batch += data;
      if (this.#batch.length >= BATCH) await this.flush();
    } else {
      await this.flush();
      await this.#send(data);
    }
  }

  async flush(): Promise<void> {
    const text = this.#batch;
    this.#batch = "";
    await this.#send(text);
  }

  async #send(data: string | Uint8Array): Promise<void> {
    if (data.length === 0 || this.#failure !== undefined) return;
    await new Promise<void>((done) => {
      const end = (error?: Error | null) => {
        if (error) this.#failure ??= error;
        done();
      };
      // Which failure it was is judged in close(). A synchronous stream (standard output into a file) throws instead.
      try {
        this.#stream.write(data, end);
      } catch (error) {
        end(error as Error);
      }
    });
  }

  async close(): Promise<void> {
    await this.flush();
    // A closed pipe (`| head`) is the reader's choice, not a failure: the verdict stands.
    if (this.#failure !== undefined && this.#failure.code !== "EPIPE") throw unwritten(this.#what, this.#failure);
  }

  discard(): void {
    this.#batch = "";
  }
}

/**
 * Writes beside the wanted file and renames at the end, so that nobody ever sees half a report. What is there and is no
 * regular file (`/dev/null`, a named pipe) is written to as it is: a rename would replace the device.
 */
class FileSink implements Sink {
  readonly #path: string;
  readonly #what: string;
  readonly #temporary: string | undefined;
  readonly #stream: StreamSink;
  readonly #file: ReturnType<typeof createWriteStream>;

  constructor(path: string, what: string, special: boolean, mode: number) {
    this.#path = path;
    this.#what = what;
    this.#temporary = special ? undefined : join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    if (this.#temporary !== undefined) unfinished.add(this.#temporary);
    this.#file = createWriteStream(this.#temporary ?? path, { mode, flags: "w" });
    this.#stream = new StreamSink(this.#file, what);
  }

  write(data: string | Uint8Array): Promise<void> {
    return this.#stream.write(data);
  }

  async close(): Promise<void> {
    try {
      await this.#stream.close();
      await new Promise<void>((done, fail) => this.#file.end((error?: Error | null) => (error ? fail(error) : done())));
      if (this.#temporary === undefined) return;
      renameSync(this.#temporary, this.#path);
      unfinished.delete(this.#temporary);
    } catch (error) {
      this.discard();
      throw error instanceof UsageError ? error : unwritten(this.#what, error);
    }
  }

  discard(): void {
    this.#file.destroy();
    if (this.#temporary === undefined) return;
    rmSync(this.#temporary, { force: true });
    unfinished.delete(this.#temporary);
  }
}

export function streamSink(stream: NodeJS.WritableStream): Sink {
  return new StreamSink(stream, "The report on standard output");
}

/** Who may read what is written: nobody else, unless it takes the place of a file that others may read. */
const OWNER_ONLY = 0o600;

/** Throws `UsageError` where the file cannot be made, before any work is done. `what` begins its sentence. */
export function fileSink(shown: string, cwd: string, what = `The report ${shown}`, mode = OWNER_ONLY): Sink {
  const path = resolve(cwd, shown);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory()) {
      throw new UsageError(`${what} cannot be written: it is a folder.`, "Name a file.");
    }
    return new FileSink(path, what, there !== undefined && !there.isFile(), mode);
  } catch (error) {
    throw error instanceof UsageError ? error : unwritten(what, error, "Check its folder.");
  }
}
