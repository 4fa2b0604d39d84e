import { describe, expect, test } from "vitest";
import icd10cm from "../../src/datasets/icd10cm.ts";
import { day, formatDate } from "../../src/model/dates.ts";
import { freshStore } from "./fresh-store.ts";
import { codesFile, type OrderRow, orderFile, wholeEdition } from "./icd10cm-slice.ts";
import { refusalOf, workbook, zipped } from "./workshop.ts";

/** Low back pain was billable until FY2021; on 2021-10-01 it became a header over three codes. */
const FY2021: OrderRow[] = [
  ["H25", 0, "Age-related cataract"],
  ["H251", 0, "Age-related nuclear cataract"],
  ["H2510", 1, "Age-related nuclear cataract, unspecified eye"],
  ["H2511", 1, "Age-related nuclear cataract, right eye"],
  ["H2512", 1, "Age-related nuclear cataract, left eye"],
  ["H2513", 1, "Age-related nuclear cataract, bilateral"],
  ["I501", 1, "Left ventricular failure, unspecified"],
  ["M545", 1, "Low back pain"],
  ["R059", 1, "A code that is taken away"],
];
const FY2022: OrderRow[] = [
  ...FY2021.filter(([code]) => code !== "M545" && code !== "R059"),
  ["M545", 0, "Low back pain"],
  ["M5450", 1, "Low back pain, unspecified"],
  ["M5451", 1, "Vertebrogenic low back pain"],
  ["M5459", 1, "Other low back pain"],
];

/** A store of its own with the two editions, or with none. */
async function installed(...editions: readonly ("older" | "newer")[]) {
  const own = freshStore(icd10cm);
  const older = own.file("icd10cm-order-Jan-2021.txt", orderFile(FY2021));
  const newer = own.file("icd10cm_order_2022.txt", orderFile(FY2022));
  const paths = editions.map((each) => (each === "older" ? older : newer));
  if (paths.length > 0) await own.add(paths);
  return { ...own, older, newer };
}

describe("icd10cm: status by date", () => {
  test.each([
    ["M545", "2020-12-31", "not covered"],
    ["M545", "2021-01-01", "billable 2021-01-01 to 2021-09-30"],
    ["M545", "2021-09-30", "billable 2021-01-01 to 2021-09-30"],
    ["M545", "2021-10-01", "header 2021-10-01 to 2022-03-31"],
    ["M545", "2022-03-31", "header 2021-10-01 to 2022-03-31"],
    ["M545", "2022-04-01", "not covered"],
    ["M5450", "2021-09-30", "absent 2021-01-01 to 2021-09-30"],
    ["M5450", "2021-10-01", "billable 2021-10-01 to 2022-03-31"],
    ["R059", "2021-09-30", "billable 2021-01-01 to 2021-09-30"],
    ["R059", "2021-10-01", "absent 2021-10-01 to 2022-03-31"],
    ["H25", "2021-10-01", "header 2021-01-01 to 2022-03-31"],
    ["H2511", "2021-10-01", "billable 2021-01-01 to 2022-03-31"],
    ["Z999", "2021-10-01", "absent 2021-01-01 to 2022-03-31"],
    ["", "2021-10-01", "absent 2021-01-01 to 2022-03-31"],
    ["H25119999", "2021-10-01", "absent 2021-01-01 to 2022-03-31"],
    ["h2511", "2021-10-01", "absent 2021-01-01 to 2022-03-31"],
  ])("%s on %s: %s", async (code, date, expected) => {
    const { open } = await installed("older", "newer");
    const { status, from, to } = open().lookup.statusOn(code, day(date));
    expect(from === undefined ? status : `${status} ${formatDate(from)} to ${formatDate(to)}`).toBe(expected);
  });

  test("a status that began before the table did is not said to begin with it", async () => {
    const { open } = await installed("older", "newer");
    const [first, second] = open().lookup.spans("M545");
    expect(first).toMatchObject({ status: "billable", fromKnown: false, toKnown: true });
    expect(second).toMatchObject({ status: "header", fromKnown: true, toKnown: false });
  });

  test("children, titles and what took a code's place", async () => {
    const { open } = await installed("older", "newer");
    const { lookup } = open();
    expect(lookup.children("M545", day("2021-10-01"))).toEqual(["M5450", "M5451", "M5459"]);
    expect(lookup.children("M545", day("2021-09-30"))).toEqual([]);
    expect(lookup.children("H25", day("2021-09-30"))).toEqual(["H2510", "H2511", "H2512", "H2513"]);
    expect(lookup.title("M545")).toBe("Low back pain");
    expect(lookup.title("Z999")).toBeUndefined();
    expect(lookup.successors("M545").map(({ code }) => code)).toEqual(["M5450", "M5451", "M5459"]);
    expect(lookup.successors("M5450")).toEqual([]);
  });

  test.each([
    ["H2511", "right"],
    ["H2512", "left"],
    ["H2513", "bilateral"],
    ["H2510", "unspecified"],
    ["H25", undefined],
    // Its heart has a left ventricle; the title has no counterpart with `right`.
    ["I501", undefined],
    ["Z999", undefined],
  ])("side of %s: %s", async (code, side) => {
    const { open } = await installed("older", "newer");
    expect(open().lookup.sideOf(code)).toBe(side);
  });

  test("the word unspecified", async () => {
    const { open } = await installed("newer");
    expect(open().lookup.isUnspecified("M5450")).toBe(true);
    expect(open().lookup.isUnspecified("M5451")).toBe(false);
  });
});

