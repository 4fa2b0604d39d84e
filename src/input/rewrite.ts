import { InputError } from "../model/errors.ts";
import { decode } from "./decode.ts";
import { openFile, type RecordBlock, type SourceOptions } from "./records.ts";
import { sourceBytes } from "./source.ts";

/** Another text for one cell. Rows count from 1 behind the header, columns from 0. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly was: string;
  readonly now: string;
}

/** A stretch of the decoded text (UTF-8, no byte order mark): as it was, and as it is to be. The same buffer where kept. */
export interface Stretch {
  readonly was: Buffer;
  readonly now: Buffer;
}

interface Replaced {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The text of an input with other texts in some cells; every byte outside those cells is handed on as it stands. `edits`
 * come by row and column, one for a cell. The input is read anew, twice side by side: once for the places of the cells
 * and once for the bytes, because blank lines belong to no record. Errors: `InputError`, also where a cell no longer
 * holds what it did.
 */
export async function* rewritten(
  source: SourceOptions,
  edits: readonly CellEdit[],
): AsyncGenerator<Stretch, void, undefined> {
  const { chunks } = await decode(sourceBytes(source), source.encoding, source.name ?? source.path);
  const text = new Cursor(chunks);
  try {
    for await (const { from, to, text: now } of placed(source, edits)) {
      for await (const kept of text.upTo(from)) yield { was: kept, now: kept };
      const parts: Buffer[] = [];
      for await (const part of text.upTo(to)) parts.push(part);
      yield { was: Buffer.concat(parts), now: Buffer.from(now) };
    }
    for await (const kept of text.upTo(Number.POSITIVE_INFINITY)) yield { was: kept, now: kept };
  } finally {
    await chunks.return();
  }
}

/** The edits as stretches of the decoded text. */
async function* placed(source: SourceOptions, edits: readonly CellEdit[]): AsyncGenerator<Replaced, void, undefined> {
  if (edits.length === 0) return;
  const opened = await openFile(source);
  let next = 0;
  for await (const block of opened.blocks()) {
    for (; next < edits.length; next++) {
      const edit = edits[next]!;
      const record = edit.row - block.firstRow;
      if (record >= block.count) break;
      if (!holds(block, record, edit)) break;
      const [from, to] = block.range(record, edit.column);
      yield { from, to, text: rawCell(edit.now, block.quoted(record, edit.column), opened.delimiter) };
    }
    if (next === edits.length) return;
    if (edits[next]!.row < block.firstRow + block.count) break;
  }
  throw new InputError(
    source.name ?? source.path,
    "The file changed while it was being read",
    "Run the command again.",
  );
}

function holds(block: RecordBlock, record: number, { column, was }: CellEdit): boolean {
  return column < block.width(record) && block.text(record, column) === was;
}

/** A cell as it is written: in quotes where it stood in quotes, or where it cannot stand without. */
function rawCell(text: string, quoted: boolean, delimiter: string): string {
  const needed = quoted || text.includes(delimiter) || /["\r\n]/.test(text);
  return needed ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Walks through chunks by offset. */
class Cursor {
  readonly #chunks: AsyncGenerator<Buffer, void, undefined>;
  #chunk: Buffer = Buffer.alloc(0);
  #offset = 0;

  constructor(chunks: AsyncGenerator<Buffer, void, undefined>) {
    this.#chunks = chunks;
  }

  async *upTo(end: number): AsyncGenerator<Buffer, void, undefined> {
    while (this.#offset < end) {
      if (this.#chunk.length === 0) {
        const next = await this.#chunks.next();
        if (next.done) return;
        this.#chunk = next.value;
        continue;
      }
      const taken = this.#chunk.subarray(0, end - this.#offset);
      this.#chunk = this.#chunk.subarray(taken.length);
      this.#offset += taken.length;
      yield taken;
    }
  }
}

const LINE_END = /[\r\n]$/;

/**
 * The header and some of the records of inputs that share it, each record byte for byte as it stands in the decoded
 * text, a block at a time. A file that ends without a line end gets the header's before another one follows.
 */
export async function* chosenRecords(
  inputs: readonly { readonly source: SourceOptions; readonly wanted: (row: number) => boolean }[],
): AsyncGenerator<Buffer, void, undefined> {
  let lineEnd = "\n";
  let open = false;
  for (const [i, { source, wanted }] of inputs.entries()) {
    const opened = await openFile(source);
    const header = Buffer.from(opened.header.bytes);
    if (i === 0) {
      lineEnd = /(?:\r\n|\r|\n)$/.exec(header.toString("latin1"))?.[0] ?? lineEnd;
      yield header;
      open = !endsLine(header);
    }
    for await (const block of opened.blocks()) {
      const records: Uint8Array[] = [];
      for (let record = 0; record < block.count; record++) {
        if (wanted(block.firstRow + record)) records.push(block.bytes(record));
      }
      if (records.length === 0) continue;
      if (open) yield Buffer.from(lineEnd);
      const chosen = Buffer.concat(records);
      yield chosen;
      open = !endsLine(chosen);
    }
  }
}

function endsLine(bytes: Buffer): boolean {
  return LINE_END.test(bytes.toString("latin1", Math.max(0, bytes.length - 1)));
}
