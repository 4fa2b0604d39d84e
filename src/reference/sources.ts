import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gunzipSync, constants as zlib } from "node:zlib";
import { type Info, parse } from "csv-parse/sync";
import type { SourceFile, SourceOrigin, SourceRecord } from "../contract/dataset.ts";
import { InputError } from "../model/errors.ts";
import { sheetRows } from "./workbook.ts";
import { readXml } from "./xml.ts";
import { isZip, type ZipMember, zipMembers } from "./zip.ts";

const HEAD = 16 * 1024;
/** A publisher's zip in a zip is known; deeper nesting is somebody's joke. */
const MAX_DEPTH = 2;

/** A file the user named, or found in a folder the user named. */
export interface GivenFile {
  readonly path: string;
  /** Named itself: where nothing in it is recognised, that is an error. */
  readonly named: boolean;
}

/** The files behind paths, folders walked, in a fixed order. Hidden files are left out. */
export function givenFiles(paths: readonly string[]): GivenFile[] {
  const files: GivenFile[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith(".")) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else files.push({ path, named: false });
    }
  };
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) throw new InputError(path, "there is no such file or folder");
    if (stat.isDirectory()) walk(path);
    else files.push({ path, named: true });
  }
  return files;
}

/** The publisher's files in a given file: itself, what it is a gzip of, or the members of the zip. */
export function sourcesIn(path: string): SourceFile[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new InputError(path, `cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
  }
  if (bytes.length === 0) throw new InputError(path, "the file is empty");
  const origin: SourceOrigin = {
    name: basename(path),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    bytes: bytes.length,
  };
  const content: Content = { path: basename(path), head: (n) => bytes.subarray(0, n), bytes: () => bytes };
  return open(content, path, basename(dirname(path)), origin, 0);
}

type Content = Pick<ZipMember, "path" | "head" | "bytes">;

function open(
  content: Content,
  where: string,
  container: string | undefined,
  origin: SourceOrigin,
  depth: number,
): SourceFile[] {
  const start = content.head(HEAD);
  if (isZip(start)) {
    const archive = content.bytes();
    const members = zipMembers(archive, where);
    if (members.some(({ path }) => path === "xl/workbook.xml"))
      return [source(content, where, container, origin, true)];
    if (depth === MAX_DEPTH) return [];
    return members
      .filter(({ path, size }) => size > 0 && !path.startsWith("__MACOSX/"))
      .flatMap((member) => open(member, `${where} > ${member.path}`, basename(content.path), origin, depth + 1));
  }
  if (start[0] === 0x1f && start[1] === 0x8b) return open(gunzipped(content, where), where, container, origin, depth);
  return [source(content, where, container, origin, false)];
}

function gunzipped(content: Content, where: string): Content {
  const unpack = (bytes: Uint8Array, partial: boolean): Uint8Array => {
    try {
      return gunzipSync(bytes, partial ? { finishFlush: zlib.Z_SYNC_FLUSH } : {});
    } catch {
      throw new InputError(where, "the gzip file is damaged or cut short", "Download the file again.");
    }
  };
  return {
    path: content.path.replace(/\.gz$/i, ""),
    head: (n) => unpack(content.head(n), true).subarray(0, n),
    bytes: () => unpack(content.bytes(), false),
  };
}

function source(
  content: Content,
  where: string,
  container: string | undefined,
  origin: SourceOrigin,
  workbook: boolean,
): SourceFile {
  const text = (): string => decode(content.bytes());
  return {
    where,
    name: basename(content.path),
    container,
    kind: workbook ? "workbook" : "text",
    head: workbook ? "" : Buffer.from(content.head(HEAD)).toString("latin1"),
    origin,
    bytes: () => content.bytes(),
    text,
    records: (delimiter = ",") => (workbook ? sheetRows(content.bytes(), where) : records(text(), where, delimiter)),
    xml: (handler) => readXml(text(), where, handler),
  };
}

function decode(bytes: Uint8Array): string {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start);
  const latin1 = buffer.toString("latin1");
  if (!/[\x80-\xff]/.test(latin1)) return latin1;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(buffer);
  } catch {
    // Not UTF-8: Latin-1, as NCCI and older ICD-10-CM files are.
    return latin1;
  }
}

function records(text: string, where: string, delimiter: string): SourceRecord[] {
  try {
    const rows = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: Info }[];
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    throw new InputError(lines === undefined ? where : `${where}:${lines}`, message);
  }
}
