import { InputError } from "../model/errors.ts";
import { type CutBlock, cutBlocks } from "./blocks.ts";
import { decode } from "./decode.ts";
import { defaultDelimiter, delimiterName, isSeparatorLine, parseDelimiter, suggestDelimiter } from "./dialect.ts";
import { type CellPlace, RecordBlock } from "./record-block.ts";
import { type SourceOptions, sourceBytes } from "./source.ts";

export type { CellPlace, RecordBlock } from "./record-block.ts";
export type { SourceOptions } from "./source.ts";

const BLOCK_SIZE = 1 << 20;
const MAX_RECORD_SIZE = 1 << 28;

export interface RecordView {
  /** Cell texts, unquoted; empty for an empty file. */
  readonly cells: readonly string[];
  readonly positions: readonly CellPlace[];
  /** Columns (from 0) whose cell holds a stray quote. */
  readonly strayQuotes: readonly number[];
  /** The record's bytes as UTF-8, its line end included. */
  readonly bytes: Uint8Array;
}

export interface OpenedFile {
  readonly path: string;
  readonly encoding: string;
  readonly bom: boolean;
  /** The character itself. */
  readonly delimiter: string;
  /** The first record that is not a blank line. */
  readonly header: RecordView;
  /** The records after the header, block by block. To be called once; ending the iteration early closes the file. */
  blocks(): AsyncGenerator<RecordBlock, void, undefined>;
  /** For who does not iterate `blocks`. */
  close(): Promise<void>;
}

/**
 * Opens a CSV input and reads its header. Errors: `InputError` with the place for what cannot be read, decoded or cut into
 * columns; `UsageError` for a delimiter that is none. Later ones come out of `blocks`.
 */
export async function openFile(options: SourceOptions): Promise<OpenedFile> {
  const name = options.name ?? options.path;
  const delimiter = options.delimiter === undefined ? defaultDelimiter(name) : parseDelimiter(options.delimiter);
  const decoded = await decode(sourceBytes(options), options.encoding, name);
  const delimiterBytes = Buffer.from(delimiter);
  const cut = cutBlocks(decoded.chunks, {
    name,
    delimiter: delimiterBytes,
    blockSize: options.blockSize ?? BLOCK_SIZE,
    maxRecordSize: options.maxRecordSize ?? MAX_RECORD_SIZE,
    bomLength: decoded.bomLength,
  });
  const first = await cut.next();
  let header: RecordView = { cells: [], positions: [], strayQuotes: [], bytes: new Uint8Array(0) };
  if (!first.done) {
    const block = await recordBlock(first.value, 0, delimiterBytes);
    header = viewOf(block);
    const problem = wrongDelimiter(first.value.bytes.toString().trim(), delimiter, header.cells.length);
    if (problem !== undefined) {
      await cut.return();
      const at = header.positions[0]!;
      throw new InputError(`${name}:${at.line}:${at.column}`, problem[0], problem[1]);
    }
  }
  return {
    path: options.path,
    encoding: options.encoding,
    bom: decoded.bom,
    delimiter,
    header,
    blocks: () => recordBlocks(cut, delimiterBytes),
    close: async () => {
      await cut.return();
    },
  };
}

function wrongDelimiter(line: string, delimiter: string, width: number): readonly [string, string] | undefined {
  if (isSeparatorLine(line) || isSeparatorLine(line + delimiter)) {
    return [
      "The first line is a spreadsheet's sep= line, not a header",
      "Delete the line and pass --delimiter instead.",
    ];
  }
  const other = width === 1 ? suggestDelimiter(line, delimiter) : undefined;
  if (other === undefined) return undefined;
  const flag = other === "\t" || other === "|" || other === ";" ? delimiterName(other) : `"${other}"`;
  return [
    `The header has one column with the delimiter ${delimiterName(delimiter)}, and more with ${delimiterName(other)}`,
    `Pass --delimiter ${flag}.`,
  ];
}

async function* recordBlocks(
  cut: AsyncGenerator<CutBlock, void, undefined>,
  delimiter: Uint8Array,
): AsyncGenerator<RecordBlock, void, undefined> {
  let row = 1;
  for await (const block of cut) {
    yield await recordBlock(block, row, delimiter);
    row += block.index.count;
  }
}

function viewOf(block: RecordBlock): RecordView {
  const columns = Array.from({ length: block.width(0) }, (_, column) => column);
  return {
    cells: columns.map((column) => block.text(0, column)),
    positions: columns.map((column) => block.position(0, column)),
    strayQuotes: block.strayQuotes.map((stray) => stray.column),
    bytes: block.bytes(0),
  };
}

/**
 * Reads the cells that RFC 4180 has no reading for (text behind a closing quote) with csv-parse, the authority on them.
 * It is loaded only where a file has such a cell.
 */
async function recordBlock(cut: CutBlock, firstRow: number, delimiter: Uint8Array): Promise<RecordBlock> {
  const relaxed = new Map<number, string>();
  const { index, bytes } = cut;
  for (const { record, column } of index.strayQuotes) {
    const cell = index.firstCells[record]! + column;
    const start = column === 0 ? index.starts[record]! : index.cellEnds[cell - 1]! + delimiter.length;
    const raw = bytes.subarray(start, index.cellEnds[cell]!);
    // A cell that does not begin with a quote is its own text.
    if (raw[0] !== 0x22) continue;
    const { parse } = await import("csv-parse/sync");
    const options = { delimiter: Buffer.from(delimiter), record_delimiter: ["\r\n", "\n", "\r"], relax_quotes: true };
    relaxed.set(cell, (parse(raw, options) as string[][])[0]![0]!);
  }
  return new RecordBlock(cut, firstRow, delimiter, relaxed);
}
