import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import telehealthList from "../../src/datasets/telehealth-list.ts";
import { day } from "../../src/model/dates.ts";
import { freshStore } from "./fresh-store.ts";
import { refusalOf, workbook, zipped } from "./workshop.ts";

const SECRET = "Descriptor not to be kept";
const TITLE = "LIST OF MEDICARE TELEHEALTH SERVICES effective January 1, 2026 - updated November 13, 2025";
const HEADER = ["Code", "Short Descriptor", "Status", "Can Audio-only Interaction Meet the Requirements?", "Limits"];
const ROWS = [
  ["90834", SECRET, "Permanent", "Yes", ""],
  ["G0108", SECRET, "Provisional", "", ""],
  ["99213", SECRET, "Permanent", "", ""],
];
const csv = (...rows: (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/[",]/.test(cell) ? `"${cell}"` : cell)).join(",")).join("\r\n");

describe("telehealth-list", () => {
  test.each([
    ["the workbook", "list.xlsx", workbook([[TITLE], HEADER, ...ROWS])],
    ["a zip with the workbook", "list.zip", zipped({ "list.csv": csv([TITLE], HEADER, ...ROWS), "read me.txt": "a" })],
    ["a CSV, with a note below", "list.csv", csv([TITLE], HEADER, ...ROWS, ["Note: CPT copyright 2025 AMA"])],
    ["a text with tabs", "list-2026.txt", [HEADER, ...ROWS].map((row) => row.join("\t")).join("\n")],
    [
      "the layout with a proposed action",
      "CY2026.csv",
      csv(
        ["HCPCS", "Short Descriptor", "Proposed Action"],
        ["90834", SECRET, ""],
        ["G0108", SECRET, "Add"],
        ["99213", SECRET, "No change"],
        ["99441", SECRET, "Remove"],
      ),
    ],
  ])("reads %s", async (_, name, content) => {
    const { file, add, open } = freshStore(telehealthList);
    expect(await add(file(name, content))).toMatchObject({ releases: [{ name: "2026", rows: 3 }] });
    const { lookup, coverage } = open();
    expect(coverage).toEqual([{ from: day("2026-01-01"), to: day("2026-12-31") }]);
    expect(
      ["90834", "G0108", "99213", "99441", "27447", "?"].map((code) => lookup.has(code, day("2026-07-01"))),
    ).toEqual([true, true, true, false, false, false]);
    expect(lookup.has("90834", day("2025-12-31"))).toBe(false);
    expect([lookup.covers(day("2026-12-31")), lookup.covers(day("2027-01-01"))]).toEqual([true, false]);
  });

  test("years stand beside each other, a newer list of a year replaces the older one, in whatever order", async () => {
    const files = (make: (name: string, content: string) => string): string[] => [
      make("list-2025.csv", csv([TITLE.replace("2026", "2025")], HEADER, ...ROWS)),
      make("list-2026.csv", csv([TITLE], HEADER, ...ROWS.slice(1))),
    ];
    const a = freshStore(telehealthList);
    await a.add(files(a.file));
    const b = freshStore(telehealthList);
    for (const path of files(b.file).reverse()) await b.add(path);
    expect(a.open().digest).toBe(b.open().digest);
    expect(a.open().coverage).toEqual([{ from: day("2025-01-01"), to: day("2026-12-31") }]);
    expect(a.diff("telehealth-list@2025", "telehealth-list@2026")).toMatchObject({ added: 0, removed: 1, changed: 0 });
    await a.add(a.file("newer.csv", csv([TITLE], HEADER, ["99213", SECRET, "Permanent", "Yes", ""])));
    expect(a.open().lookup.has("G0108", day("2026-05-05"))).toBe(false);
    expect(a.open().lookup.has("G0108", day("2025-05-05"))).toBe(true);
  });

  test("no descriptor is kept", async () => {
    const { file, add } = freshStore(telehealthList);
    const path = file("list.csv", csv([TITLE], HEADER, ...ROWS));
    await add(path);
    const store = join(dirname(path), "store");
    const bytes = readdirSync(store).map((name) => readFileSync(join(store, name), "latin1"));
    expect(bytes.join("")).toContain("telehealth");
    expect(bytes.join("")).not.toContain(SECRET);
  });

  test.each([
    ["a code that lost its zero", csv([TITLE], HEADER, ["362T", "", "", "", ""]), /:3: "362T" is not a code/],
    ["a header without rows", csv([TITLE], HEADER), /holds a header and no row/],
    ["a list without a year", csv(["telehealth"], HEADER, ...ROWS), /of which year/],
  ])("refuses %s and keeps what is installed", async (_, content, message) => {
    const { file, add, open } = freshStore(telehealthList);
    await add(file("list-2025.csv", csv([TITLE], HEADER, ...ROWS)));
    const before = open().digest;
    expect(await refusalOf(add(file("list.csv", content)))).toMatch(message);
    expect(open().digest).toBe(before);
  });

  test.each([
    ["claims", "claim_id,procedure_code,status\nC-1,99213,telehealth\n"],
    ["a list of codes", "code,status\n99213,A\n"],
    ["a therapy list", "HCPCS Code,Disposition\n97110,Always therapy\n"],
  ])("does not take %s for the list", async (_, content) => {
    const { file, add } = freshStore(telehealthList);
    expect(await refusalOf(add(file("x-2026.csv", content)))).toMatch(/holds no reference file/);
  });
});
