import { type FileHandle, open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { constants, createGunzip } from "node:zlib";
import { InputError } from "../model/errors.ts";

export type Encoding = "utf-8" | "windows-1252" | "utf-16le";

export interface SourceOptions {
  /** A file, or `-` for standard input. */
  readonly path: string;
  /** What to call the input in messages and reports (`--stdin-filename`); `path` where left out. */
  readonly name?: string;
  /** The stream behind `-`. */
  readonly stdin?: NodeJS.ReadableStream;
  readonly encoding: Encoding;
  /** As `--delimiter` takes it: a name or one character. Where left out: tab for `.tsv` and `.tab`, else comma. */
  readonly delimiter?: string;
  /** Bytes of decoded text that a block aims for; 1 MiB where left out. */
  readonly blockSize?: number;
  /** A record longer than this is refused, so that an unclosed quote cannot take all memory; 256 MiB where left out. */
  readonly maxRecordSize?: number;
}

const READ_SIZE = 1 << 20;
const INFLATE_SIZE = 1 << 18;

/**
 * The bytes of an input, gunzipped where they start with the gzip magic number (RFC 1952), whatever the name says.
 * Ending the iteration early closes the file. Errors: `InputError`.
 */
export async function* sourceBytes(options: SourceOptions): AsyncGenerator<Buffer, void, undefined> {
  const name = options.name ?? options.path;
  const raw = options.path === "-" ? streamBytes(options.stdin, name) : fileBytes(options.path, name);
  const { head, chunks } = await peek(raw, 4);
  if (head[0] === 0x1f && head[1] === 0x8b) {
    yield* gunzipped(chunks, name);
    return;
  }
  if (head.length >= 4 && head.readUInt32BE(0) === 0x504b0304) {
    await chunks.return();
    throw new InputError(
      name,
      "This is a ZIP archive or an Excel workbook, not a CSV file",
      "Unpack it, or save the sheet as CSV (UTF-8).",
    );
  }
  yield* chunks;
}

/** Reads until at least `size` bytes are known; `chunks` still gives all bytes, the known ones included. */
export async function peek(
  source: AsyncGenerator<Buffer, void, undefined>,
  size: number,
): Promise<{ head: Buffer; chunks: AsyncGenerator<Buffer, void, undefined> }> {
  const parts: Buffer[] = [];
  let length = 0;
  while (length < size) {
    const next = await source.next();
    if (next.done) break;
    parts.push(next.value);
    length += next.value.length;
  }
  const head = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  const all = (async function* () {
    try {
      yield* parts;
      yield* source;
    } finally {
      await source.return();
    }
  })();
  // A generator that is ended before its first `next` never runs its `finally`.
  const end = all.return.bind(all);
  all.return = async (value) => {
    await source.return();
    return end(value);
  };
  return { head, chunks: all };
}

async function* fileBytes(path: string, name: string): AsyncGenerator<Buffer, void, undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, "r");
    for (;;) {
      const buffer = Buffer.allocUnsafe(READ_SIZE);
      const { bytesRead } = await file.read(buffer, 0, READ_SIZE, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw readError(error, name);
  } finally {
    await file?.close();
  }
}

async function* streamBytes(
  stream: NodeJS.ReadableStream | undefined,
  name: string,
): AsyncGenerator<Buffer, void, undefined> {
  if (stream === undefined) throw new Error("`-` was asked for, but no stream was handed over");
  try {
    for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Buffer);
  } catch (error) {
    throw readError(error, name);
  }
}

async function* gunzipped(
  chunks: AsyncGenerator<Buffer, void, undefined>,
  name: string,
): AsyncGenerator<Buffer, void, undefined> {
  const gunzip = createGunzip({ chunkSize: INFLATE_SIZE });
  // The callback only keeps an error from being unhandled: it reaches us through the iteration.
  pipeline(Readable.from(chunks, { objectMode: true }), gunzip, () => {});
  try {
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (error) {
    throw error instanceof InputError ? error : gzipError(error, name);
  } finally {
    await chunks.return();
  }
}

function gzipError(error: unknown, name: string): InputError {
  const remedy = "Copy or download the file again; `gzip -t` on it must be silent.";
  const { errno } = error as { errno?: number };
  if (errno === constants.Z_BUF_ERROR) return new InputError(name, "The gzip data ends too early", remedy);
  return new InputError(name, "The gzip data is damaged", remedy);
}

function readError(error: unknown, name: string): Error {
  if (error instanceof InputError) return error;
  const code = (error as { code?: unknown }).code;
  if (typeof code !== "string") return error as Error;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return new InputError(name, "There is no such file", "Check the path and the working directory.");
    case "EISDIR":
      return new InputError(name, "This is a directory, not a file", "Name the files in it, for example with *.csv.");
    case "EACCES":
    case "EPERM":
      return new InputError(name, "The file may not be read", "Check its permissions.");
    default:
      return new InputError(
        name,
        `The input could not be read (${code})`,
        "Check the disk or the connection it is on.",
      );
  }
}
