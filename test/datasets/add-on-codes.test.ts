import { describe, expect, test } from "vitest";
import addOnCodes from "../../src/datasets/add-on-codes.ts";
import { day } from "../../src/model/dates.ts";
import { official, REFERENCE_PRESENT, refusalOf, workbook, workshop } from "./workshop.ts";

const NOTICE = ["CPT codes and descriptions are copyright 2025 American Medical Association"];
const HEADER = [
  "AOC_Edit_Type",
  "Add-On_Code",
  "AOC_DelDT",
  "Primary_Code",
  "Primary_Code_DelDT",
  "AOC_Edit_EffDT",
  "AOC_Edit_DelDT",
  "Special_Instruction_Notes",
];
/** 2013091 is 2013-04-01, 2024366 the last day of a leap year, 2026181 the last of June. */
const ROWS = [
  ["1", "11045", "", "11042", "", "2013091", "", ""],
  ["1", "90472", "", "90471", "", "2013091", "", ""],
  ["1", "90472", "", "90460", "2024366", "2013091", "", ""],
  ["1", "99292", "", "99291", "", "2013091", "2026181", ""],
  ["1", "0001X", "2025365", "11042", "", "2013091", "", ""],
  ["2", "22840", "", "CCCCC", "", "2013091", "", "contractor defined"],
  ["3", "64484", "", "64483", "", "2016001", "", ""],
  ["3", "64484", "", "CCCCC", "", "2016001", "", ""],
  ["1", "96361", "", "96360", "", "2013091", "", "96360 (Practitioner Only)"],
  ["1", "96376", "", "96374", "", "2013091", "", "96376 may be reported by facilities only"],
  ["1", "69990", "", "61304", "", "2020001", "2020001", ""],
];
const NAME = "AOC_V2026Q2-MCR.xlsx";

const { file, add, open } = workshop(addOnCodes);
const official2 = (rows = ROWS, header = HEADER) => workbook([NOTICE, header, ...rows]);

