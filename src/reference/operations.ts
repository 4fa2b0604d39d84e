/**
 * What the `claimlint data` commands do, as functions: the reference room between the publishers' files and the rules.
 *
 *     paths ─► sources.ts ──► DataSet.stored.recognise / compile ──► table-file.ts ──► store.ts
 *              zip, gzip,      (datasets/<id>.ts: pure, knows the     one file per      beside, verify,
 *              workbook        layout, merges with what is there)     data set          rename, lock
 *
 * To add a data set, write `datasets/<id>.ts` with `stored` (see `StoredTable` in contract/dataset.ts):
 *   - `recognise` looks at `head` (16 KiB) or, for a workbook, at its header row; never at names alone.
 *   - `compile` gets all its files at once and the installed table. It checks everything it can (counts, order, end
 *     of file, second file of the same facts) and throws `InputError` with the line. Give it numbers in typed arrays:
 *     sorted keys for a binary search, offsets, days as i32; texts through `datasets/parts/strings.ts`.
 *   - `open` must cost microseconds: keep the views, decode nothing.
 *   - The same files must give the same bytes in whatever order they were added; a test should say so.
 * `memoryTable` (datasets/parts/tables.ts) opens a draft without a file: for `fromExample` and for tests.
 */
import type { Coverage, DataSet, Release, SourcePart, Table } from "../contract/dataset.ts";
import { InputError, UsageError } from "../model/errors.ts";
import { type Changes, changesBetween } from "./changes.ts";
import { outdated } from "./open.ts";
import { givenFiles, sourcesIn } from "./sources.ts";
import { DAMAGED, readStored, removeStored, replaceStored, storedIds } from "./store.ts";
import { bodyHolds, decodeTable, encodeTable, type OpenTable, type TableIdentity } from "./table-file.ts";

export { openData } from "./open.ts";

export interface Progress {
  readonly stage: "read" | "compile" | "write";
  /** The file being read, or the title of the data set. */
  readonly subject: string;
  readonly done: number;
  readonly total: number;
}

export interface AddOptions {
  readonly dataSets: readonly DataSet<unknown>[];
  readonly release?: string | undefined;
  readonly onProgress?: (progress: Progress) => void;
}

export interface AddedData {
  readonly id: string;
  readonly title: string;
  readonly releases: readonly Release[];
  /** Names of releases that were not there before. */
  readonly added: readonly string[];
  readonly coverage: readonly Coverage[];
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  readonly bytes: number;
  /** Against the table it replaced; undefined where there was none. */
  readonly changes: Changes | undefined;
}

export interface AddSummary {
  readonly data: readonly AddedData[];
  /** Files and members that no data set reads (PDF, notes). */
  readonly ignored: readonly string[];
}

interface Recognised {
  readonly dataSet: DataSet<unknown>;
  readonly parts: SourcePart[];
}

/**
 * Recognises, compiles and installs the files behind the paths. All are compiled before the first is installed, so a
 * file that is refused (`InputError`, with the line) leaves the store as it was.
 */
export async function addPaths(paths: readonly string[], store: string, options: AddOptions): Promise<AddSummary> {
  const { recognised, ignored } = recognise(paths, options);
  const commits: { readonly compiled: Compiled; readonly entry: Recognised }[] = [];
  for (const [index, entry] of recognised.entries()) {
    report(options, "compile", entry.dataSet.title, index, recognised.length);
    await turn();
    commits.push({ compiled: compile(entry, store, options), entry });
  }
  const data: AddedData[] = [];
  for (const [index, { entry, compiled }] of commits.entries()) {
    report(options, "write", entry.dataSet.title, index, commits.length);
    data.push(await commit(entry, compiled, store, options));
  }
  return { data, ignored };
}

