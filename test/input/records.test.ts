import { describe, expect, it } from "vitest";
import { openFile, type RecordBlock } from "../../src/input/records.ts";
import { InputError, UsageError } from "../../src/model/errors.ts";
import { asInput, readAll, readCells, readError } from "./reading.ts";

const sizes = [1, 2, 3, 7, 64, 100_000];

describe("cells", () => {
  const cases: [string, string, string[][]][] = [
    ["an empty file", "", []],
    ["blank lines alone", "\n\r\n\r", []],
    ["a header alone", "a,b", [["a", "b"]]],
    ["a header with its line end", "a,b\r\n", [["a", "b"]]],
    ["one column", "a\n1\n2", [["a"], ["1"], ["2"]]],
    [
      "no line end at the end",
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "an empty last cell at the end",
      "a,b\n1,",
      [
        ["a", "b"],
        ["1", ""],
      ],
    ],
    [
      "CRLF",
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "CR alone",
      "a,b\r1,2\r3,4",
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "all line ends in one file",
      "a,b\n1,2\r\n3,4\r5,6\r\r\n",
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
      ],
    ],
    [
      "blank lines",
      "\n\na,b\n\n1,2\n\n\n3,4\n\n",
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["a line of white space is a record", "a,b\n \n", [["a", "b"], [" "]]],
    ["an empty quoted cell is a record", 'a\n""\n', [["a"], [""]]],
    ["ragged records", "a,b\n1\n1,2,3\n,\n", [["a", "b"], ["1"], ["1", "2", "3"], ["", ""]]],
    [
      "duplicate headers",
      "a,a\n1,2",
      [
        ["a", "a"],
        ["1", "2"],
      ],
    ],
    [
      "nothing is trimmed or turned into a number",
      "a,b\n 00142 ,1e5\t",
      [
        ["a", "b"],
        [" 00142 ", "1e5\t"],
      ],
    ],
    [
      "quotes",
      '"a","b"\n"1,5","say ""hi"""\n',
      [
        ["a", "b"],
        ["1,5", 'say "hi"'],
      ],
    ],
    [
      "line ends in quotes",
      'a,b\n"x\ny","\r\n"\n"\r",z',
      [
        ["a", "b"],
        ["x\ny", "\r\n"],
        ["\r", "z"],
      ],
    ],
    [
      "line ends in a quoted header",
      '"a\nx",b\n1,2',
      [
        ["a\nx", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a lone quoted quote",
      'a,b\n"""",1',
      [
        ["a", "b"],
        ['"', "1"],
      ],
    ],
    [
      "a comment sign is text",
      "a,b\n#1,2",
      [
        ["a", "b"],
        ["#1", "2"],
      ],
    ],
  ];
  it.each(cases)("%s", async (_, text, expected) => {
    for (const size of sizes) expect(await readCells(text, { blockSize: size, chunkSize: size })).toEqual(expected);
  });
});

describe("stray quotes are read as csv-parse reads them, and reported", () => {
  const cases: [string, string[], number[]][] = [
    ['5" tall,x', ['5" tall', "x"], [0]],
    ['x,5"', ["x", '5"'], [1]],
    ['x, "y"', ["x", ' "y"'], [1]],
    ['"a"b,x', ['"a"b', "x"], [0]],
    ['"a""b"c,x', ['"a"b"c', "x"], [0]],
    ['"a"b"c",x', ['"a"b"c"', "x"], [0]],
    ['""a,x', ['""a', "x"], [0]],
    ['"a,1" ,x', ['"a,1" ', "x"], [0]],
    ['a"b"c"d,e"', ['a"b"c"d', 'e"'], [0, 1]],
    ['"é,1"é,x', ['"é,1"é', "x"], [0]],
    ['"a","b"', ["a", "b"], []],
    ['"a""",""', ['a"', ""], []],
  ];
  it.each(cases)("%s", async (text, cells, columns) => {
    for (const size of sizes) {
      const { records, strayQuotes } = await readAll(`h,i\n0,0\n${text}\n`, { blockSize: size, chunkSize: size });
      expect(records[1]!.cells).toEqual(cells);
      expect(strayQuotes).toEqual(columns.map((column) => ({ row: 2, column })));
    }
  });

  it("in the header", async () => {
    const { opened } = await readAll('a"b,c\n1,2');
    expect(opened.header.cells).toEqual(['a"b', "c"]);
    expect(opened.header.strayQuotes).toEqual([0]);
  });
});

describe("places", () => {
  const text = '\n\r\n"h\n1",i\r\n\né,"😀\r\n""é""",z\n\r1,2,3';

  it("count lines inside quotes and blank lines, and columns in UTF-16 units", async () => {
    for (const size of sizes) {
      const { opened, records } = await readAll(text, { blockSize: size, chunkSize: size });
      expect(opened.header.positions).toEqual([
        { line: 3, column: 1, endLine: 4, endColumn: 3 },
        { line: 4, column: 4, endLine: 4, endColumn: 5 },
      ]);
      expect(records.map(({ row, line, singleLine }) => ({ row, line, singleLine }))).toEqual([
        { row: 1, line: 6, singleLine: false },
        { row: 2, line: 9, singleLine: true },
      ]);
      expect(records[0]!.places).toEqual([
        { line: 6, column: 1, endLine: 6, endColumn: 2 },
        { line: 6, column: 3, endLine: 7, endColumn: 7 },
        { line: 7, column: 8, endLine: 7, endColumn: 9 },
      ]);
      expect(records[0]!.startColumns).toEqual([1, 3, 8]);
      expect(records[0]!.rawWidths).toEqual([1, 11, 1]);
      expect(records[1]!.places[2]).toEqual({ line: 9, column: 5, endLine: 9, endColumn: 6 });
    }
  });

  it("give the bytes of each record in the decoded text, without the BOM", async () => {
    const { opened, records } = await readAll(`\ufeffé,b\r\n\n1,"x\ny"\r\n3,4`);
    expect(Buffer.from(opened.header.bytes).toString()).toBe("é,b\r\n");
    expect(records.map(({ offset, length }) => [offset, length])).toEqual([
      [7, 9],
      [16, 3],
    ]);
  });

  it("of a delimiter of several bytes", async () => {
    const { records } = await readAll("a😀b\n1😀2\n", { delimiter: "😀" });
    expect(records[0]!.places[1]).toEqual({ line: 2, column: 4, endLine: 2, endColumn: 5 });
  });

  it("and texts may be asked for in any order", async () => {
    const opened = await openFile(asInput('a,b,c\n1,"é\n",3\n4,5,é\n7,8,9\n'));
    const blocks: RecordBlock[] = [];
    for await (const block of opened.blocks()) blocks.push(block);
    const block = blocks[0]!;
    expect([
      block.startColumn(1, 2),
      block.startColumn(0, 2),
      block.startColumn(2, 1),
      block.startColumn(0, 1),
    ]).toEqual([5, 3, 3, 3]);
    expect(block.position(0, 2)).toEqual({ line: 3, column: 3, endLine: 3, endColumn: 4 });
    expect([block.text(2, 0), block.text(0, 1), block.text(1, 2)]).toEqual(["7", "é\n", "é"]);
    expect(() => block.text(0, 3)).toThrow(RangeError);
    expect(() => block.position(0, -1)).toThrow(RangeError);
    expect(() => block.text(3, 0)).toThrow(RangeError);
  });
});

describe("a quote that never closes is an error where it opens", () => {
  it.each([
    ['a,b\n1,"x', "in.csv:2:3"],
    ['a,b\n1,2\n"x\ny\n3,4\n', "in.csv:3:1"],
    ['a,b\n"é\n😀",é,"1,2\r\n3,4', "in.csv:3:7"],
    ['a,"b\n1,2\n', "in.csv:1:3"],
    ['\r\n\r\na,b\r\n1,"', "in.csv:4:3"],
    ['a,b\n1,""""" \n', "in.csv:2:3"],
    ['a,b\n1,"""""" \n', undefined],
    ['a,b\n1,"x"""\n', undefined],
    ['a,b\n1,"x""\n', "in.csv:2:3"],
  ])("%j", async (text, where) => {
    for (const size of sizes) {
      const reading = readAll(text, { blockSize: size, chunkSize: size });
      if (where === undefined) {
        expect((await reading).records).toHaveLength(1);
        continue;
      }
      const error = await readError(reading);
      expect(error).toBeInstanceOf(InputError);
      expect(error.where).toBe(where);
      expect(error.message).toBe("The quote that opens here is never closed");
    }
  });

  it("and one that does not close for too long is one before it takes all memory", async () => {
    const error = await readError(readAll(`a,b\n1,"${"x\n".repeat(5000)}`, { maxRecordSize: 1000, blockSize: 10 }));
    expect(error.where).toBe("in.csv:2:3");
    expect(error.message).toBe("The quote that opens here is not closed within 1000 bytes");
  });

  it("as is a record without an end", async () => {
    const error = await readError(readAll(`a,b\n${"x".repeat(5000)}`, { maxRecordSize: 1000, blockSize: 10 }));
    expect(error.where).toBe("in.csv:2:1");
    expect(error.message).toContain("longer than 1000 bytes");
  });

  it("while a record just within the limit is read", async () => {
    const record = `1,"${"x".repeat(990)}"\n`;
    const { records } = await readAll(`a,b\n${record}${record}`, { maxRecordSize: record.length, blockSize: 10 });
    expect(records).toHaveLength(2);
  });
});

describe("the delimiter", () => {
  it.each([
    ["claim_id;units\n1;2", undefined, "Pass --delimiter semicolon."],
    ["claim_id\tunits\n1\t2", undefined, "Pass --delimiter tab."],
    ["claim_id|units\n1|2", undefined, "Pass --delimiter pipe."],
    ["claim_id,units\n1,2", "tab", 'Pass --delimiter ",".'],
    ["\n\nclaim_id;units\n1;2", ",", "Pass --delimiter semicolon."],
  ])("that does not fit: %j", async (text, delimiter, remedy) => {
    const error = await readError(readAll(text, delimiter === undefined ? {} : { delimiter }));
    expect(error).toBeInstanceOf(InputError);
    expect(error.remedy).toBe(remedy);
    expect(error.message).not.toMatch(/claim|units/);
  });

  it("is never guessed: a header with two columns is taken at its word", async () => {
    expect(await readCells("a,b;c;d\n1,2;3;4")).toEqual([
      ["a", "b;c;d"],
      ["1", "2;3;4"],
    ]);
  });

  it("of a sep= line is not taken", async () => {
    expect((await readError(readAll("sep=;\na;b\n1;2"))).message).toContain("sep=");
    expect((await readError(readAll("sep=;\na;b\n1;2", { delimiter: ";" }))).message).toContain("sep=");
    expect((await readError(readAll("sep=,\r\na,b\r\n1,2"))).message).toContain("sep=");
  });

  it("that is none is a usage error", async () => {
    await expect(openFile(asInput("a,b", { delimiter: "colon" }))).rejects.toThrow(UsageError);
  });
});

describe("sizes", () => {
  it("a cell of 50 MB", async () => {
    const cell = "x\n".repeat(25 << 20);
    const input = Buffer.concat([Buffer.from('a,b\n1,"'), Buffer.from(cell), Buffer.from('"\n2,y\n')]);
    const opened = await openFile(asInput(input, { chunkSize: 1 << 16 }));
    const seen: [number, number, number][] = [];
    for await (const block of opened.blocks()) {
      for (let record = 0; record < block.count; record++) {
        seen.push([block.line(record), block.text(record, 1).length, block.position(record, 1).endLine]);
      }
    }
    expect(seen).toEqual([
      [2, cell.length, 2 + (25 << 20)],
      [3 + (25 << 20), 1, 3 + (25 << 20)],
    ]);
  });

  it("5,000 columns", async () => {
    const header = Array.from({ length: 5000 }, (_, i) => `h${i}`);
    const cells = header.map((_, i) => (i % 7 === 0 ? "é" : `${i}`));
    const { opened, records } = await readAll(`${header.join(",")}\n${`${cells.join(",")}\n`.repeat(20)}`, {
      chunkSize: 1 << 16,
    });
    expect(opened.header.cells).toEqual(header);
    expect(records).toHaveLength(20);
    for (const record of records) expect(record.cells).toEqual(cells);
    expect(records[19]!.places[4999]!.endColumn).toBe(cells.join(",").length + 1);
  });

  it("blocks end at records and are about as large as asked for", async () => {
    const text = `a,b\n${"12,345\n".repeat(1000)}`;
    expect((await readAll(text, { blockSize: 1, chunkSize: 1 << 16 })).blocks).toBe(1000);
    expect((await readAll(text, { blockSize: 700, chunkSize: 1 << 16 })).blocks).toBe(10);
    expect((await readAll(text, { chunkSize: 1 << 16 })).blocks).toBeLessThanOrEqual(2);
  });
});