describe("icd10cm: editions", () => {
  test.each([
    ["icd10cm_order_2025.txt", "FY2025", "2024-10-01", "2025-09-30"],
    ["icd10cm-order-2025.txt", "FY2025", "2024-10-01", "2025-09-30"],
    ["icd10cm-order-April-2025.txt", "FY2025 April", "2025-04-01", "2025-09-30"],
    ["icd10cm-order-April-1-2025.txt", "FY2025 April", "2025-04-01", "2025-09-30"],
    ["icd10cm-order- April 1 2023.txt", "FY2023 April", "2023-04-01", "2023-09-30"],
    ["icd10cm-order-Jan-2021.txt", "FY2021 January", "2021-01-01", "2021-09-30"],
    // The update of April changed codes and is not here: the days after it are not covered.
    ["icd10cm-order-2023.txt", "FY2023", "2022-10-01", "2023-03-31"],
    ["icd10cm_order_2020.txt", "FY2020", "2019-10-01", "2020-03-31"],
  ])("%s is %s", async (name, release, from, to) => {
    const { file, add } = await installed();
    const added = await add(file(name, orderFile(FY2022)));
    expect(added.releases.map((each) => each.name)).toContain(release);
    const found = added.releases.find((each) => each.name === release)!;
    expect([formatDate(found.from), formatDate(found.to)]).toEqual([from, to]);
  });

  test("the edition is told by --release where the name does not say it", async () => {
    const { file, add } = await installed();
    const path = file("codes.txt", orderFile(FY2022));
    expect(await refusalOf(add(path))).toMatch(/^codes\.txt: .*does not say its fiscal year/);
    expect((await add(path, "FY2024 April")).releases.map(({ name }) => name)).toContain("FY2024 April");
    await expect(add(path, "spring")).rejects.toThrow(/--release spring is no ICD-10-CM edition/);
  });

  test("an update within the year takes over on its day, in whatever order the files come", async () => {
    const { file } = await installed();
    const base = file("icd10cm-order-2025.txt", orderFile(FY2021));
    const april = file("icd10cm-order-April-2025.txt", orderFile(FY2022));
    for (const paths of [[base, april], [april, base], [april], [base]]) {
      const { add, open } = await installed();
      await add(paths);
      const before = open().lookup.statusOn("M5450", day("2025-03-31")).status;
      expect(before).toBe(paths.includes(base) ? "absent" : "not covered");
      const after = open().lookup.statusOn("M5450", day("2025-04-01")).status;
      expect(after).toBe(paths.includes(april) ? "billable" : "absent");
    }
  });

  test("the same files give the same bytes in whatever order they were added", async () => {
    const { file, older, newer } = await installed();
    const paths = [older, newer, file("icd10cm-order-2024.txt", orderFile(FY2022))];
    const digests = new Set<string>();
    for (const order of [paths, [...paths].reverse(), [paths[1]!, paths[0]!, paths[2]!]]) {
      const { add, open } = await installed();
      for (const path of order) await add(path);
      digests.add(open().digest);
    }
    expect(digests.size).toBe(1);
  });

  test("a zip with the order file, the codes file and documents", async () => {
    const { file, add } = await installed();
    const zip = file(
      "2025 Code Descriptions.zip",
      zipped({
        "Code Descriptions/icd10cm-order-2025.txt": orderFile(FY2022),
        "Code Descriptions/icd10cm-codes-2025.txt": codesFile(FY2022),
        "Code Descriptions/read me.pdf": "%PDF-1.4",
      }),
    );
    expect((await add(zip)).counts).toMatchObject({ codes: FY2022.length });
  });

  test("the codes file alone: what a code begins with is a header", async () => {
    const rows: OrderRow[] = [
      ["A000", 1, "Cholera one"],
      ["A001", 1, "Cholera two"],
    ];
    const { file, add, open } = await installed();
    await add(file("icd10cm-codes-2025.txt", codesFile(rows)));
    expect(open().lookup.statusOn("A00", day("2025-01-01")).status).toBe("header");
    expect(open().lookup.statusOn("A001", day("2025-01-01")).status).toBe("billable");
  });

  test("the conversion table says what replaced a deleted code", async () => {
    const { file, add, open, older, newer } = await installed();
    const table = file(
      "conversion.xlsx",
      workbook([
        ["Current code assignment", "Effective", "Previous code(s) assignment"],
        ["R05.1", "2021", "R05.9"],
        // A date within the year comes as the spreadsheet's serial.
        ["R05.2", "44652", "R05.9"],
        ["H25.13", "2021", "H25.10-H25.12"],
      ]),
    );
    for (const path of [older, newer, table]) await add(path);
    expect(open().lookup.successors("R059")).toEqual([{ code: "R051", from: day("2021-10-01") }]);
    expect(open().lookup.successors("H2511")).toEqual([]);
  });

  test("diff of two releases", async () => {
    const { diff, older, newer } = await installed("older", "newer");
    expect(diff("icd10cm@FY2021 January", "icd10cm@FY2022")).toMatchObject({ added: 3, removed: 1, changed: 1 });
    expect(diff(older, newer)).toMatchObject({ added: 3, removed: 1, changed: 1 });
  });
});

