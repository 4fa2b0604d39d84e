import { crc32, inflateRawSync, constants as zlib } from "node:zlib";
import { InputError } from "../model/errors.ts";

/**
 * Reads zip archives from their central directory (PKWARE APPNOTE 6.3, sections 4.3 and 4.5.3). Not fflate: it does not
 * verify CRC-32, and a table built from a damaged file would be wrong without a word. It is also four times slower
 * here (docs/decisions). Stored and deflated members; no encryption, no spanning.
 */
export interface ZipMember {
  /** Path inside the archive. */
  readonly path: string;
  readonly size: number;
  /** The first bytes, without inflating the rest. */
  readonly head: (bytes: number) => Uint8Array;
  /** The content, verified by size and CRC-32. */
  readonly bytes: () => Uint8Array;
}

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Far above any reference file (the largest is 36 MB); a zip bomb is refused before it is inflated. */
const MAX_MEMBER = 1 << 30;

export function isZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

export function zipMembers(archive: Uint8Array, where: string): ZipMember[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const damaged = (what: string): InputError =>
    new InputError(where, `the zip file is damaged or cut short: ${what}`, "Download the file again.");
  try {
    return directory(archive, view, where, damaged);
  } catch (error) {
    if (error instanceof RangeError) throw damaged("its directory points outside the file");
    throw error;
  }
}

function directory(
  archive: Uint8Array,
  view: DataView,
  where: string,
  damaged: (what: string) => InputError,
): ZipMember[] {
  let end = archive.length - 22;
  const lowest = Math.max(0, archive.length - 22 - 0xffff);
  while (end >= lowest && view.getUint32(end, true) !== END) end--;
  if (end < lowest) throw damaged("it has no directory at its end");
  let count = view.getUint16(end + 10, true);
  let offset = view.getUint32(end + 16, true);
  if ((count === 0xffff || offset === 0xffffffff) && view.getUint32(end - 20, true) === LOCATOR64) {
    const end64 = Number(view.getBigUint64(end - 12, true));
    if (view.getUint32(end64, true) !== END64) throw damaged("its directory is not where it should be");
    count = Number(view.getBigUint64(end64 + 32, true));
    offset = Number(view.getBigUint64(end64 + 48, true));
  }
  const members: ZipMember[] = [];
  for (let index = 0; index < count; index++) {
    if (view.getUint32(offset, true) !== ENTRY) throw damaged(`entry ${index + 1} of ${count} is not there`);
    const flags = view.getUint16(offset + 8, true);
    const method = view.getUint16(offset + 10, true);
    const crc = view.getUint32(offset + 16, true);
    let packed = view.getUint32(offset + 20, true);
    let size = view.getUint32(offset + 24, true);
    const nameLength = view.getUint16(offset + 28, true);
    const extraLength = view.getUint16(offset + 30, true);
    let local = view.getUint32(offset + 42, true);
    const name = archive.subarray(offset + 46, offset + 46 + nameLength);
    // Bit 11: UTF-8. Without it code page 437, whose letters are ASCII's; official names hold nothing else.
    const path = new TextDecoder(flags & 0x800 ? "utf-8" : "latin1").decode(name).replaceAll("\\", "/");
    const extra = offset + 46 + nameLength;
    for (let at = extra; at + 4 <= extra + extraLength; at += 4 + view.getUint16(at + 2, true)) {
      if (view.getUint16(at, true) !== 1) continue;
      let field = at + 4;
      const next = (): number => {
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      };
      if (size === 0xffffffff) size = next();
      if (packed === 0xffffffff) packed = next();
      if (local === 0xffffffff) local = next();
    }
    offset = extra + extraLength + view.getUint16(offset + 32, true);
    if (path.endsWith("/")) continue;

    const at = `${where} > ${path}`;
    const content = (): Uint8Array => {
      if (flags & 1) throw new InputError(at, "is encrypted");
      if (method !== 0 && method !== 8)
        throw new InputError(at, `is packed with method ${method}, which is not deflate`);
      if (size > MAX_MEMBER) throw new InputError(at, `is ${size} bytes unpacked, more than any reference file`);
      if (local + 30 > archive.length || view.getUint32(local, true) !== LOCAL) throw damaged(`${path} is not there`);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (start + packed > archive.length) throw damaged(`${path} ends after the file does`);
      return archive.subarray(start, start + packed);
    };
    members.push({
      path,
      size,
      head: (bytes) => {
        const from = content();
        if (method === 0) return from.subarray(0, bytes);
        try {
          // SYNC_FLUSH gives what a piece of the stream holds, instead of the complaint that the rest is missing; the
          // first kilobyte may hold no text yet but the code table of the block.
          return inflateRawSync(from.subarray(0, bytes + 1024), { finishFlush: zlib.Z_SYNC_FLUSH }).subarray(0, bytes);
        } catch {
          throw new InputError(at, "is damaged: it cannot be unpacked", "Download the file again.");
        }
      },
      bytes: () => {
        const from = content();
        let whole: Uint8Array;
        try {
          whole = method === 0 ? from : inflateRawSync(from, { maxOutputLength: Math.max(1, size) });
        } catch {
          throw new InputError(at, "is damaged: it cannot be unpacked", "Download the file again.");
        }
        if (whole.length !== size || crc32(whole) !== crc) {
          throw new InputError(at, "is damaged: its check sum (CRC-32) does not hold", "Download the file again.");
        }
        return whole;
      },
    });
  }
  return members;
}
