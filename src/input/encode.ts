import { Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { WINDOWS_1252 } from "./decode.ts";
import type { Encoding } from "./source.ts";

const BYTE_OF = new Map(WINDOWS_1252.flatMap((unit, i) => (unit === 0 ? [] : [[unit as number, 0x80 + i] as const])));

/**
 * UTF-8 in another encoding, the way back from `decode`: whole characters in, and only such as the encoding has (text
 * that was decoded from it, and ASCII).
 */
export function encode(utf8: Buffer, encoding: Encoding): Buffer {
  if (encoding === "utf-8") return utf8;
  const text = utf8.toString("utf8");
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  const bytes = Buffer.alloc(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const byte = unit < 0x80 || (unit >= 0xa0 && unit < 0x100) ? unit : BYTE_OF.get(unit);
    if (byte === undefined) throw new RangeError("a character that windows-1252 does not have");
    bytes[i] = byte;
  }
  return bytes;
}

const MARK = "\uFEFF";

/** Text as the bytes of a file: its byte order mark, its encoding, gzipped where wanted. */
export async function* fileBytes(
  text: AsyncIterable<Buffer>,
  { encoding, bom, gzip }: { readonly encoding: Encoding; readonly bom: boolean; readonly gzip: boolean },
): AsyncGenerator<Buffer, void, undefined> {
  const encoded = (async function* () {
    if (bom) yield encode(Buffer.from(MARK), encoding);
    for await (const utf8 of text) yield encode(utf8, encoding);
  })();
  if (!gzip) yield* encoded;
  else yield* Readable.from(encoded, { objectMode: true }).compose(createGzip()) as AsyncIterable<Buffer>;
}
