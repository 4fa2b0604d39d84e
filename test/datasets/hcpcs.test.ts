import { describe, expect, test } from "vitest";
import hcpcs from "../../src/datasets/hcpcs.ts";
import { day, formatDate } from "../../src/model/dates.ts";
import { freshStore } from "./fresh-store.ts";
import { csv, type HcpcsRecord, hcpcsSheet, hcpcsText, SHEET_HEADER } from "./hcpcs-slice.ts";
import { official, REFERENCE_PRESENT, refusalOf, workbook, zipped } from "./workshop.ts";

const RECORDS: readonly HcpcsRecord[] = [
  { code: "A1", title: "Dressing for one wound", added: "19950101" },
  { code: "ZZ", title: "A modifier that ended", added: "20100101", ended: "20241231" },
  {
    code: "A4206",
    title: "Syringe with needle, sterile, 1 cc or less, each, a title that does not fit into a single record",
    added: "19840101",
  },
  { code: "D0120", title: "a text that belongs to the ADA", added: "20000101" },
  { code: "G2012", title: "A brief service", added: "20190101", ended: "20241231", action: "D", references: ["98016"] },
  { code: "J0001", title: "A drug that is still to come", added: "20270101", action: "A" },
];

async function installed(content: string | Uint8Array = hcpcsText(RECORDS), name = "HCPC2026_OCT_ANWEB.txt") {
  const own = freshStore(hcpcs);
  await own.add(own.file(name, content));
  return { ...own, lookup: own.open().lookup };
}

const FORMS = [
  ["320 characters", hcpcsText(RECORDS), "HCPC2026_OCT_ANWEB.txt"],
  ["320 characters below a disclaimer", hcpcsText(RECORDS, "HCPCS 2026\r\n\r\nAll rights\r\n"), "HCPC2026_OCT.txt"],
  ["CSV", csv(hcpcsSheet(RECORDS)), "HCPC2026_OCT_ANWEB.csv"],
  ["XLSX", workbook(hcpcsSheet(RECORDS)), "HCPC2026_OCT_ANWEB.xlsx"],
  ["XLSX below a disclaimer", workbook([["HCPCS"], ["disclaimer"], ...hcpcsSheet(RECORDS)]), "HCPC2026_OCT.xlsx"],
  ["zip with both", zipped({ "HCPC2026_OCT_ANWEB.txt": hcpcsText(RECORDS) }), "october-2026.zip"],
] as const;

describe.each(FORMS)("hcpcs: %s", (_, content, name) => {
  test.each([
    ["A4206", "2026-11-01", "valid"],
    ["G2012", "2024-12-31", "valid"],
    ["G2012", "2025-01-01", "ended"],
    ["J0001", "2026-12-31", "early"],
    ["Q9999", "2026-10-01", "absent"],
    ["A4206", "2027-01-01", "not covered"],
    ["99213", "2026-10-01", "not covered"],
    ["D0120", "2026-10-01", "not covered"],
    ["a4206", "2026-10-01", "not covered"],
  ])("%s on %s: %s", async (code, date, expected) => {
    const { lookup } = await installed(content, name);
    expect(lookup.statusOn(code, day(date)).status).toBe(expected);
  });

  test.each([
    ["A1", "2026-10-01", "valid"],
    ["ZZ", "2024-12-31", "valid"],
    ["ZZ", "2025-01-01", "ended"],
    ["QQ", "2026-10-01", "absent"],
    // The AMA's and the anesthesia modifiers are not in the file.
    ["25", "2026-10-01", "not covered"],
    ["1P", "2026-10-01", "not covered"],
    ["P3", "2026-10-01", "not covered"],
  ])("modifier %s on %s: %s", async (modifier, date, expected) => {
    const { lookup } = await installed(content, name);
    expect(lookup.modifierOn(modifier, day(date)).status).toBe(expected);
  });

  test("titles, dates and what to use instead", async () => {
    const { lookup } = await installed(content, name);
    expect(lookup.title("A4206")).toBe(RECORDS[2]!.title);
    expect(lookup.title("D0120")).toBe("");
    expect(lookup.successors("G2012")).toEqual(["98016"]);
    const { from, to } = lookup.statusOn("G2012", day("2025-06-01"));
    expect([formatDate(from!), formatDate(to!)]).toEqual(["2019-01-01", "2024-12-31"]);
    expect(lookup.span("Q9999")).toBeUndefined();
  });
});

