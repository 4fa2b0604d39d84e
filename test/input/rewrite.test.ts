import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { encode, fileBytes } from "../../src/input/encode.ts";
import { type CellEdit, chosenRecords, rewritten } from "../../src/input/rewrite.ts";
import type { SourceOptions } from "../../src/input/source.ts";

const folder = mkdtempSync(join(tmpdir(), "claimlint-rewrite-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function source(content: string, options: Partial<SourceOptions> = {}): SourceOptions {
  const path = join(folder, `${files++}.csv`);
  writeFileSync(path, content);
  return { path, name: "in.csv", encoding: "utf-8", blockSize: 8, ...options };
}

async function textAfter(content: string, edits: readonly CellEdit[], options: Partial<SourceOptions> = {}) {
  const parts: Buffer[] = [];
  for await (const { now } of rewritten(source(content, options), edits)) parts.push(now);
  return Buffer.concat(parts).toString();
}
const edit = (row: number, column: number, was: string, now: string): CellEdit => ({ row, column, was, now });

describe("cells rewritten", () => {
  test.each([
    ["a plain cell", "a,b\n1,2\n", [edit(1, 1, "2", "x")], "a,b\n1,x\n"],
    [
      "the first and the last, no line end",
      "a,b\n1,2\n3,4",
      [edit(1, 0, "1", "x"), edit(2, 1, "4", "y")],
      "a,b\nx,2\n3,y",
    ],
    ["quotes stay", 'a,b\n"1",2\n', [edit(1, 0, "1", "")], 'a,b\n"",2\n'],
    ["quotes come where they must", "a,b\n1,2\n", [edit(1, 0, "1", "1,2")], 'a,b\n"1,2",2\n'],
    ["a quote is doubled", "a,b\n1,2\n", [edit(1, 0, "1", '"')], 'a,b\n"""",2\n'],
    ["blank lines stay", "\n\na\n\n1\n\n\n2\n\n", [edit(2, 0, "2", "x")], "\n\na\n\n1\n\n\nx\n\n"],
    ["a cell with line breaks", 'a,b\n"1\n\r2",3\n', [edit(1, 0, "1\n\r2", "x")], 'a,b\n"x",3\n'],
    ["nothing to do", "a\n1\n", [], "a\n1\n"],
  ])("%s", async (_, before, edits, expected) => {
    expect(await textAfter(before, edits)).toBe(expected);
  });

  test("the delimiter decides what needs quotes", async () => {
    expect(await textAfter("a;b\n1;2\n", [edit(1, 0, "1", "1,5")], { delimiter: ";" })).toBe("a;b\n1,5;2\n");
    expect(await textAfter("a;b\n1;2\n", [edit(1, 0, "1", "1;5")], { delimiter: ";" })).toBe('a;b\n"1;5";2\n');
  });

  test.each([
    ["another text", edit(1, 0, "0", "x")],
    ["no such row", edit(9, 0, "1", "x")],
    ["no such column", edit(1, 9, "1", "x")],
  ])("a file that has changed meanwhile is refused: %s", async (_, wrong) => {
    await expect(textAfter("a,b\n1,2\n3,4\n", [wrong])).rejects.toThrow("changed while it was being read");
  });
});

test("chosen records: header once, a line end between files", async () => {
  const parts: Buffer[] = [];
  const inputs = ["a,b\r\n1,x\n\n2,y\r\n3,z", "a,b\n4,x\n5,y"].map((content) => ({
    source: source(content),
    wanted: (row: number) => row !== 2,
  }));
  for await (const part of chosenRecords(inputs)) parts.push(part);
  expect(Buffer.concat(parts).toString()).toBe("a,b\r\n1,x\n3,z\r\n4,x\n");
});

test("every character of windows-1252 finds its byte back", () => {
  const bytes = Buffer.from(
    Array.from({ length: 256 }, (_, i) => i).filter((b) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(b)),
  );
  const text = new TextDecoder("windows-1252").decode(bytes);
  // Some releases of Node read 0x80–0x9F as ISO 8859-1: then there is nothing to compare with.
  if (text.includes("€")) expect(encode(Buffer.from(text), "windows-1252").equals(bytes)).toBe(true);
  expect(encode(Buffer.from("€“é"), "windows-1252")).toEqual(Buffer.from([0x80, 0x93, 0xe9]));
  expect(() => encode(Buffer.from("Ω"), "windows-1252")).toThrow(RangeError);
});

test.each([
  ["utf-8", [0xef, 0xbb, 0xbf, 0x61]],
  ["utf-16le", [0xff, 0xfe, 0x61, 0x00]],
] as const)("the byte order mark comes back: %s", async (encoding, expected) => {
  const text = (async function* () {
    yield Buffer.from("a");
  })();
  const parts: Buffer[] = [];
  for await (const part of fileBytes(text, { encoding, bom: true, gzip: false })) parts.push(part);
  expect([...Buffer.concat(parts)]).toEqual(expected);
});
