import { describe, expect, test } from "vitest";
import ptp from "../../src/datasets/ncci-ptp-practitioner.ts";
import { day } from "../../src/model/dates.ts";
import { MISUSE, PTP_HEAD, ptpFile, ptpRow } from "./ptp-slice.ts";
import { official, REFERENCE_PRESENT, refusalOf, workshop, zipped } from "./workshop.ts";

const ROWS = [
  ptpRow("0001A", "0591T", "20220101", "20231231", "1"),
  // Null edit: effective = deletion, indicator 9.
  ptpRow("0001A", "90473", "20220101", "20220101", "9"),
  // One pair with a null row and an active row.
  ptpRow("13121", "13120", "19960101", "19960101", "9", "*"),
  ptpRow("13121", "13120", "20000605", "*", "0"),
  ptpRow("17000", "17281", "19960101", "20041231", "1", "*"),
  // Ended, and put back later with another indicator.
  ptpRow("29881", "29877", "20020101", "20031231", "0"),
  ptpRow("29881", "29877", "20060401", "*", "1", "", "More extensive procedure"),
];

const { file, add, open, diff } = workshop(ptp);
const slice = (name = "ccipra-v322r0-f1.TXT", rows: readonly string[] = ROWS) => file(name, ptpFile(rows));

describe("ncci-ptp-practitioner", () => {
  test.each([
    ["0001A", "0591T", "2021-12-31", undefined],
    ["0001A", "0591T", "2022-01-01", 1],
    ["0001A", "0591T", "2023-12-31", 1],
    ["0001A", "0591T", "2024-01-01", undefined],
    ["0591T", "0001A", "2022-01-01", undefined],
    ["0001A", "90473", "2022-01-01", undefined],
    ["13121", "13120", "1996-01-01", undefined],
    ["13121", "13120", "2000-06-04", undefined],
    ["13121", "13120", "2000-06-05", 0],
    ["13121", "13120", "2026-09-30", 0],
    ["17000", "17281", "2004-12-31", 1],
    ["17000", "17281", "2005-01-01", undefined],
    ["29881", "29877", "2003-12-31", 0],
    ["29881", "29877", "2005-01-01", undefined],
    ["29881", "29877", "2006-04-01", 1],
    ["29881", "99999", "2026-01-01", undefined],
    ["abc", "29877", "2026-01-01", undefined],
  ] as const)("%s/%s on %s: indicator %s", async (column1, column2, date, indicator) => {
    await add(slice());
    expect(open().lookup.pair(column1, column2, day(date))?.indicator).toBe(indicator);
  });

  test("says what a pair is", async () => {
    const added = await add(slice());
    expect(added).toMatchObject({ counts: { read: 7, pairs: 7 }, releases: [{ name: "2026Q3", rows: 7 }] });
    expect(added.warnings.join()).toMatch(/part 2, 3, 4 of 4 of 2026Q3 is missing/);
    const { lookup, coverage } = open();
    expect(coverage).toEqual([{ from: day("1996-01-01"), to: day("2026-09-30") }]);
    expect(lookup.pair("29881", "29877", day("2026-03-02"))).toEqual({
      column1: "29881",
      column2: "29877",
      indicator: 1,
      from: day("2006-04-01"),
      to: undefined,
      rationale: "More extensive procedure",
    });
    expect(lookup.edits("29877", "29881", day("2026-03-02")).map(({ column1 }) => column1)).toEqual(["29881"]);
    expect(lookup.hasAnyPair("17281", day("2004-12-31"))).toBe(true);
    expect(lookup.hasAnyPair("17281", day("2005-01-01"))).toBe(false);
    expect(lookup.hasAnyPair("90473", day("2022-01-01"))).toBe(false);
  });

  test("parts come one by one or together, as text or zip, in any order: the same table", async () => {
    const rest = [ptpRow("43239", "43235", "20100101", "*", "1")];
    const one = workshop(ptp);
    await one.add(one.file("ccipra-v322r0-f1.TXT", ptpFile(ROWS)));
    const second = await one.add(one.file("ccipra-v322r0-f2.TXT", ptpFile(rest)));
    expect(second.counts["pairs"]).toBe(8);
    const other = workshop(ptp);
    const zip = other.file(
      "medicare-ncci-2026q3-practitioner-ptp-edits-ccipra-v322r0-f2.zip",
      zipped({ "ccipra-v322r0-f2.TXT": ptpFile(rest) }),
    );
    await other.add([zip, other.file("ccipra-v322r0-f1.TXT", ptpFile(ROWS))]);
    for (const { lookup } of [one.open(), other.open()]) {
      expect(lookup.pair("43239", "43235", day("2026-01-01"))?.indicator).toBe(1);
      expect(lookup.pair("13121", "13120", day("2026-01-01"))?.indicator).toBe(0);
    }
  });

  test("a later release replaces an earlier one, and an earlier one does not come back", async () => {
    const { file, add, open } = workshop(ptp);
    const changed = ROWS.map((row) => row.replace("20060401\t*", "20060401\t20260930"));
    await add(file("ccipra-v322r0-f1.TXT", ptpFile(ROWS)));
    const later = await add(file("ccipra-v323r0-f1.TXT", ptpFile(changed)));
    expect(later.changes).toMatchObject({ added: 0, removed: 0, changed: 1 });
    expect(open().coverage.at(-1)?.to).toBe(day("2026-12-31"));
    const old = await add(file("ccipra-v322r0-f1.TXT", ptpFile(ROWS)));
    expect(old.warnings.join()).toMatch(/2026Q3 is older than 2026Q4, which was kept/);
    expect(open().lookup.pair("29881", "29877", day("2026-10-01"))).toBeUndefined();
  });

  test.each([
    ["2026-09-30", true],
    ["2026-10-01", false],
  ])("a row without an end is known for the days of the release: %s %s", async (date, known) => {
    const { file, add, open } = workshop(ptp);
    await add(file("ccipra-v322r0-f1.TXT", ptpFile(ROWS)));
    expect(open().lookup.pair("13121", "13120", day(date)) !== undefined).toBe(known);
  });

  test("a part of a younger release does not displace a release that is whole", async () => {
    const { file, add, open } = workshop(ptp);
    const others = [2, 3, 4].map((part) =>
      file(`ccipra-v321r0-f${part}.TXT`, ptpFile([ptpRow(`4323${part}`, "43200", "20100101", "*", "1")])),
    );
    const whole = [file("ccipra-v321r0-f1.TXT", ptpFile(ROWS)), ...others];
    const excerpt = file("ccipra-v322r0-f1.TXT", ptpFile(ROWS.slice(0, 2)));
    const together = await add([...whole, excerpt]);
    expect(together.releases).toMatchObject([{ name: "2026Q2", rows: 10 }]);
    expect(together.warnings.join()).toMatch(/v322r0-f1\.TXT was left out: its release is not whole/);
    const later = await add(excerpt);
    expect(later.warnings.join()).toMatch(/2026Q3 is not whole: add all 4 parts.*2026Q2 was kept/);
    expect(open().lookup.pair("13121", "13120", day("2026-06-30"))?.indicator).toBe(0);
    expect(open().coverage.at(-1)?.to).toBe(day("2026-06-30"));
  });

  test("compares two files", () => {
    const without = slice("ccipra-v321r0-f1.TXT", ROWS.slice(1));
    expect(diff(without, slice())).toEqual({ added: 1, removed: 0, changed: 0 });
  });

  test.each([
    ["another column in the header", ptpFile(ROWS, PTP_HEAD.with(2, PTP_HEAD[2]!.replace("Effective", "Start"))), 3],
    ["a header that is one line shorter", ptpFile(ROWS, PTP_HEAD.toSpliced(3, 1)), 4],
    ["a date that is none", ptpFile(ROWS.with(1, ptpRow("0001A", "90473", "20220230", "*", "1"))), 8],
    ["an indicator that is none", ptpFile(ROWS.with(0, ptpRow("0001A", "0591T", "20220101", "*", "2"))), 7],
    ["a lower-case code", ptpFile(ROWS.with(0, ptpRow("0001a", "0591T", "20220101", "*", "1"))), 7],
    [
      "something else in the pre-1996 column",
      ptpFile(ROWS.with(2, ptpRow("13121", "13120", "19960101", "*", "9", "x"))),
      9,
    ],
    ["an eighth column", ptpFile([`${ROWS[0]!}\tmore`]), 7],
    ["a last row that is cut short", ptpFile(ROWS).slice(0, -8), 13],
    ["rows missing altogether", ptpFile([]), undefined],
    ["a header that is cut short", ptpFile([]).slice(0, 200), 4],
  ])("refuses %s and keeps what is installed", async (_, content, line) => {
    const { file, add, open } = workshop(ptp);
    await add(file("ccipra-v321r0-f1.TXT", ptpFile(ROWS)));
    const before = open().digest;
    const bad = file("ccipra-v322r0-f1.TXT", content);
    expect(await refusalOf(add(bad))).toMatch(new RegExp(`f1\\.TXT${line === undefined ? "" : `:${line}`}: `));
    expect(open().digest).toBe(before);
  });

  test("refuses a file that does not say for whom, and rows younger than its name", async () => {
    expect(await refusalOf(add(file("edits.txt", ptpFile(ROWS))))).toMatch(/does not say for whom/);
    const rows = [...ROWS, ptpRow("43239", "43235", "20261001", "*", "1")];
    expect(await refusalOf(add(slice("ccipra-v322r0-f2.TXT", rows)))).toMatch(
      /called 2026Q3 but has rows of 2026-10-01/,
    );
  });

  test("holds no text but CMS's rationales", async () => {
    await add(slice());
    expect(open().lookup.pair("17000", "17281", day("2001-01-01"))?.rationale).toBe(MISUSE);
  });
});

describe.skipIf(!REFERENCE_PRESENT)("the official files of 2024Q3", () => {
  test("all four parts: every row, and the pairs the domain notes quote", async () => {
    const { add, open } = workshop(ptp);
    const added = await add(official("ncci", /practitioner-ptp.*\.zip$/));
    expect(added.releases).toMatchObject([{ name: "2024Q3", rows: 2_546_017 }]);
    expect(added.warnings).toEqual([]);
    expect(added.bytes).toBeLessThan(25_000_000);
    const { lookup } = open();
    expect(lookup.pair("13121", "13120", day("2024-07-01"))?.indicator).toBe(0);
    expect(lookup.pair("29881", "29877", day("2024-07-01"))?.indicator).toBeDefined();
    expect(lookup.pair("17000", "17281", day("2024-07-01"))).toBeUndefined();
  });
});
