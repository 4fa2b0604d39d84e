import { InputError } from "../model/errors.ts";
import { checkUtf8 } from "./decode.ts";
import { PositionCounter } from "./positions.ts";
import { type BlockIndex, scan } from "./scan.ts";

/** Whole records, byte for byte, and where they stand. */
export interface CutBlock {
  readonly bytes: Buffer;
  readonly index: BlockIndex;
  /** Physical line of the first byte, from 1. */
  readonly line: number;
  /** Offset of the first byte in the decoded text. */
  readonly offset: number;
}

export interface CutOptions {
  readonly name: string;
  readonly delimiter: Uint8Array;
  readonly blockSize: number;
  readonly maxRecordSize: number;
  /** What to add to an offset in the decoded text to get the offset in the input. */
  readonly bomLength: number;
}

/**
 * Cuts decoded text into blocks at record ends. The first block is the first record alone: the header. Holds one block and
 * the longest record, not more: a record longer than a block makes the block grow by doubling, so that each byte is looked
 * at only a few times. Errors: `InputError` for bytes that are no UTF-8, a quote that never closes, an endless record.
 */
export async function* cutBlocks(
  chunks: AsyncGenerator<Buffer, void, undefined>,
  options: CutOptions,
): AsyncGenerator<CutBlock, void, undefined> {
  const { name, delimiter, blockSize, maxRecordSize, bomLength } = options;
  let pending: Buffer = Buffer.alloc(0);
  let line = 1;
  let offset = 0;
  let limit = 1;
  let need = 1;
  let final = false;
  let last: BlockIndex | undefined;
  try {
    for (;;) {
      const parts = [pending];
      let length = pending.length;
      while (!final && length < need) {
        const next = await chunks.next();
        if (next.done) final = true;
        else {
          parts.push(next.value);
          length += next.value.length;
        }
      }
      if (parts.length > 1) pending = Buffer.concat(parts, length);
      if (final && pending.length === 0) return;

      const index = scan(pending, delimiter, limit, final, last);
      const bytes = pending.subarray(0, index.consumed);
      checkUtf8(bytes, line, bomLength + offset, name);
      if (index.count > 0) {
        yield { bytes, index, line, offset };
        last = index;
        limit = need = blockSize;
      } else if (index.consumed === 0) {
        if (final || pending.length > maxRecordSize) {
          checkUtf8(pending.subarray(0, Math.max(index.openQuote, 0)), line, bomLength + offset, name);
          throw endless(pending, index.openQuote, line, options);
        }
        need = Math.min(pending.length * 2, maxRecordSize + 1);
      }
      pending = pending.subarray(index.consumed);
      offset += index.consumed;
      line += index.consumedLines;
    }
  } finally {
    await chunks.return();
  }
}

function endless(pending: Buffer, openQuote: number, line: number, { name, maxRecordSize }: CutOptions): InputError {
  if (openQuote < 0) {
    return new InputError(
      `${name}:${line}:1`,
      `The record that starts here is longer than ${maxRecordSize} bytes`,
      "Check that the file is a CSV file with line ends.",
    );
  }
  const at = new PositionCounter(line).advance(pending, 0, openQuote);
  return new InputError(
    `${name}:${at.line}:${at.column}`,
    pending.length > maxRecordSize
      ? `The quote that opens here is not closed within ${maxRecordSize} bytes`
      : "The quote that opens here is never closed",
    'Close it, or write a quote that is part of the text as "" inside a quoted cell.',
  );
}