function recognise(paths: readonly string[], options: AddOptions): { recognised: Recognised[]; ignored: string[] } {
  const files = givenFiles(paths);
  const byId = new Map<string, Recognised>();
  const ignored: string[] = [];
  files.forEach(({ path, named }, index) => {
    report(options, "read", path, index, files.length);
    let used = false;
    const sources = sourcesIn(path);
    for (const source of sources) {
      const found = options.dataSets.flatMap((dataSet) => {
        const role = dataSet.stored?.recognise(source);
        return role === undefined ? [] : [{ dataSet, role }];
      });
      if (found.length === 0) ignored.push(source.where);
      for (const { dataSet, role } of found) {
        used = true;
        const entry = byId.get(dataSet.id) ?? { dataSet, parts: [] };
        entry.parts.push({ source, role });
        byId.set(dataSet.id, entry);
      }
    }
    if (!used && named) throw unrecognised(path, sources[0]?.head ?? "", options);
  });
  if (byId.size === 0) throw unrecognised(paths.join(", "), "", options);
  return { recognised: [...byId.values()].sort((a, b) => (a.dataSet.id < b.dataSet.id ? -1 : 1)), ignored };
}

function unrecognised(where: string, head: string, { dataSets }: AddOptions): InputError {
  const known = dataSets.filter(({ stored }) => stored !== undefined).map(({ title }) => title);
  const what = /^\s*<(?:!doctype\s+)?html/i.test(head)
    ? "is a web page, not a reference file (a download behind a click-through or a log-in?)"
    : "holds no reference file claimlint knows, or its layout has changed";
  return new InputError(where, what, `It reads: ${known.join("; ")}.`);
}

interface Compiled {
  readonly file: Uint8Array;
  readonly table: OpenTable;
  readonly replaced: string | undefined;
  readonly old: OpenTable | undefined;
}

function compile({ dataSet, parts }: Recognised, store: string, { release }: AddOptions): Compiled {
  const stored = dataSet.stored!;
  let replaced: string | undefined;
  let old: OpenTable | undefined;
  try {
    old = readStored(store, dataSet.id)?.table;
    replaced = old?.manifest.digest;
    // Of another version: nothing of it can be read, so it is replaced, not merged with.
    if (old !== undefined && old.manifest.version !== stored.version) old = undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    replaced = DAMAGED;
  }
  const draft = stored.compile(parts, old, { release });
  const file = encodeTable(identityOf(dataSet), draft);
  return { file, table: decode(file, dataSet.id), replaced, old };
}

function identityOf({ id, title, publisher, licence, stored }: DataSet<unknown>): TableIdentity {
  return { id, title, publisher, licence, version: stored?.version ?? 0 };
}

function decode(file: Uint8Array, id: string): OpenTable {
  return decodeTable(file.buffer, id);
}

async function commit(entry: Recognised, first: Compiled, store: string, options: AddOptions): Promise<AddedData> {
  const { dataSet } = entry;
  let compiled = first;
  // Somebody else installed a table of the same data set meanwhile: merge with theirs.
  while (!(await replaceStored(store, dataSet.id, compiled.file, compiled.replaced))) {
    compiled = compile(entry, store, options);
  }
  const { table, old, file } = compiled;
  const before = new Set(old?.releases.map(({ name }) => name));
  return {
    id: dataSet.id,
    title: dataSet.title,
    releases: table.releases,
    added: table.releases.map(({ name }) => name).filter((name) => !before.has(name)),
    coverage: table.coverage,
    counts: table.manifest.counts,
    warnings: table.manifest.warnings,
    bytes: file.byteLength,
    changes: old === undefined ? undefined : changesBetween(dataSet.stored!, [old], [table]),
  };
}

export interface ListedData {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly releases: readonly Release[];
  readonly coverage: readonly Coverage[];
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  readonly bytes: number;
  readonly digest: string;
  readonly installed: Date;
}

/** What is installed, sorted by id. Reads manifests; verifies nothing. Throws on a damaged table (see `checkStore`). */
export function listData(store: string): ListedData[] {
  return storedIds(store).map((id) => {
    const { table, buffer, modified } = readStored(store, id)!;
    const { title, publisher, licence, releases, coverage, counts, warnings, digest } = table.manifest;
    return {
      id,
      title,
      publisher,
      licence,
      releases,
      coverage,
      counts,
      warnings,
      bytes: buffer.byteLength,
      digest,
      installed: modified,
    };
  });
}

