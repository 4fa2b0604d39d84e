import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import cptList from "../../src/datasets/cpt-list.ts";
import { day } from "../../src/model/dates.ts";
import { feeCsv } from "./mpfs-slice.ts";
import { MUE_HEADER, mueFile, mueRow } from "./mue-slice.ts";
import { refusalOf, workshop } from "./workshop.ts";

const SECRET = "Text that is not ours";

describe("cpt-list", () => {
  test.each([
    ["a column of codes", "Code\n99213\n0001U\n"],
    [
      "CRLF, quotes and descriptions",
      `"CPT Code","Long Description"\r\n"99213","${SECRET}, established"\r\n"0001U",""\r\n`,
    ],
    ["tabs", `Concept Id\tCPT Code\tShort\n1\t99213\t${SECRET}\n2\t0001U\t\n`],
    ["semicolons", "cpt;status\n99213;A\n0001U;A\n"],
  ])("reads %s", async (_, content) => {
    const { file, add, open } = workshop(cptList);
    const path = file("cpt-2026.csv", content);
    const added = await add(path);
    expect(added).toMatchObject({ counts: { codes: 2 }, releases: [{ name: "2026" }] });
    const { lookup, coverage } = open();
    expect(coverage).toEqual([{ from: day("2026-01-01"), to: day("2026-12-31") }]);
    expect(lookup.has("99213", day("2026-01-01"))).toBe(true);
    expect(lookup.has("0001U", day("2026-12-31"))).toBe(true);
    expect(lookup.has("99216", day("2026-06-01"))).toBe(false);
    expect(lookup.has("99213", day("2027-01-01"))).toBe(false);
    expect(lookup.covers(day("2025-12-31"))).toBe(false);
    const store = join(dirname(path), "store");
    const stored = readdirSync(store).map((name) => readFileSync(join(store, name), "latin1"));
    expect(stored.join("")).not.toContain(SECRET);
  });

  test("dates in any of three forms bound a code; several rows of a code add up", async () => {
    const { file, add, open } = workshop(cptList);
    const rows = ["99441,,2024-12-31", "98016,20250101,", "0001A,01/01/2024,1/31/2024", "0001A,2024-06-01,", "99213,,"];
    await add(file("list.csv", `code,effective date,end\n${rows.join("\n")}\n`), "2024");
    const { lookup } = open();
    const on = (code: string, date: string) => lookup.has(code, day(date));
    expect([on("99441", "2024-12-31"), on("98016", "2024-12-31")]).toEqual([true, false]);
    expect(["2024-01-31", "2024-02-01", "2024-05-31", "2024-06-01"].map((date) => on("0001A", date))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  test("years stand beside each other", async () => {
    const { file, add, open, diff } = workshop(cptList);
    await add([file("cpt-2026.csv", "code\n99213\n98016\n"), file("cpt-2024.csv", "code\n99213\n99441\n")]);
    expect(open().coverage).toHaveLength(2);
    expect(open().lookup.has("99441", day("2024-05-05"))).toBe(true);
    expect(open().lookup.has("99441", day("2026-05-05"))).toBe(false);
    expect(diff("cpt-list@2024", "cpt-list@2026")).toEqual({ added: 1, removed: 1, changed: 0 });
  });

  test.each([
    ["a code that lost its zero", "code\n99213\n100\n", /:3: "100" is not a code/],
    ["a date that is none", "code,from\n99213,2026-02-30\n", /:2: "2026-02-30" is not a date/],
    ["an end before the start", "code,from,to\n99213,2026-02-02,2026-02-01\n", /:2: 99213 ends before/],
  ])("refuses %s and keeps what is installed", async (_, content, message) => {
    const { file, add, open } = workshop(cptList);
    await add(file("cpt-2025.csv", "code\n99213\n"));
    const before = open().digest;
    expect(await refusalOf(add(file("cpt-2026.csv", content)))).toMatch(message);
    expect(open().digest).toBe(before);
  });

  test("asks for the year", async () => {
    const { file, add } = workshop(cptList);
    expect(await refusalOf(add(file("list.csv", "code\n99213\n")))).toMatch(/of which year/);
  });

  test.each([
    ["claims", "claim_id,patient_id,procedure_code,units\nC-1,P-1,99213,1\n"],
    ["a fee schedule", feeCsv([])],
    ["unit maxima", mueFile([mueRow("99213", "1", 2)], MUE_HEADER)],
    ["diagnoses", "code\nE119\n"],
  ])("does not take %s for a list", async (_, content) => {
    const { file, add } = workshop(cptList);
    expect(await refusalOf(add(file("cpt-2026.csv", content)))).toMatch(/holds no reference file/);
  });
});
