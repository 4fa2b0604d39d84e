import { randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { UsageError } from "../model/errors.ts";
import { unfinished } from "../model/unfinished.ts";
import { bodyHolds, decodeTable, type OpenTable } from "./table-file.ts";

export interface StorePlace {
  /** `--data DIR`. */
  readonly data?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly windows: boolean;
}

/** The folder of the compiled tables: `--data`, `CLAIMLINT_DATA`, else the user's data folder (XDG base directories). */
export function storeFolder({ data, env, home, windows }: StorePlace): string {
  if (data) return data;
  if (env["CLAIMLINT_DATA"]) return env["CLAIMLINT_DATA"];
  // The XDG specification: a relative path in the variable is to be ignored.
  if (env["XDG_DATA_HOME"]?.startsWith("/")) return join(env["XDG_DATA_HOME"], "claimlint");
  if (windows && env["LOCALAPPDATA"]) return join(env["LOCALAPPDATA"], "claimlint");
  return join(home, ".local", "share", "claimlint");
}

const SUFFIX = ".table";

function fileOf(store: string, id: string): string {
  return join(store, `${id}${SUFFIX}`);
}

/** Ids of the data sets that have a table, sorted. */
export function storedIds(store: string): string[] {
  let names: string[] = [];
  try {
    names = readdirSync(store);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw unusable(store, error);
  }
  return names
    .filter((name) => name.endsWith(SUFFIX) && !name.startsWith("."))
    .map((name) => name.slice(0, -SUFFIX.length))
    .sort();
}

export interface StoredFile {
  readonly table: OpenTable;
  /** The file as it is; a `SharedArrayBuffer`, so that worker threads can open the same bytes with `decodeTable`. */
  readonly buffer: SharedArrayBuffer;
  readonly path: string;
  readonly modified: Date;
}

/** The table of a data set, or undefined where there is none. Throws where it is damaged. */
export function readStored(store: string, id: string): StoredFile | undefined {
  const path = fileOf(store, id);
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw unusable(path, error);
  }
  try {
    const { size, mtime } = fstatSync(handle);
    const buffer = new SharedArrayBuffer(size);
    const bytes = new Uint8Array(buffer);
    for (let done = 0; done < size; ) {
      const read = readSync(handle, bytes, done, size - done, done);
      if (read === 0) break;
      done += read;
    }
    return { table: decodeTable(buffer, path), buffer, path, modified: mtime };
  } finally {
    closeSync(handle);
  }
}

/**
 * Puts a table in the place of the one with the given digest (undefined: of none): written beside, read back and
 * verified, then renamed. False where another process put its own there meanwhile: compile again on top of that one.
 */
export async function replaceStored(
  store: string,
  id: string,
  file: Uint8Array,
  replaced: string | undefined,
): Promise<boolean> {
  const path = fileOf(store, id);
  const beside = join(store, `.${id}.${randomBytes(6).toString("hex")}.new`);
  unfinished.add(beside);
  try {
    mkdirSync(store, { recursive: true });
    writeDurably(beside, file);
    verify(store, beside);
    return await locked(store, () => {
      if (digestOf(store, id) !== replaced) return false;
      renameSync(beside, path);
      return true;
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw unusable(store, error);
  } finally {
    discard(beside);
    unfinished.delete(beside);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What went wrong before is what the user must hear about.
  }
}

export async function removeStored(store: string, id: string): Promise<boolean> {
  return locked(store, () => {
    if (!storedIds(store).includes(id)) return false;
    rmSync(fileOf(store, id));
    return true;
  });
}

/** A damaged table counts as one with an unknown digest: it may be replaced by whoever saw it damaged. */
export const DAMAGED = "damaged";

function digestOf(store: string, id: string): string | undefined {
  try {
    return readStored(store, id)?.table.manifest.digest;
  } catch {
    return DAMAGED;
  }
}

function writeDurably(path: string, file: Uint8Array): void {
  const handle = openSync(path, "wx");
  try {
    for (let done = 0; done < file.length; ) done += writeSync(handle, file, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function verify(store: string, path: string): void {
  const name = path.slice(store.length + 1);
  const handle = openSync(path, "r");
  try {
    const { size } = fstatSync(handle);
    const buffer = new ArrayBuffer(size);
    readSync(handle, new Uint8Array(buffer), 0, size, 0);
    if (!bodyHolds(buffer, decodeTable(buffer, path))) {
      throw new UsageError(`${name}: what was written to ${store} does not read back as it was`, "Check the disk.");
    }
  } finally {
    closeSync(handle);
  }
}

/**
 * The lock is held for the rename only, never while compiling, so a lock older than this belongs to a process that died.
 */
const STALE_AFTER_MS = 10_000;
const GIVE_UP_AFTER_MS = 30_000;

async function locked<T>(store: string, work: () => T): Promise<T> {
  mkdirSync(store, { recursive: true });
  const lock = join(store, ".lock");
  for (const start = Date.now(); ; ) {
    try {
      writeFileSync(lock, "", { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw unusable(store, error);
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > STALE_AFTER_MS) breakLock(store, lock);
      else if (Date.now() - start > GIVE_UP_AFTER_MS) {
        throw new UsageError(`${store} is locked by another claimlint`, `If none is running, delete ${lock}.`);
      } else await new Promise((resume) => setTimeout(resume, 20 + Math.floor(Math.random() * 30)));
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** By rename, so that of two processes that see the same stale lock only one takes it away, and not a fresh one. */
function breakLock(store: string, lock: string): void {
  const aside = join(store, `.lock.${randomBytes(6).toString("hex")}.stale`);
  try {
    renameSync(lock, aside);
    if (Date.now() - statSync(aside).mtimeMs <= STALE_AFTER_MS) renameSync(aside, lock);
    rmSync(aside, { force: true });
  } catch {
    // The other one was faster.
  }
}

function unusable(path: string, error: unknown): UsageError {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new UsageError(`the data folder cannot be used: ${path} (${code})`, "Choose another one with --data DIR.");
}
