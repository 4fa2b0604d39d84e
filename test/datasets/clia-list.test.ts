import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import cliaList from "../../src/datasets/clia-list.ts";
import { day } from "../../src/model/dates.ts";
import { freshStore } from "./fresh-store.ts";
import { refusalOf, workbook } from "./workshop.ts";

const SECRET = "Descriptor not to be kept";
const SUBJECT = "2026 HCPCS codes subject to CLIA edits";
const on = day("2026-06-30");
const csv = (...rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(",")).join("\r\n");
const HEADER = ["HCPCS", "Mod", "Short Description"];

describe("clia-list", () => {
  test("lists of a year stand beside each other, in whatever order they come", async () => {
    const files = (make: (name: string, content: string | Uint8Array) => string): string[] => [
      make("a.xlsx", workbook([[SUBJECT], HEADER, ["80053", "", SECRET], ["87880", "QW", SECRET]])),
      make("b.csv", csv(["Codes excluded from CLIA edits effective January 1 2026"], HEADER, ["81050", "", SECRET])),
      make(
        "c.csv",
        csv(
          ["Tests granted waived status under CLIA CY 2026"],
          ["CPT Code", "Test"],
          ["87880QW", SECRET],
          ["87880QW", SECRET],
          ["81002", SECRET],
        ),
      ),
    ];
    const a = freshStore(cliaList);
    const added = await a.add(files(a.file));
    expect(added.releases.map(({ name, rows }) => `${name}: ${rows}`)).toEqual([
      "2026 excluded: 1",
      "2026 subject: 2",
      "2026 waived: 2",
    ]);
    const { lookup, coverage } = a.open();
    expect(coverage).toEqual([{ from: day("2026-01-01"), to: day("2026-12-31") }]);
    expect(["80053", "81050", "88305"].map((code) => lookup.needsCertificate(code, on))).toEqual([true, false, false]);
    expect(lookup.needsCertificate("80053", day("2027-01-01"))).toBeUndefined();
    expect(["87880", "81002", "80053"].map((code) => lookup.waived(code, on))).toEqual([
      "with QW",
      "as it stands",
      undefined,
    ]);
    const b = freshStore(cliaList);
    for (const path of files(b.file).reverse()) await b.add(path);
    expect(b.open().digest).toBe(a.open().digest);
    const bytes = readdirSync(a.store).map((name) => readFileSync(join(a.store, name), "latin1"));
    expect(bytes.join("")).toContain("2026 waived");
    expect(bytes.join("")).not.toContain(SECRET);
  });

  test("a file may say row by row which list a code is on", async () => {
    const { file, add, open } = freshStore(cliaList);
    await add(
      file(
        "clia-2026.csv",
        csv(["code", "CLIA list"], ["80053", "subject"], ["81050", "excluded"], ["87880QW", "waived"]),
      ),
    );
    const { lookup } = open();
    expect(lookup.needsCertificate("81050", on)).toBe(false);
    expect(lookup.needsCertificate("80053", on)).toBe(true);
    expect(lookup.waived("87880", on)).toBe("with QW");
  });

  test("without the list of subjects, what is not excluded stays open", async () => {
    const { file, add, open } = freshStore(cliaList);
    await add(file("b.csv", csv(["2026 codes not subject to CLIA edits"], HEADER, ["81050", "", ""])));
    expect(open().lookup.needsCertificate("80053", on)).toBeUndefined();
    expect(open().lookup.needsCertificate("81050", on)).toBe(false);
  });

  test.each([
    [
      "a row that names no list",
      csv(["CLIA 2026", ""], ["code", "list"], ["80053", "yes"]),
      /:3: does not say which list 80053 is on/,
    ],
    ["a code that lost its zero", csv([SUBJECT], HEADER, ["80053", "", ""], ["3", "U", ""]), /:4: "3" is not a code/],
    ["two lists in one", csv(["2026 codes subject to and excluded from CLIA"], HEADER, ["80053", "", ""]), /holds no/],
    ["a list that does not name CLIA", csv(["code", "list"], ["80053", "waived"]), /holds no reference file/],
    ["a list without a year", csv(["Codes subject to CLIA"], HEADER, ["80053", "", ""]), /of which year/],
  ])("refuses %s and keeps what is installed", async (_, content, message) => {
    const { file, add, open } = freshStore(cliaList);
    await add(file("2025.csv", csv([SUBJECT], HEADER, ["80053", "", ""])));
    const before = open().digest;
    expect(await refusalOf(add(file("list.csv", content)))).toMatch(message);
    expect(open().digest).toBe(before);
  });
});
