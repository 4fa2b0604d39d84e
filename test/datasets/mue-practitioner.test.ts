import { describe, expect, test } from "vitest";
import mue from "../../src/datasets/mue-practitioner.ts";
import { day } from "../../src/model/dates.ts";
import { MUE_HEADER, mueFile, mueRow } from "./mue-slice.ts";
import { official, REFERENCE_PRESENT, refusalOf, workshop, zipped } from "./workshop.ts";

const ROWS = [
  mueRow("0001U", "1", 2, "Code Descriptor / CPT Instruction"),
  mueRow("0010U", "2", 3),
  mueRow("82962", "3", 1, "Nature of Analyte"),
  mueRow("J1100", "120", 3),
  mueRow("99070", "0", 1, "CMS Policy"),
];
const JULY = "MCR_MUE_PractitionerServices_Eff_07-01-2026.csv";

describe("mue-practitioner", () => {
  test("gives value, indicator and rationale in the quarter of the file's name", async () => {
    const { file, add, open } = workshop(mue);
    const added = await add(file(JULY, mueFile(ROWS)));
    expect(added.releases).toMatchObject([{ name: "2026Q3", rows: 5, from: day("2026-07-01"), to: day("2026-09-30") }]);
    const { lookup } = open();
    expect(lookup.on("0001U", day("2026-07-01"))).toEqual({
      value: 1,
      mai: 2,
      rationale: "Code Descriptor / CPT Instruction",
    });
    expect(lookup.on("82962", day("2026-09-30"))).toMatchObject({ value: 3, mai: 1 });
    expect(lookup.on("J1100", day("2026-08-15"))).toMatchObject({ value: 120, mai: 3 });
    expect(lookup.on("99070", day("2026-08-15"))).toMatchObject({ value: 0 });
    expect(lookup.on("99999", day("2026-08-15"))).toBe("not published");
    expect(lookup.on("bad", day("2026-08-15"))).toBe("not published");
    expect(lookup.on("0001U", day("2026-06-30"))).toBe("not covered");
    expect(lookup.on("0001U", day("2026-10-01"))).toBe("not covered");
  });

  test("keeps every quarter, in whatever order they come, as text or zip, with either line end", async () => {
    const october = mueFile(ROWS.with(1, mueRow("0010U", "3", 3)), MUE_HEADER, "\r\n");
    const a = workshop(mue);
    await a.add(a.file(JULY, mueFile(ROWS)));
    const zip = zipped({ "MCR_MUE_PractitionerServices_Eff_10-01-2026.csv": october });
    const added = await a.add(a.file("medicare-ncci-2026q4-practitioner.zip", zip));
    expect(added.added).toEqual(["2026Q4"]);
    expect(a.open().coverage).toEqual([{ from: day("2026-07-01"), to: day("2026-12-31") }]);
    expect(a.open().lookup.on("0010U", day("2026-09-30"))).toMatchObject({ value: 2 });
    expect(a.open().lookup.on("0010U", day("2026-10-01"))).toMatchObject({ value: 3 });
    const b = workshop(mue);
    await b.add(b.file("MCR_MUE_PractitionerServices_Eff_10-01-2026.csv", october));
    await b.add(b.file(JULY, mueFile(ROWS)));
    expect(b.open().coverage).toEqual(a.open().coverage);
    expect(b.diff("mue-practitioner@2026Q3", "mue-practitioner@2026Q4")).toEqual({ added: 0, removed: 0, changed: 1 });
  });

  test("--release says the quarter where the name does not", async () => {
    const { file, add, open } = workshop(mue);
    const path = file("values.csv", mueFile(ROWS));
    expect(await refusalOf(add(path))).toMatch(/does not say which quarter/);
    await add(path, "2025Q2");
    expect(open().coverage).toEqual([{ from: day("2025-04-01"), to: day("2025-06-30") }]);
  });

  test.each([
    [
      "a changed header",
      mueFile(ROWS, MUE_HEADER.replace("MUE Rationale", "Reason")),
      /:7: the header has changed: column 4/,
    ],
    ["a value that is none", mueFile([mueRow("0001U", "one", 2)]), /:8: the MUE value of 0001U is "one"/],
    ["an unknown indicator", mueFile(["0001U,1,4 Other,Clinical"]), /:8: the MUE adjudication indicator/],
    ["a code that is none", mueFile([mueRow("1U", "1", 2)]), /:8: "1U" is not/],
    ["a code that stands twice", mueFile([...ROWS, ROWS[0]!]), /:13: 0001U stands twice/],
    ["a row that is cut short", mueFile(ROWS.slice(0, 4)).slice(0, -5), /:11: the file is cut short in its last row/],
    ["a row without its end", mueFile(ROWS.slice(0, 4)).slice(0, -24), /:11: the row of J1100 is cut short/],
    ["no rows", mueFile([]), /holds a header and no row/],
  ])("refuses %s", async (_, content, message) => {
    const { file, add, open } = workshop(mue);
    await add(file("MCR_MUE_PractitionerServices_Eff_04-01-2026.csv", mueFile(ROWS)));
    const before = open().digest;
    expect(await refusalOf(add(file(JULY, content)))).toMatch(message);
    expect(open().digest).toBe(before);
  });

  test("the other tables' files are not taken", async () => {
    const { file, add } = workshop(mue);
    const header = MUE_HEADER.replace("Practitioner Services", "Outpatient Hospital Services");
    expect(await refusalOf(add(file(JULY, mueFile(ROWS, header))))).toMatch(/holds no reference file/);
  });
});

describe.skipIf(!REFERENCE_PRESENT)("the official file of 2024Q3", () => {
  test("every row", async () => {
    const { add, open } = workshop(mue);
    const added = await add(official("ncci", /MUE_PractitionerServices\.zip$/));
    expect(added.releases).toMatchObject([{ name: "2024Q3", rows: 14_677 }]);
    expect(open().lookup.on("0001U", day("2024-07-01"))).toMatchObject({ value: 1, mai: 2 });
  });
});