describe("hcpcs: releases", () => {
  test.each([
    ["HCPC2026_OCT_ANWEB.txt", "2026 OCT"],
    ["HCPC2026_JUL_ANWEB_v3.txt", "2026 JUL"],
    ["hcpcs_2025q3.txt", "2025 JUL"],
    ["HCPC2019_CONTR_ANWEB.txt", "2019 JAN"],
  ])("%s is %s", async (name, release) => {
    const own = freshStore(hcpcs);
    const { releases } = await own.add(own.file(name, hcpcsText(RECORDS)));
    expect(releases[0]!.name).toBe(release);
  });

  test("--release names the quarter", async () => {
    const own = freshStore(hcpcs);
    const path = own.file("file.txt", hcpcsText(RECORDS));
    expect((await own.add(path, "2025 APR")).releases[0]!.name).toBe("2025 APR");
    await expect(own.add(path, "winter")).rejects.toThrow(/--release winter is no HCPCS release/);
  });

  test("of the dates the newest release is believed: a code that CMS ended later", async () => {
    const own = freshStore(hcpcs);
    const early: HcpcsRecord[] = [
      { code: "G0001", added: "20100101" },
      { code: "G0002", added: "20100101" },
    ];
    const late: HcpcsRecord[] = [{ code: "G0001", added: "20100101", ended: "20260630" }, early[1]!];
    for (const paths of [
      [0, 1],
      [1, 0],
    ]) {
      const files = [own.file("HCPC2026_APR.txt", hcpcsText(early)), own.file("HCPC2026_JUL.txt", hcpcsText(late))];
      for (const index of paths) await own.add(files[index]!);
      const { lookup } = own.open();
      expect(lookup.statusOn("G0001", day("2026-06-30")).status).toBe("valid");
      expect(lookup.statusOn("G0001", day("2026-07-01")).status).toBe("ended");
      expect(lookup.statusOn("G0002", day("2026-07-01")).status).toBe("valid");
    }
  });

  test("a bare list proves that a code exists, not that it was in force, and knows no modifiers", async () => {
    const { lookup } = await installed("A4206\nG2012\nJ0001\n", "hcpcs_2026q3.txt");
    expect(lookup.statusOn("A4206", day("2026-07-01")).status).toBe("undated");
    expect(lookup.statusOn("Q9999", day("2026-07-01")).status).toBe("absent");
    expect(lookup.modifierOn("A1", day("2026-07-01")).status).toBe("not covered");
  });
});

describe("hcpcs: files that are refused", () => {
  const text = hcpcsText(RECORDS);
  test.each([
    ["a record cut short", `${text.slice(0, -120)}\r\n`, /:7: not a HCPCS record/],
    ["a date that is none", text.replace("20190101", "20191301"), /:6: the add date 20191301 is no date/],
    ["a code twice", `${text + text.split("\r\n")[2]!}\r\n`, /A4206 stands there twice/],
    ["a continuation without its start", text.replace(/A4206001003/, "A4207001003"), /continuation of A4206/],
  ])("%s", async (_, content, reason) => {
    const { file, add, open } = await installed();
    const { digest } = open();
    expect(await refusalOf(add(file("HCPC2026_JUL_ANWEB.txt", content)))).toMatch(reason);
    expect(open().digest).toBe(digest);
  });

  test("a sheet without a column that is needed", async () => {
    const own = freshStore(hcpcs);
    const header = SHEET_HEADER.map((name) => (name === "XREF3" ? "SEE" : name));
    const path = own.file("HCPC2026_OCT.csv", csv(hcpcsSheet(RECORDS, header)));
    expect(await refusalOf(own.add(path))).toMatch(
      /HCPC2026_OCT\.csv:1: the header has changed: there is no column XREF3/,
    );
  });
});

describe.skipIf(!REFERENCE_PRESENT)("hcpcs: the official files", () => {
  test("2019, as records and as a sheet, and the list of 2026", async () => {
    const own = freshStore(hcpcs);
    const added = await own.add(official("hcpcs", /2019-Alpha|level2/));
    expect(added.counts).toMatchObject({ codes: 8725, modifiers: 360 });
    const { lookup } = own.open();
    // Public dates: G2012 since 2019; K0901 ended 2016-12-31 is no longer kept; Q2040 ended 2018-12-31.
    expect(lookup.statusOn("G2012", day("2019-02-01")).status).toBe("valid");
    expect(lookup.statusOn("G2012", day("2018-12-31")).status).toBe("early");
    expect(lookup.statusOn("Q2040", day("2018-12-31")).status).toBe("valid");
    expect(lookup.statusOn("Q2040", day("2019-01-01")).status).toBe("ended");
    expect(lookup.statusOn("A0000", day("2019-02-01")).status).toBe("absent");
    expect(lookup.modifierOn("GT", day("2019-02-01")).status).toBe("valid");
    expect(lookup.title("A4206")).toMatch(/^Syringe with needle/);
  });
});