describe("add-on-codes", () => {
  test.each([
    ["11045", "2026-03-02", { type: 1, primaries: new Set(["11042"]), contractorDefined: false, notes: [] }],
    ["11045", "2013-04-01", { type: 1 }],
    ["11045", "2013-03-31", undefined],
    ["11042", "2026-03-02", undefined],
    ["90472", "2024-12-31", { primaries: new Set(["90471", "90460"]) }],
    ["90472", "2025-01-01", { primaries: new Set(["90471"]) }],
    ["99292", "2026-06-30", { type: 1 }],
    ["0001X", "2025-12-31", { type: 1 }],
    ["0001X", "2026-01-01", undefined],
    ["22840", "2026-03-02", { type: 2, primaries: new Set(), contractorDefined: true, notes: ["contractor defined"] }],
    ["64484", "2026-03-02", { type: 3, primaries: new Set(["64483"]), contractorDefined: true }],
    ["64484", "2015-12-31", undefined],
    ["69990", "2020-01-01", undefined],
  ])("%s on %s", async (code, date, expected) => {
    await add(file(NAME, official2()));
    const found = open().lookup.addOn(code, day(date));
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  test("notes that name a setting are kept to it", async () => {
    await add(file(NAME, official2()));
    const { lookup } = open();
    const on = day("2026-03-02");
    expect(lookup.addOn("96361", on, "professional")).toBeDefined();
    expect(lookup.addOn("96361", on, "institutional")).toBeUndefined();
    expect(lookup.addOn("96376", on, "institutional")).toBeDefined();
    expect(lookup.addOn("96376", on, "professional")).toBeUndefined();
  });

  test("covers from the first edits to the end of the quarter in the name", async () => {
    const added = await add(file(NAME, official2()));
    expect(added.counts).toEqual({ edits: ROWS.length });
    expect(open().coverage).toEqual([{ from: day("2013-04-01"), to: day("2026-06-30") }]);
  });

  test("columns are found by name: other spelling, other order, a text with tabs and carriage returns", async () => {
    const renamed = ["AOC_EDIT_TYPE", "Add-on Code", "AOC_DEL_DT_JULIAN", "Primary Code", "PRIMARY_CODE_DEL_DT_JULIAN"];
    const header = [...renamed, "AOC_EDIT_EFF_DT_JULIAN", "AOC_EDIT_DEL_DT_JULIAN", "SPECIAL_INSTRUCTION_NOTES"];
    const turn = <T>(row: readonly T[]): T[] => [...row.slice(1), row[0]!];
    await add(file(NAME, workbook([NOTICE, turn(header), ...ROWS.map(turn)])));
    const { digest } = open();
    const other = workshop(addOnCodes);
    await other.add(other.file(NAME, official2()));
    expect(other.open().lookup.addOn("90472", day("2024-12-31"))).toEqual(
      open().lookup.addOn("90472", day("2024-12-31")),
    );
    const text = [HEADER, ...ROWS].map((row) => row.join("\t")).join("\r\n");
    const third = workshop(addOnCodes);
    await third.add(third.file("AOC_V2026Q2-MCR.txt", `${text}\r\n`));
    expect(third.open().lookup.addOn("64484", day("2026-03-02"))).toEqual(
      open().lookup.addOn("64484", day("2026-03-02")),
    );
    expect(digest).toBe(open().digest);
  });

  test("an older release does not replace a younger one", async () => {
    const { file, add, open } = workshop(addOnCodes);
    await add(file(NAME, official2()));
    const older = await add(file("AOC_V2025Q4-MCR.xlsx", official2(ROWS.slice(1).map((row) => row.with(6, "")))));
    expect(older.warnings.join()).toMatch(/2025Q4 is older than 2026Q2, which was kept/);
    expect(open().lookup.addOn("11045", day("2026-03-02"))).toBeDefined();
  });

  test.each([
    ["a missing column", official2(ROWS, HEADER.with(5, "Something")), /:2: the header has changed.*"from"/],
    ["day 366 of a common year", official2(ROWS.with(0, ROWS[0]!.with(5, "2025366"))), /:3: "2025366" is not a date/],
    ["day 0", official2(ROWS.with(1, ROWS[1]!.with(5, "2025000"))), /:4: "2025000" is not a date/],
    ["no effective date", official2(ROWS.with(1, ROWS[1]!.with(5, ""))), /:4: the row has no effective date/],
    ["another type", official2(ROWS.with(0, ROWS[0]!.with(0, "4"))), /:3: the edit type is "4"/],
    ["a code that lost its zero", official2(ROWS.with(0, ROWS[0]!.with(3, "1304"))), /:3: "1304" is not a code/],
    ["rows younger than the name", official2(ROWS.with(0, ROWS[0]!.with(5, "2026182"))), /has rows of 2026-07-01/],
    ["no rows", official2([]), /holds a header and no row/],
  ])("refuses %s", async (_, content, message) => {
    const { file, add, open } = workshop(addOnCodes);
    await add(file("AOC_V2026Q1-MCR.xlsx", official2(ROWS.filter((row) => row[6] === ""))));
    const before = open().digest;
    expect(await refusalOf(add(file(NAME, content)))).toMatch(message);
    expect(open().digest).toBe(before);
  });
});

describe.skipIf(!REFERENCE_PRESENT)("the official file of 2026Q2", () => {
  test("every row, and the codes the catalogue quotes", async () => {
    const { add, open } = workshop(addOnCodes);
    const added = await add(official("ncci", /^AOC_V2026Q2/));
    expect(added.releases).toMatchObject([{ name: "2026Q2", rows: 9000 }]);
    const { lookup } = open();
    const on = day("2026-03-02");
    expect(lookup.addOn("11045", on)?.primaries).toContain("11042");
    expect(lookup.addOn("90472", on)?.primaries).toContain("90471");
    expect(lookup.addOn("99292", on)?.primaries).toContain("99291");
  });
});
