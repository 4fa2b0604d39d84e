import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import mpfs from "../../src/datasets/mpfs.ts";
import { day } from "../../src/model/dates.ts";
import { type FeeSliceRow, feeCsv, feeText, SECRET } from "./mpfs-slice.ts";
import { official, REFERENCE_PRESENT, refusalOf, workshop, zipped } from "./workshop.ts";

const ROWS: readonly FeeSliceRow[] = [
  ["20610", "", "A", "", "", "0", "000", "21100"],
  ["27447", "", "A", "NA", "", "0", "090", "21210"],
  ["71046", "", "A", "", "NA", "1", "XXX", "00000"],
  ["71046", "26", "A", "", "", "1", "XXX", "00000"],
  ["71046", "TC", "A", "", "NA", "1", "XXX", "00000"],
  ["99080", "", "B", "", "", "9", "XXX", "99999"],
];
const JULY = "PPRRVU2026_Jul_nonQPP.csv";

const KNEE = {
  status: "A",
  nonFacilityNa: "NA",
  facilityNa: "",
  pctc: "0",
  global: "090",
  multiple: "2",
  bilateral: "1",
  assistant: "2",
  coSurgeon: "1",
  team: "0",
};

describe("mpfs", () => {
  test.each([
    ["32 columns of 2026", JULY, feeCsv(ROWS), "2026-07-01"],
    ["31 columns of 2025", "a.csv", feeCsv(ROWS, "2025 National", "October", 31), "2025-12-31"],
    ["the text file", "PPRRVU2026_Jul.txt", feeText(ROWS), "2026-09-30"],
  ])("reads %s", async (_, name, content, date) => {
    const { file, add, open } = workshop(mpfs);
    await add(file(name, content));
    const { lookup } = open();
    expect(lookup.on("27447", day(date))).toEqual(KNEE);
    expect(lookup.on("71046", day(date))).toMatchObject({ pctc: "1", facilityNa: "NA", nonFacilityNa: "" });
    expect(lookup.on("99080", day(date))).toMatchObject({ status: "B", bilateral: "9", global: "XXX" });
    expect(lookup.on("99999", day(date))).toBeUndefined();
    expect(lookup.on("bad", day(date))).toBeUndefined();
  });

  test("covers the quarter of its release and keeps the others", async () => {
    const { file, add, open, diff } = workshop(mpfs);
    await add(file(JULY, feeCsv(ROWS)));
    expect(open().coverage).toEqual([{ from: day("2026-07-01"), to: day("2026-09-30") }]);
    expect(open().lookup.on("27447", day("2026-06-30"))).toBeUndefined();
    expect(open().lookup.covers(day("2026-06-30"))).toBe(false);
    const changed = ROWS.with(1, ["27447", "", "A", "NA", "", "0", "090", "21010"]);
    await add(file("PPRRVU2026_Oct_nonQPP.csv", feeCsv(changed, "2026 National", "October")));
    expect(open().coverage).toEqual([{ from: day("2026-07-01"), to: day("2026-12-31") }]);
    expect(open().lookup.on("27447", day("2026-09-30"))?.assistant).toBe("2");
    expect(open().lookup.on("27447", day("2026-10-01"))?.assistant).toBe("0");
    expect(diff("mpfs@2026Q3", "mpfs@2026Q4")).toEqual({ added: 0, removed: 0, changed: 1 });
  });

  test("a zip with CSV, QPP file and text is one release, in whatever order", async () => {
    const members = {
      "PPRRVU2026_Jul_QPP.csv": feeCsv(ROWS),
      [JULY]: feeCsv(ROWS),
      "PPRRVU2026_Jul.txt": feeText(ROWS),
      "GPCI2026.csv": "a,b\r\n",
    };
    const a = workshop(mpfs);
    const added = await a.add(a.file("rvu26c.zip", zipped(members)));
    expect(added).toMatchObject({ counts: { rows: 6 }, warnings: [] });
    const b = workshop(mpfs);
    await b.add(b.file("rvu26c.zip", zipped(Object.fromEntries(Object.entries(members).reverse()))));
    expect(b.open().lookup.on("27447", day("2026-07-01"))).toEqual(KNEE);
  });

  test("no descriptor is kept", async () => {
    const { file, add } = workshop(mpfs);
    const path = file(JULY, feeCsv(ROWS));
    await add([path, file("PPRRVU2026_Jul.txt", feeText(ROWS))]);
    const store = join(dirname(path), "store");
    const bytes = readdirSync(store).map((name) => readFileSync(join(store, name), "latin1"));
    expect(bytes.join("")).toContain("2026Q3");
    expect(bytes.join("")).not.toContain(SECRET);
  });

  test.each([
    [
      "a renamed column",
      feeCsv(ROWS).replace(",BILAT,", ",BOTH,"),
      /:10: the header has changed: the column BILATSURG/,
    ],
    ["a row that is cut short", feeCsv(ROWS).slice(0, -40), /:16: the row has/],
    [
      "an unknown global period",
      feeCsv([["20610", "", "A", "", "", "0", "030", "21100"]]),
      /:11: GLOBDAYS of 20610 is "030"/,
    ],
    ["a code that lost its zero", feeCsv([["100", "", "J", "", "", "9", "XXX", "99999"]]), /:11: "100" is not a code/],
    ["an unknown modifier", feeCsv([["20610", "XX", "A", "", "", "0", "000", "21100"]]), /:11: the modifier of 20610/],
    ["a row that stands twice", feeCsv([...ROWS, ROWS[2]!]), /:17: 71046 stands twice/],
    ["no rows", feeCsv([]), /holds a header and no row/],
  ])("refuses %s and keeps what is installed", async (_, content, message) => {
    const { file, add, open } = workshop(mpfs);
    await add(file("PPRRVU2026_Apr.csv", feeCsv(ROWS, "2026 National", "April")));
    const before = open().digest;
    expect(await refusalOf(add(file(JULY, content)))).toMatch(message);
    expect(open().digest).toBe(before);
  });

  test("refuses a text record that is cut short", async () => {
    const { file, add } = workshop(mpfs);
    expect(await refusalOf(add(file("PPRRVU2026_Jul.txt", feeText(ROWS).slice(0, -20))))).toMatch(
      /:8: the record has 153/,
    );
  });
});

describe.skipIf(!REFERENCE_PRESENT)("the official file of October 2025", () => {
  test("every row; the text says the same as the CSV", async () => {
    const { add, open } = workshop(mpfs);
    const added = await add(official("mpfs", /^rvu25d\.zip$/));
    expect(added).toMatchObject({ releases: [{ name: "2025Q4", rows: 19_090 }], warnings: [] });
    const { lookup } = open();
    expect(lookup.on("27447", day("2025-10-01"))).toMatchObject({ global: "090", bilateral: "1", assistant: "2" });
    expect(lookup.on("93010", day("2025-10-01"))).toMatchObject({ pctc: "2" });
    expect(lookup.on("64484", day("2025-10-01"))).toMatchObject({ global: "ZZZ", bilateral: "1" });
  });
});