describe("icd10cm: files that are refused", () => {
  const line = orderFile([["A000", 1, "Cholera"]]);
  test.each([
    ["a line that is no order line", `${line}00002 A001 1 too short\r\n`, /:2: not a line of an ICD-10-CM order file/],
    ["a flag that is neither 0 nor 1", line + line.replace("00001 A000    1", "00002 A001    7"), /:2: not a line/],
    ["a code twice", line + line.replace("00001", "00002"), /:2: the code A000 stands here for the second time/],
    ["numbers that go back", line + line.replace("A000", "A001"), /:2: not a line/],
    ["a web page", "<!DOCTYPE html><html></html>", /is a web page, not a reference file/],
    ["nothing", "", /the file is empty/],
  ])("%s", async (_, content, reason) => {
    const { file, add, open } = await installed("newer");
    const before = open().digest;
    expect(await refusalOf(add(file("icd10cm-order-2026.txt", content)))).toMatch(reason);
    expect(open().digest).toBe(before);
  });

  test.each([
    ["its last line has no end", (text: string) => text.slice(0, -40), /cut short|not a line/],
    ["a line is missing in the middle", (text: string) => text.replace(/00600 [^\n]*\n/, ""), /lines are missing/],
    ["it ends inside a line's start", (text: string) => text.slice(0, -150), /:1200: not a line/],
  ])("a whole edition that was cut: %s", async (_, cut, reason) => {
    const text = orderFile(wholeEdition(), "\n");
    const { file, add } = await installed();
    expect(await refusalOf(add(file("icd10cm-order-2019.txt", cut(text))))).toMatch(reason);
  });

  test("an edition that is known, with another number of codes", async () => {
    const { file, add } = await installed();
    const path = file("icd10cm-order-2026.txt", orderFile(wholeEdition()));
    expect(await refusalOf(add(path))).toMatch(/FY2026 has 74719 billable codes, this file 1200/);
  });

  test.each([
    ["leaves a code out", ["A000"], /A001 of the order file is missing here/],
    ["has one more", ["A000", "A001", "A009"], /icd10cm-codes-2025\.txt:3: .*A009 is not billable in the order file/],
  ])("a codes file that contradicts the order file beside it: %s", async (_, codes, reason) => {
    const { file, add } = await installed();
    const rows: OrderRow[] = [
      ["A00", 0, "Cholera"],
      ["A000", 1, "Cholera one"],
      ["A001", 1, "Cholera two"],
    ];
    const zip = file(
      "2025.zip",
      zipped({
        "icd10cm-order-2025.txt": orderFile(rows),
        "icd10cm-codes-2025.txt": codesFile(codes.map((code): OrderRow => [code, 1, "Cholera"])),
      }),
    );
    expect(await refusalOf(add(zip))).toMatch(reason);
  });

  test("an excerpt beside whole editions, which would make all other codes unknown", async () => {
    const { file, add, open } = await installed();
    await add(file("icd10cm-order-2019.txt", orderFile(wholeEdition())));
    const excerpt = file("icd10cm-order-2018.txt", orderFile(FY2021));
    expect(await refusalOf(add(excerpt))).toMatch(/an excerpt of 9 codes for FY2018/);
    expect(open().lookup.statusOn("B0000", day("2018-10-01")).status).toBe("billable");
  });
});
