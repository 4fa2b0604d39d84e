import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { sourcesIn } from "../../src/reference/sources.ts";
import { sheetRows } from "../../src/reference/workbook.ts";
import { readXml } from "../../src/reference/xml.ts";
import { zipMembers } from "../../src/reference/zip.ts";
import { workbook } from "../datasets/workshop.ts";

const folder = mkdtempSync(join(tmpdir(), "claimlint-sources-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function given(name: string, content: Uint8Array | string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return sourcesIn(path);
}

const TEXT = "code,title\nA00,Cholera\n".repeat(200);

describe("zip", () => {
  const archive = zipSync({
    "a/one.txt": strToU8(TEXT),
    "two.txt": [strToU8("two"), { level: 0 }],
    "three/": new Uint8Array(),
  });

  test("members, packed and stored; folders are none", () => {
    const members = zipMembers(archive, "a.zip");
    expect(members.map(({ path }) => path)).toEqual(["a/one.txt", "two.txt"]);
    expect(Buffer.from(members[0]!.bytes()).toString()).toBe(TEXT);
    expect(Buffer.from(members[0]!.head(20)).toString()).toBe(TEXT.slice(0, 20));
    expect(Buffer.from(members[1]!.bytes()).toString()).toBe("two");
  });

  test("a changed byte never goes unnoticed", () => {
    const start = 30 + "a/one.txt".length;
    let noticed = 0;
    for (let at = start; at < start + 40; at++) {
      const bad = archive.with(at, archive[at]! ^ 0x55);
      try {
        zipMembers(bad, "a.zip")[0]!.bytes();
      } catch (error) {
        expect((error as Error).message).toMatch(/damaged/);
        noticed++;
      }
    }
    expect(noticed).toBe(40);
  });

  test.each([10, 100, archive.length - 30, archive.length - 1])("cut after %i bytes", (bytes) => {
    expect(() => zipMembers(archive.slice(0, bytes), "a.zip").map((member) => member.bytes())).toThrow(
      /damaged or cut short/,
    );
  });
});

describe("sources", () => {
  test("a plain file, a gzip, a zip, a zip in a zip", () => {
    const inner = zipSync({ "list.txt": strToU8(TEXT) });
    for (const [name, content, where] of [
      ["plain.txt", strToU8(TEXT), "plain.txt"],
      ["packed.txt.gz", gzipSync(TEXT), "packed.txt.gz"],
      ["one.zip", inner, "one.zip > list.txt"],
      ["two.zip", zipSync({ "inner.zip": inner }), "two.zip > inner.zip > list.txt"],
    ] as const) {
      const [source, ...rest] = given(name, content);
      expect(rest).toEqual([]);
      expect(source!.where.endsWith(where)).toBe(true);
      expect(source!.text()).toBe(TEXT);
      expect(source!.head).toBe(TEXT.slice(0, 16 * 1024));
    }
  });

  test.each([
    ["UTF-8", Buffer.from("Sjögren", "utf8")],
    ["UTF-8 with a byte order mark", Buffer.from("\uFEFFSjögren", "utf8")],
    ["Latin-1", Buffer.from("Sjögren", "latin1")],
  ])("text in %s", (_, bytes) => {
    expect(given("text.txt", bytes)[0]!.text()).toBe("Sjögren");
  });

  test("an empty file and a damaged gzip are refused", () => {
    expect(() => given("empty.txt", "")).toThrow(/empty/);
    expect(() => given("cut.gz", gzipSync(TEXT).subarray(0, 40))[0]!.text()).toThrow(/gzip file is damaged/);
  });

  test("records with their physical lines", () => {
    const [source] = given("records.csv", '"a\nb",c\n1,2\n');
    expect([...source!.records()].map(({ line, cells }) => [line, cells])).toEqual([
      [2, ["a\nb", "c"]],
      [3, ["1", "2"]],
    ]);
    expect(() => [...given("bad.csv", 'a,b\n"c')[0]!.records()]).toThrow();
  });
});

describe("workbook", () => {
  test("cells come as they are stored: a code is not a number", () => {
    const rows = [
      ["00100", "1E2", " A1"],
      ["", "&<>", "20260101"],
    ];
    expect(sheetRows(workbook(rows), "a.xlsx").map(({ cells }) => [...cells])).toEqual(rows);
  });

  test("shared texts, skipped cells, rich text, phonetic hints and the sheet that comes first", () => {
    const book = zipSync({
      "xl/workbook.xml": strToU8(
        '<workbook><sheets><sheet name="B" r:id="r2"/><sheet name="A" r:id="r1"/></sheets></workbook>',
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/other.xml"/></Relationships>',
      ),
      "xl/sharedStrings.xml": strToU8(
        "<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si></sst>",
      ),
      "xl/worksheets/sheet1.xml": strToU8("<worksheet><sheetData/></worksheet>"),
      "xl/worksheets/other.xml": strToU8(
        '<worksheet><sheetData><row r="3"><c r="B3" t="s"><v>0</v></c><c r="AA3" t="s"><v>1</v></c><c r="AB3"><v>42</v></c></row></sheetData></worksheet>',
      ),
    });
    const [row] = sheetRows(book, "a.xlsx");
    expect(row!.line).toBe(3);
    expect(row!.cells[1]).toBe("plain");
    expect(row!.cells[26]).toBe("rich");
    expect(row!.cells[27]).toBe("42");
    expect(row!.cells[0]).toBe("");
  });

  test("a shared text that is not there, and no sheet at all", () => {
    const book = (sheet: Record<string, Uint8Array>): Uint8Array =>
      zipSync({ "xl/workbook.xml": strToU8("<workbook/>"), ...sheet });
    const bad = '<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>';
    expect(() => sheetRows(book({ "xl/worksheets/sheet1.xml": strToU8(bad) }), "a.xlsx")).toThrow(/shared text 7/);
    expect(() => sheetRows(book({}), "a.xlsx")).toThrow(/no worksheet/);
  });
});

describe("xml", () => {
  function events(text: string): string[] {
    const found: string[] = [];
    readXml(text, "a.xml", {
      open: (name, attributes, line) => found.push(`<${name} ${JSON.stringify(attributes)} ${line}`),
      text: (piece) => found.push(piece),
      close: (name) => found.push(`</${name}`),
    });
    return found;
  }

  test("elements, attributes, entities, CDATA, comments", () => {
    const text =
      "<?xml version='1.0'?><!DOCTYPE a><a x=\"1 &amp; 2\" y='z'><!-- <b> -->T&#233;&#xE9;&lt;<![CDATA[<raw>]]><b/></a>\n";
    expect(events(text)).toEqual(['<a {"x":"1 & 2","y":"z"} 1', "Téé<", "<raw>", "<b {} 1", "</b", "</a"]);
  });

  test("lines are counted", () => {
    expect(events("<a>\n\n<b/></a>").filter((event) => event.startsWith("<b"))).toEqual(["<b {} 3"]);
  });

  test.each([
    ["<a><b></a>", /a\.xml:1: <\/a> where <\/b> should stand|<\/a> where <\/b> should stand/],
    ["<a>\n<b>", /<b> is never closed/],
    ["<a><b", /ends inside a tag/],
    ["<a><!-- ", /ends inside a tag/],
  ])("%s is refused", (text, reason) => {
    expect(() => events(text)).toThrow(reason);
  });
});
