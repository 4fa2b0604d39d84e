import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import cptList from "../../src/datasets/cpt-list.ts";
import payerLists from "../../src/datasets/payer-lists.ts";
import { day } from "../../src/model/dates.ts";
import { freshStore } from "./fresh-store.ts";
import { refusalOf, workbook } from "./workshop.ts";

const SECRET = "Descriptor not to be kept";
const HEADER = "payer,code,list,code2,units,from,to,note,description";
const ROWS = [
  `Acme Health,99397,not-covered,,,2026-01-01,2026-06-30,policy 12,${SECRET}`,
  "Acme*,J9*,Prior authorization,,,,,,",
  "*,97110,max-units,,6,,,,",
  "ACME HEALTH,97110,Max Units,,4,01/31/2026,,,",
  "acme  health,99213,pair,3641*,,20260101,,,",
];
const FILE = [HEADER, ...ROWS].join("\r\n");
const on = day("2026-03-01");

describe("payer-lists", () => {
  test.each([
    ["a CSV", "acme.csv", FILE],
    ["semicolons", "acme.csv", FILE.replaceAll(",", ";")],
    [
      "a workbook, whose dates are numbers",
      "acme.xlsx",
      workbook(
        FILE.replaceAll(/2026-01-01|20260101/g, "46023")
          .replace("2026-06-30", "46203")
          .replace("01/31/2026", "46053")
          .split("\r\n")
          .map((line) => line.split(",")),
      ),
    ],
  ])("reads %s", async (_, name, content) => {
    const { file, add, open, store } = freshStore(payerLists);
    expect(await add(file(name, content))).toMatchObject({ releases: [{ name: "acme", rows: 5 }] });
    const { lookup } = open();
    const covered = (payer: string | undefined, date: string) =>
      lookup.entries("not-covered", "99397", payer, day(date)).map(({ note }) => note);
    expect(
      ["2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01"].map((date) => covered("Acme Health", date)),
    ).toEqual([[], ["policy 12"], ["policy 12"], []]);
    expect(covered("ACME  HEALTH ", "2026-03-01")).toHaveLength(1);
    expect([covered("Acme", "2026-03-01"), covered(undefined, "2026-03-01")]).toEqual([[], []]);
    expect(lookup.entries("prior-authorization", "J9271", "ACME OHIO", on)).toHaveLength(1);
    expect(lookup.entries("prior-authorization", "J1885", "ACME OHIO", on)).toHaveLength(0);
    expect(lookup.entries("pair", "99213", "Acme Health", on)).toMatchObject([{ code2: "3641*", name: "acme" }]);
    const bytes = readdirSync(store).map((each) => readFileSync(join(store, each), "latin1"));
    expect(bytes.join("")).toContain("policy 12");
    expect(bytes.join("")).not.toContain(SECRET);
  });

  test("the row that names the payer most exactly comes first", async () => {
    const { file, add, open } = freshStore(payerLists);
    await add(file("acme.csv", FILE));
    const units = (payer: string | undefined, date = on) =>
      open()
        .lookup.entries("max-units", "97110", payer, date)
        .map((entry) => entry.units);
    expect([units("Acme Health"), units("Other"), units(undefined)]).toEqual([[4, 6], [6], [6]]);
    expect(units("Acme Health", day("2026-01-30"))).toEqual([6]);
  });

  test("a file replaces the one of its name and leaves the others; the order does not matter", async () => {
    const write = (make: (name: string, content: string) => string): [string, string] => [
      make("a.csv", [HEADER, ROWS[0]].join("\n")),
      make("b.csv", [HEADER, ...ROWS.slice(1)].join("\n")),
    ];
    const one = freshStore(payerLists);
    await one.add(write(one.file));
    const two = freshStore(payerLists);
    for (const path of write(two.file).reverse()) await two.add(path);
    expect(two.open().digest).toBe(one.open().digest);
    expect(one.diff("payer-lists@a", "payer-lists@b")).toMatchObject({ added: 4, removed: 1 });
    await one.add(one.file("a.csv", `${HEADER}\n*,99396,not-covered,,,,,,\n`));
    const { lookup } = one.open();
    expect(lookup.entries("not-covered", "99397", "Acme Health", on)).toHaveLength(0);
    expect(lookup.entries("not-covered", "99396", undefined, on)).toHaveLength(1);
    expect(lookup.entries("pair", "99213", "Acme Health", on)).toHaveLength(1);
  });

  test.each([
    ["an unknown list", "*,99213,denied,,,,,,", /:2: "denied" is not a list: write not-covered, prior-auth/],
    ["a code that lost its zero", "*,100,not-covered,,,,,,", /:2: "100" is not a code/],
    ["a star alone", "*,*,not-covered,,,,,,", /:2: "\*" is not a code/],
    ["a pair of one", "*,99213,pair,,,,,,", /:2: "" is not a code/],
    ["a maximum without units", "*,99213,max-units,,,,,,", /:2: "" is no number of units/],
    ["a maximum of nothing", "*,99213,max-units,,0,,,,", /:2: "0" is no number of units/],
    ["a date that is none", "*,99213,not-covered,,,2026-02-30,,,", /:2: "2026-02-30" is not a date/],
    ["an end before the start", "*,99213,not-covered,,,2026-02-02,2026-02-01,,", /:2: 99213 ends before it begins/],
    ["no rows", "", /holds a header and no row/],
  ])("refuses %s and keeps what is installed", async (_, row, message) => {
    const { file, add, open } = freshStore(payerLists);
    await add(file("acme.csv", FILE));
    const before = open().digest;
    expect(await refusalOf(add(file("acme.csv", `${HEADER}\n${row}\n`)))).toMatch(message);
    expect(open().digest).toBe(before);
  });

  test("is told from claims and from a list of CPT codes", async () => {
    const { file, add } = freshStore(payerLists);
    const claims = file("claims.csv", "claim_id,payer,procedure_code,units\nC-1,Acme,99213,1\n");
    expect(await refusalOf(add(claims))).toMatch(/holds no reference file/);
    const cpt = freshStore(cptList);
    expect(await refusalOf(cpt.add(cpt.file("acme-2026.csv", FILE)))).toMatch(/holds no reference file/);
  });
});