export interface CheckedData {
  readonly id: string;
  /** What is wrong with the table; empty where it is sound. */
  readonly problems: readonly string[];
  /** Days between its first and last day that no release speaks about. */
  readonly gaps: readonly Coverage[];
  readonly warnings: readonly string[];
}

/** Verifies every table: readable, digests, version of the importer; and where its coverage has gaps. */
export function checkStore(store: string, dataSets: readonly DataSet<unknown>[]): CheckedData[] {
  return storedIds(store).map((id) => {
    const problems: string[] = [];
    let gaps: Coverage[] = [];
    let warnings: readonly string[] = [];
    try {
      const { table, buffer } = readStored(store, id)!;
      const dataSet = dataSets.find((each) => each.id === id);
      if (!bodyHolds(buffer, table)) problems.push("the sections are not what was written: add the file again");
      if (dataSet?.stored === undefined) problems.push("no data set of this claimlint reads it");
      else if (dataSet.stored.version !== table.manifest.version) problems.push(outdated(table.manifest, dataSet));
      gaps = table.coverage.slice(1).map(({ from }, i) => ({ from: table.coverage[i]!.to + 1, to: from - 1 }));
      warnings = table.manifest.warnings;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(error.message);
    }
    return { id, problems, gaps, warnings };
  });
}

/** Takes the table of a data set away. False where there was none. */
export function removeData(store: string, id: string): Promise<boolean> {
  return removeStored(store, id);
}

/**
 * What changed from A to B. Each is `id` (the installed table), `id@release` (one release of it), or the path of a
 * publisher's file, which is compiled without being installed.
 */
export function diffData(a: string, b: string, store: string, options: AddOptions): Changes & { readonly id: string } {
  const older = side(a, store, options);
  const newer = side(b, store, options);
  if (older.dataSet.id !== newer.dataSet.id) {
    throw new UsageError(`${a} is ${older.dataSet.title}, ${b} is ${newer.dataSet.title}: nothing to compare`);
  }
  const changes = changesBetween(older.dataSet.stored!, [older.table, older.release], [newer.table, newer.release]);
  return { id: older.dataSet.id, ...changes };
}

interface Side {
  readonly dataSet: DataSet<unknown>;
  readonly table: Table;
  readonly release: string | undefined;
}

function side(reference: string, store: string, options: AddOptions): Side {
  const at = reference.indexOf("@");
  const id = at < 0 ? reference : reference.slice(0, at);
  const dataSet = options.dataSets.find((each) => each.id === id && each.stored !== undefined);
  if (dataSet === undefined) {
    const { recognised } = recognise([reference], options);
    if (recognised.length !== 1) throw new UsageError(`${reference} holds more than one data set; name one file`);
    const [only] = recognised;
    const draft = only!.dataSet.stored!.compile(only!.parts, undefined, { release: options.release });
    const table = decode(encodeTable(identityOf(only!.dataSet), draft), reference);
    // Two files are compared by what they say, not by the dates they say it of.
    return {
      dataSet: only!.dataSet,
      table,
      release: table.releases.length === 1 ? table.releases[0]!.name : undefined,
    };
  }
  const table = readStored(store, id)?.table;
  if (table === undefined) throw new UsageError(`${id} is not installed`, dataSet.install);
  if (at < 0) return { dataSet, table, release: undefined };
  const name = reference.slice(at + 1).toLowerCase();
  const release = table.releases.find((each) => each.name.toLowerCase() === name);
  if (release === undefined) {
    const names = table.releases.map((each) => each.name).join(", ");
    throw new UsageError(`${id} has no release ${reference.slice(at + 1)}`, `Installed: ${names}.`);
  }
  return { dataSet, table, release: release.name };
}

function report({ onProgress }: AddOptions, stage: Progress["stage"], subject: string, done: number, total: number) {
  onProgress?.({ stage, subject, done, total });
}

/** Lets signals and a progress display have a turn between the long synchronous steps. */
function turn(): Promise<void> {
  return new Promise((resume) => setImmediate(resume));
}
