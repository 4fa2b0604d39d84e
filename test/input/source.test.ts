import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFile } from "../../src/input/records.ts";
import { InputError } from "../../src/model/errors.ts";
import { asInput, readCells, readError, readSource } from "./reading.ts";

const TEXT = "claim_id,units\nCLM-1,1\nCLM-2,2\n";
const CELLS = [
  ["claim_id", "units"],
  ["CLM-1", "1"],
  ["CLM-2", "2"],
];

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "claimlint-source-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

const cellsOf = async (path: string) => {
  const { opened, records } = await readSource({ path, encoding: "utf-8" });
  return [opened.header.cells, ...records.map((r) => r.cells)];
};

describe("files", () => {
  it("are read as they stand", async () => {
    expect(await cellsOf(file("a.csv", TEXT))).toEqual(CELLS);
  });

  it("with tabs where the name says so", async () => {
    expect(await cellsOf(file("a.tsv", TEXT.replaceAll(",", "\t")))).toEqual(CELLS);
    const { opened } = await readSource({ path: file("b.tsv", TEXT), encoding: "utf-8", delimiter: "," });
    expect(opened.delimiter).toBe(",");
  });

  it("gzipped, whatever they are called", async () => {
    expect(await cellsOf(file("zipped.csv", gzipSync(TEXT)))).toEqual(CELLS);
    expect(await cellsOf(file("plain.csv.gz", TEXT))).toEqual(CELLS);
  });

  it("gzipped in several members, as `cat a.gz b.gz` makes them", async () => {
    const [head, tail] = [TEXT.slice(0, 20), TEXT.slice(20)];
    expect(await cellsOf(file("two.gz", Buffer.concat([gzipSync(head), gzipSync(tail)])))).toEqual(CELLS);
  });
});

describe("standard input", () => {
  it("in chunks of any size, gzipped or not", async () => {
    for (const chunkSize of [1, 2, 3, 1000]) {
      expect(await readCells(TEXT, { chunkSize })).toEqual(CELLS);
      expect(await readCells(gzipSync(TEXT), { chunkSize })).toEqual(CELLS);
    }
  });

  it("as strings", async () => {
    const { records } = await readSource({ path: "-", stdin: Readable.from(["a,b\n", "é,2"]), encoding: "utf-8" });
    expect(records[0]!.cells).toEqual(["é", "2"]);
  });

  it("takes the delimiter from the name given to it", async () => {
    expect(await readCells(TEXT.replaceAll(",", "\t"), { name: "x.tab" })).toEqual(CELLS);
  });
});

describe("what cannot be read", () => {
  const damaged = () => {
    const bytes = gzipSync(TEXT.repeat(100));
    bytes[bytes.length - 6]! ^= 0xff;
    return bytes;
  };
  const cases: [string, () => string, string][] = [
    ["a missing file", () => join(dir, "none.csv"), "no such file"],
    ["a file as a directory", () => join(file("f.csv", TEXT), "x.csv"), "no such file"],
    ["a directory", () => dir, "directory"],
    ["gzip cut short", () => file("short.gz", gzipSync(TEXT.repeat(100)).subarray(0, -9)), "ends too early"],
    ["gzip cut in its header", () => file("stub.gz", gzipSync(TEXT).subarray(0, 5)), "ends too early"],
    ["gzip with a wrong checksum", () => file("crc.gz", damaged()), "damaged"],
    [
      "gzip with other bytes behind it",
      () => file("tail.gz", Buffer.concat([gzipSync(TEXT), Buffer.from("CLM-3,3\n")])),
      "damaged",
    ],
    [
      "an Excel workbook",
      () => file("book.csv", Buffer.from("PK\x03\x04rest of it")),
      "ZIP archive or an Excel workbook",
    ],
  ];
  it.each(cases)("%s", async (_, make, message) => {
    const path = make();
    const error = await readError(readSource({ path, encoding: "utf-8", name: "shown.csv" }));
    expect(error).toBeInstanceOf(InputError);
    expect(error.where).toBe("shown.csv");
    expect(error.message).toContain(message);
    expect(error.remedy).toBeTruthy();
    expect(error.message + error.remedy).not.toMatch(/CLM|errno|E[A-Z]{4,}|Z_/);
  });

  it.skipIf(process.getuid?.() === 0)("a file without permission", async () => {
    const path = file("locked.csv", TEXT);
    const { chmodSync } = await import("node:fs");
    chmodSync(path, 0);
    expect((await readError(readSource({ path, encoding: "utf-8" }))).message).toContain("may not be read");
  });

  it("zero padding behind gzip is no damage (gzip(1) on blocked media)", async () => {
    expect(await cellsOf(file("padded.gz", Buffer.concat([gzipSync(TEXT), Buffer.alloc(512)])))).toEqual(CELLS);
  });

  it("a stream that breaks", async () => {
    const stdin = new Readable({ read() {} });
    stdin.push("a,b\n1,");
    queueMicrotask(() => stdin.destroy(Object.assign(new Error("secret"), { code: "EIO" })));
    const error = await readError(readSource({ path: "-", stdin, encoding: "utf-8" }));
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toBe("The input could not be read (EIO)");
  });
});

describe("an iteration that ends early closes what it read from", () => {
  const isOpen = async (path: string) => {
    const links = await readdir("/proc/self/fd");
    const targets = await Promise.all(links.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => "")));
    return targets.includes(path);
  };
  const long = () => TEXT + "CLM-9,9\n".repeat(400_000);

  it.skipIf(process.platform !== "linux").each(["long.csv", "long.csv.gz"])("%s", async (name) => {
    const path = file(name, name.endsWith("gz") ? gzipSync(long(), { level: 0 }) : long());
    const stopped = await openFile({ path, encoding: "utf-8", blockSize: 64 });
    expect(await isOpen(path)).toBe(true);
    for await (const block of stopped.blocks()) {
      expect(block.count).toBeGreaterThan(0);
      break;
    }
    expect(await isOpen(path)).toBe(false);

    const unread = await openFile({ path, encoding: "utf-8" });
    await unread.close();
    expect(await isOpen(path)).toBe(false);

    await expect(openFile({ path, encoding: "utf-8", delimiter: "|" })).rejects.toThrow("one column");
    expect(await isOpen(path)).toBe(false);
    await expect(openFile({ path, encoding: "utf-16le" })).rejects.toThrow("not UTF-16");
    expect(await isOpen(path)).toBe(false);
  });

  it("standard input", async () => {
    const source = asInput(long());
    const opened = await openFile({ ...source, blockSize: 64 });
    for await (const _ of opened.blocks()) break;
    expect((source.stdin as Readable).destroyed).toBe(true);
  });
});
