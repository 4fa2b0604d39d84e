import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import therapyList from "../../src/datasets/therapy-list.ts";
import { day } from "../../src/model/dates.ts";
import { freshStore } from "./fresh-store.ts";
import { refusalOf, workbook } from "./workshop.ts";

const SECRET = "Descriptor not to be kept";
const TITLE = "CY 2026 Therapy Code List and Dispositions";
const HEADER = ["HCPCS Code", "Short Descriptor", "Disposition"];
const ROWS = [
  ["97110", SECRET, "Always therapy"],
  ["97597", SECRET, "Sometimes therapy"],
  ["0791T", SECRET, "always"],
  ["97762", SECRET, "Deleted"],
];
const csv = (...rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(",")).join("\r\n");

describe("therapy-list", () => {
  test.each([
    ["the workbook", "list.xlsx", workbook([[TITLE], HEADER, ...ROWS])],
    ["a CSV", "list.csv", csv([TITLE], HEADER, ...ROWS)],
    ["a CSV without a title", "therapy-2026.csv", csv(HEADER, ...ROWS)],
  ])("reads %s", async (_, name, content) => {
    const { file, add, open, store } = freshStore(therapyList);
    expect(await add(file(name, content))).toMatchObject({ releases: [{ name: "2026", rows: 3 }] });
    const { lookup } = open();
    const on = (code: string, date = "2026-01-01") => lookup.isAlways(code, day(date));
    expect(["97110", "0791T", "97597", "97762", "99213"].map((code) => on(code))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([on("97110", "2026-12-31"), on("97110", "2025-12-31"), on("97110", "2027-01-01")]).toEqual([
      true,
      undefined,
      undefined,
    ]);
    const bytes = readdirSync(store).map((each) => readFileSync(join(store, each), "latin1"));
    expect(bytes.join("")).toContain("therapy-list");
    expect(bytes.join("")).not.toContain(SECRET);
  });

  test.each([
    ["a disposition it does not know", csv([TITLE], HEADER, ["97110", "", "7"]), /:3: the disposition of 97110 says/],
    ["both in one", csv([TITLE], HEADER, ["97110", "", "always/sometimes"]), /:3: the disposition of 97110 says/],
    ["a code that lost its zero", csv([TITLE], HEADER, ["791T", "", "always"]), /:3: "791T" is not a code/],
    ["a table without dispositions", csv([TITLE], ["HCPCS", "Text"], ["97110", ""]), /holds no reference file/],
  ])("refuses %s and keeps what is installed", async (_, content, message) => {
    const { file, add, open } = freshStore(therapyList);
    await add(file("2025.csv", csv([TITLE], HEADER, ...ROWS)));
    const before = open().digest;
    expect(await refusalOf(add(file("list-2026.csv", content)))).toMatch(message);
    expect(open().digest).toBe(before);
  });
});
