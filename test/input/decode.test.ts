import { describe, expect, it } from "vitest";
import type { Encoding } from "../../src/input/source.ts";
import { InputError } from "../../src/model/errors.ts";
import { readAll, readCells, readError } from "./reading.ts";

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const swapped = (text: string) => utf16(text).swap16();

const chunkSizes = [1, 2, 3, 5, 1000];

describe("text of the three encodings", () => {
  const cases: [string, Encoding, Buffer, boolean, string[][]][] = [
    [
      "UTF-8",
      "utf-8",
      bytes("a,b\né,😀\n"),
      false,
      [
        ["a", "b"],
        ["é", "😀"],
      ],
    ],
    [
      "UTF-8 with BOM",
      "utf-8",
      bytes([0xef, 0xbb, 0xbf], "a,b\né,1\n"),
      true,
      [
        ["a", "b"],
        ["é", "1"],
      ],
    ],
    ["only the first BOM", "utf-8", bytes([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], "a,b\n"), true, [["\ufeffa", "b"]]],
    [
      "windows-1252",
      "windows-1252",
      bytes("a,b\n", [0x80, 0x2c, 0xe9, 0x93, 0x9f, 0xff]),
      false,
      [
        ["a", "b"],
        ["€", "é“Ÿÿ"],
      ],
    ],
    [
      "UTF-16LE",
      "utf-16le",
      utf16("a,b\r\né,😀\r\n"),
      false,
      [
        ["a", "b"],
        ["é", "😀"],
      ],
    ],
    [
      "UTF-16LE with BOM",
      "utf-16le",
      utf16("\ufeffa,b\n1,\ufeff2"),
      true,
      [
        ["a", "b"],
        ["1", "\ufeff2"],
      ],
    ],
    ["a BOM alone", "utf-8", bytes([0xef, 0xbb, 0xbf]), true, []],
  ];
  it.each(cases)("%s", async (_, encoding, content, bom, expected) => {
    for (const chunkSize of chunkSizes) {
      const { opened, records } = await readAll(content, { encoding, chunkSize, blockSize: chunkSize });
      const read = [opened.header.cells, ...records.map((r) => r.cells)];
      expect(read).toEqual(expected.length === 0 ? [[]] : expected);
      expect(opened.bom).toBe(bom);
    }
  });

  it("all 251 characters of windows-1252, as the Encoding Standard has them", async () => {
    const known = [...Array(256).keys()].filter(
      (b) => ![0, 0x0a, 0x0d, 0x22, 0x2c, 0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(b),
    );
    const [, record] = await readCells(bytes("a,b\n", known, ","), { encoding: "windows-1252" });
    const high = [..."€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"];
    const expected = known.map((b) => (b < 0x80 || b > 0x9f ? String.fromCharCode(b) : high.shift()!)).join("");
    expect(high).toEqual([]);
    expect(record![0]).toBe(expected);
  });
});

describe("bytes that are no text are refused where they stand", () => {
  const bom = [0xef, 0xbb, 0xbf];
  const cases: [string, Encoding, Buffer, string, string][] = [
    [
      "a Latin-1 é",
      "utf-8",
      bytes("a,b\nx,y\n1,caf", [0xe9], ",\n"),
      "in.csv:3:6",
      "Byte 0xE9 at byte offset 13 is not valid UTF-8",
    ],
    ["columns are UTF-16 units, offsets bytes", "utf-8", bytes("a,b\né😀,", [0xff]), "in.csv:2:5", "offset 11 "],
    [
      "the BOM counts in the offset, not in the column",
      "utf-8",
      bytes(bom, "a", [0x80], ",b\n"),
      "in.csv:1:2",
      "offset 4 ",
    ],
    ["an overlong form", "utf-8", bytes("a,b\n", [0xc0, 0xaf]), "in.csv:2:1", "Byte 0xC0 at byte offset 4"],
    ["a surrogate", "utf-8", bytes("a,b\n1,", [0xed, 0xa0, 0x80]), "in.csv:2:3", "Byte 0xED at byte offset 6"],
    ["past U+10FFFF", "utf-8", bytes("a,b\n", [0xf4, 0x90, 0x80, 0x80]), "in.csv:2:1", "Byte 0xF4 at byte offset 4"],
    [
      "a character cut off by the end",
      "utf-8",
      bytes("a,b\n1,", [0xe2, 0x82]),
      "in.csv:2:3",
      "Byte 0xE2 at byte offset 6",
    ],
    ["a character cut off by a delimiter", "utf-8", bytes("a,b\n", [0xe2, 0x82], ",1"), "in.csv:2:1", "offset 4 "],
    ["in the header", "utf-8", bytes("a,b", [0xff], "\n1,2"), "in.csv:1:4", "offset 3 "],
    [
      "behind blank lines and breaks in quotes",
      "utf-8",
      bytes('a,b\r\n\r\n"x\r\ny",', [0xff]),
      "in.csv:4:4",
      "offset 14 ",
    ],
    ["before a quote that never closes", "utf-8", bytes("a,b\n", [0xff], ',"x'), "in.csv:2:1", "offset 4 "],
    ["NUL", "utf-8", bytes("a,b\n1,x\0y\n"), "in.csv:2:4", "NUL byte at byte offset 7"],
    ["NUL bytes alone, which are no UTF-16 either", "utf-8", bytes([0, 0, 0, 0, 0, 0]), "in.csv:1:1", "offset 0"],
    ["whichever comes first", "utf-8", bytes("a,b\n1,\0", [0xff]), "in.csv:2:3", "NUL byte"],
    ["whichever comes first", "utf-8", bytes("a,b\n1,", [0xff], "\0"), "in.csv:2:3", "0xFF"],
    [
      "no character in the code page",
      "windows-1252",
      bytes("a,b\n", [0xe9], ",", [0x81]),
      "in.csv:2:3",
      "Byte 0x81 at byte offset 6",
    ],
    [
      "NUL in the code page",
      "windows-1252",
      bytes("a,b\r\n", [0xe9], ",\0"),
      "in.csv:2:3",
      "NUL byte at byte offset 7",
    ],
    [
      "half a pair",
      "utf-16le",
      Buffer.concat([utf16("a,b\né,"), bytes([0x00, 0xd8]), utf16("x")]),
      "in.csv:2:3",
      "offset 12",
    ],
    [
      "the other half",
      "utf-16le",
      Buffer.concat([utf16("\ufeffa,b\n"), bytes([0x00, 0xdc])]),
      "in.csv:2:1",
      "offset 10",
    ],
    [
      "half a pair at the end",
      "utf-16le",
      Buffer.concat([utf16("a,b\n"), bytes([0x00, 0xd8])]),
      "in.csv:2:1",
      "offset 8",
    ],
    ["half a unit at the end", "utf-16le", Buffer.concat([utf16("a,b\n1"), bytes([0x2c])]), "in.csv:2:2", "offset 10"],
    ["NUL unit", "utf-16le", utf16("a,b\n1,\0"), "in.csv:2:3", "NUL character at byte offset 12"],
  ];
  it.each(cases)("%s (%s)", async (_, encoding, content, where, message) => {
    for (const chunkSize of chunkSizes) {
      const error = await readError(readAll(content, { encoding, chunkSize, blockSize: chunkSize }));
      expect(error).toBeInstanceOf(InputError);
      expect(error.where).toBe(where);
      expect(error.message).toContain(message);
    }
  });

  it("an invalid byte names the way out", async () => {
    const error = await readError(readAll(bytes("a,b\n", [0xe9])));
    expect(error.remedy).toContain("--encoding windows-1252");
  });
});

describe("another encoding than the one asked for", () => {
  const cases: [string, Encoding, Buffer, string, string][] = [
    ["UTF-16LE by BOM", "utf-8", utf16("\ufeffa,b\n1,2\n"), "UTF-16 (little endian)", "--encoding utf-16le"],
    [
      "UTF-16LE by its zero bytes",
      "utf-8",
      utf16("claim_id,é\n1,2\n"),
      "UTF-16 (little endian)",
      "--encoding utf-16le",
    ],
    ["UTF-16LE", "windows-1252", utf16("\ufeffa,b\n"), "UTF-16 (little endian)", "--encoding utf-16le"],
    ["UTF-16BE by BOM", "utf-8", swapped("\ufeffa,b\n"), "UTF-16 (big endian)", "Convert"],
    ["UTF-16BE by its zero bytes", "utf-16le", swapped("claim_id,b\n"), "UTF-16 (big endian)", "Convert"],
    ["UTF-32", "utf-8", bytes([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), "UTF-32", "Convert"],
    ["UTF-8 by BOM", "windows-1252", bytes([0xef, 0xbb, 0xbf], "a,b\n"), "UTF-8", "Leave --encoding out"],
    ["UTF-8 by BOM", "utf-16le", bytes([0xef, 0xbb, 0xbf], "a,b\n"), "UTF-8", "Leave --encoding out"],
    ["plain text", "utf-16le", bytes("a,b\n1,2\n"), "not UTF-16", "Leave --encoding out"],
  ];
  it.each(cases)("%s read as %s", async (_, encoding, content, message, remedy) => {
    for (const chunkSize of chunkSizes) {
      const error = await readError(readAll(content, { encoding, chunkSize }));
      expect(error).toBeInstanceOf(InputError);
      expect(error.where).toBe("in.csv");
      expect(error.message).toContain(message);
      expect(error.remedy).toContain(remedy);
    }
  });
});
