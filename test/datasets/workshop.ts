import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { afterAll } from "vitest";
import type { Coverage, DataSet } from "../../src/contract/dataset.ts";
import { InputError } from "../../src/model/errors.ts";
import { type AddedData, addPaths, diffData, openData } from "../../src/reference/operations.ts";

/** The official files beside the repository; never part of it. Tests that need them skip where they are absent. */
const REFERENCE = fileURLToPath(new URL("../../../shared/reference/", import.meta.url));

export const REFERENCE_PRESENT = existsSync(REFERENCE);

/** The official files of a folder whose names fit, sorted. */
export function official(folder: string, name: RegExp): string[] {
  if (!REFERENCE_PRESENT) return [];
  return readdirSync(join(REFERENCE, folder))
    .filter((each) => name.test(each))
    .sort()
    .map((each) => join(REFERENCE, folder, each));
}

export interface Workshop<L> {
  /** Writes a file as a publisher would deliver it and gives its path. */
  readonly file: (name: string, content: string | Uint8Array) => string;
  /** Recognises, compiles and installs, as `claimlint data add` does. */
  readonly add: (paths: string | readonly string[], release?: string) => Promise<AddedData>;
  readonly open: () => { readonly lookup: L; readonly coverage: readonly Coverage[]; readonly digest: string };
  readonly diff: (
    a: string,
    b: string,
  ) => { readonly added: number; readonly removed: number; readonly changed: number };
}

/** A folder of files and a store of its own for one data set, gone after the test file. */
export function workshop<L>(dataSet: DataSet<L>): Workshop<L> {
  const folder = mkdtempSync(join(tmpdir(), "claimlint-data-"));
  const store = join(folder, "store");
  const dataSets = [dataSet as DataSet<unknown>];
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, typeof content === "string" ? Buffer.from(content, "latin1") : content);
      return path;
    },
    async add(paths, release) {
      const { data } = await addPaths(typeof paths === "string" ? [paths] : paths, store, { dataSets, release });
      return data[0]!;
    },
    open() {
      const found = openData(store, dataSets[0]!);
      if (found === undefined) throw new Error(`${dataSet.id} is not installed`);
      return { ...found, lookup: found.lookup as L };
    },
    diff(a, b) {
      const { added, removed, changed } = diffData(a, b, store, { dataSets });
      return { added, removed, changed };
    },
  };
}

/** Where and why a file was refused: `name:line: message`. Fails where it was not. */
export async function refusalOf(adding: Promise<unknown>): Promise<string> {
  try {
    await adding;
  } catch (error) {
    if (error instanceof InputError) return `${basename(error.where)}: ${error.message}`;
    throw error;
  }
  throw new Error("the file was not refused");
}

export function zipped(members: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text, true)])));
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** An XLSX workbook of one sheet with inline strings. */
export function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const cells = (row: readonly string[]): string =>
    row.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join("");
  const sheet = rows.map((row, i) => `<row r="${i + 1}">${cells(row)}</row>`).join("");
  return zipped({
    "xl/workbook.xml": '<workbook><sheets><sheet name="A" sheetId="1"/></sheets></workbook>',
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  });
}
