import { describe, expect, test } from "vitest";
import { tableRows } from "../../src/cli/row-tables.ts";
import type { DataSet, InstalledData } from "../../src/contract/dataset.ts";
import { exampleCsv } from "../../src/contract/example.ts";
import { readLines, SharedValues } from "../../src/input/read-lines.ts";
import type { ClaimLine } from "../../src/model/claim.ts";
import { day } from "../../src/model/dates.ts";
import { DATA_SETS } from "../../src/registry/data-sets.ts";
import { asInput } from "../input/reading.ts";

const COVERS = { from: day("2026-01-01"), to: day("2026-12-31") };

/** The lookup of a data set over an example's rows. */
function installed(rows: Readonly<Record<string, unknown>>): ReadonlyMap<string, InstalledData> {
  return new Map(
    Object.entries(rows).map(([id, example]) => {
      const dataSet = DATA_SETS.find((each) => each.id === id) as DataSet<unknown>;
      return [id, { id, lookup: dataSet.fromExample(example), coverage: [COVERS] }];
    }),
  );
}

async function says(
  rows: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, string>>,
  ...others: Readonly<Record<string, string>>[]
): Promise<string[]> {
  const lines = [own, ...others];
  const read = {
    map: [],
    dateFormat: undefined,
    form: undefined,
    payer: undefined,
    payers: new Map(),
    asOf: COVERS.to,
  };
  const file = await readLines(0, asInput(exampleCsv(lines)), read, new SharedValues());
  const [line, ...rest] = lines.map((_, i): ClaimLine => file.line(i + 1));
  return tableRows(line!, rest, installed(rows)).flatMap((each) => [each.id, ...each.says]);
}

describe("what the tables say of a line", () => {
  test("a pair with its indicator and dates, whichever code stands first, and the row of the other line", async () => {
    const rows = { "ncci-ptp-practitioner": [["20610", "99213", 1]] };
    const expected = /^column 1 20610, column 2 99213 \(row 2\): indicator 1, both paid with .*; \d{4}-\d\d-\d\d on; /;
    const [id, text] = await says(rows, { procedure_code: "20610" }, { procedure_code: "99213" });
    expect(id).toBe("ncci-ptp-practitioner");
    expect(text).toMatch(expected);
    expect((await says(rows, { procedure_code: "99213" }, { procedure_code: "20610" }))[1]).toMatch(expected);
  });

  test("codes without an edit, and a line without company", async () => {
    const rows = { "ncci-ptp-practitioner": [["20610", "99213", 1]] };
    expect(await says(rows, { procedure_code: "20610" }, { procedure_code: "99214" })).toEqual([
      "ncci-ptp-practitioner",
      "20610 and 99214 (row 2): no edit",
    ]);
    expect(await says(rows, { procedure_code: "20610" })).toEqual([]);
  });

  test("practitioners' tables say nothing of a hospital's line, and the other way round", async () => {
    const rows = { "mue-practitioner": { "20610": [2, 3] }, "mue-hospital": { "20610": [4, 2] } };
    expect(await says(rows, { procedure_code: "20610" })).toEqual([
      "mue-practitioner",
      expect.stringMatching(/^20610: at most 2, MAI 3 \(for the day, may be appealed\); /),
    ]);
    expect(await says(rows, { procedure_code: "20610", type_of_bill: "131", revenue_code: "0510" })).toEqual([
      "mue-hospital",
      expect.stringMatching(/^20610: at most 4, MAI 2 \(for the day, absolute\); /),
    ]);
  });

  test("a code without a published maximum is not one without a maximum", async () => {
    expect(await says({ "mue-practitioner": { "20610": [2, 3] } }, { procedure_code: "20611" })).toEqual([
      "mue-practitioner",
      "20611: no value is published (there may be a confidential one)",
    ]);
  });

  test("nothing without a date of service, nothing of a broken procedure", async () => {
    const rows = { "mue-practitioner": { "20610": [2, 3] } };
    expect(await says(rows, { procedure_code: "20610", service_from: "" })).toEqual([]);
    expect(await says(rows, { procedure_code: "2061" })).toEqual([]);
  });
});
