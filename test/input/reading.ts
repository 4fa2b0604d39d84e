import { Readable } from "node:stream";
import { type OpenedFile, openFile, type RecordBlock, type SourceOptions } from "../../src/input/records.ts";
import type { InputError } from "../../src/model/errors.ts";

export interface ReadRecord {
  readonly row: number;
  readonly line: number;
  readonly offset: number;
  readonly length: number;
  readonly cells: readonly string[];
  readonly places: readonly { line: number; column: number; endLine: number; endColumn: number }[];
  readonly startColumns: readonly number[];
  readonly rawWidths: readonly number[];
  readonly singleLine: boolean;
}

export interface WholeFile {
  readonly opened: OpenedFile;
  readonly records: readonly ReadRecord[];
  readonly strayQuotes: readonly { row: number; column: number }[];
  readonly blocks: number;
}

type Options = Partial<SourceOptions> & { readonly chunkSize?: number };

/** Content as standard input, handed over in chunks of the given size. */
export function asInput(content: string | Uint8Array, options: Options = {}): SourceOptions {
  const { chunkSize = 64, ...rest } = options;
  const bytes = Buffer.from(content as Uint8Array);
  const chunks: Buffer[] = [];
  for (let i = 0; i < bytes.length; i += chunkSize) chunks.push(bytes.subarray(i, i + chunkSize));
  return { path: "-", name: "in.csv", stdin: Readable.from(chunks), encoding: "utf-8", ...rest };
}

export async function readAll(content: string | Uint8Array, options: Options = {}): Promise<WholeFile> {
  return readSource(asInput(content, options));
}

export async function readSource(source: SourceOptions): Promise<WholeFile> {
  const opened = await openFile(source);
  const records: ReadRecord[] = [];
  const strayQuotes: { row: number; column: number }[] = [];
  let blocks = 0;
  for await (const block of opened.blocks()) {
    blocks++;
    for (let record = 0; record < block.count; record++) records.push(readRecord(block, record));
    for (const { record, column } of block.strayQuotes) strayQuotes.push({ row: block.firstRow + record, column });
  }
  return { opened, records, strayQuotes, blocks };
}

function readRecord(block: RecordBlock, record: number): ReadRecord {
  const columns = Array.from({ length: block.width(record) }, (_, column) => column);
  return {
    row: block.firstRow + record,
    line: block.line(record),
    offset: block.byteOffset(record),
    length: block.byteLength(record),
    cells: columns.map((column) => block.text(record, column)),
    places: columns.map((column) => block.position(record, column)),
    startColumns: columns.map((column) => block.startColumn(record, column)),
    rawWidths: columns.map((column) => block.rawWidth(record, column)),
    singleLine: block.singleLine(record),
  };
}

/** Header and records as plain cells. */
export async function readCells(
  content: string | Uint8Array,
  options: Options = {},
): Promise<readonly (readonly string[])[]> {
  const { opened, records } = await readAll(content, options);
  return opened.header.cells.length === 0 ? [] : [opened.header.cells, ...records.map((r) => r.cells)];
}

/** The error that reading to the end must raise. */
export async function readError(work: Promise<unknown>): Promise<InputError> {
  try {
    await work;
  } catch (error) {
    return error as InputError;
  }
  throw new Error("read to its end without an error");
}

/** The text between two places, found by cutting the text into physical lines: an independent reading of positions. */
export function textAt(
  text: string,
  place: { line: number; column: number; endLine: number; endColumn: number },
): string {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return text.slice(starts[place.line - 1]! + place.column - 1, starts[place.endLine - 1]! + place.endColumn - 1);
}
