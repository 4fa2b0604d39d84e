import { describe, expect, test } from "vitest";
import hospital from "../../src/datasets/ncci-ptp-hospital.ts";
import practitioner from "../../src/datasets/ncci-ptp-practitioner.ts";
import { day } from "../../src/model/dates.ts";
import { ptpFile, ptpRow } from "./ptp-slice.ts";
import { official, REFERENCE_PRESENT, refusalOf, workshop } from "./workshop.ts";

const ROWS = [ptpRow("29881", "29877", "20060401", "*", "1"), ptpRow("G0463", "36000", "20140101", "*", "1")];

describe("ncci-ptp-hospital", () => {
  test("takes the hospital's file, and the practitioners' table does not", async () => {
    const { file, add, open } = workshop(hospital);
    const path = file("ccioph-v322r0-f1.TXT", ptpFile(ROWS));
    await add(path);
    expect(open().lookup.pair("G0463", "36000", day("2026-07-01"))?.indicator).toBe(1);
    expect(open().coverage).toEqual([{ from: day("2000-08-01"), to: day("2026-09-30") }]);
    expect(await refusalOf(workshop(practitioner).add(path))).toMatch(/holds no reference file/);
  });

  test("does not take the practitioners' file", async () => {
    const { file, add } = workshop(hospital);
    expect(await refusalOf(add(file("ccipra-v322r0-f1.TXT", ptpFile(ROWS))))).toMatch(/holds no reference file/);
  });

  test("speaks of institutional lines only", () => {
    expect(hospital.concerns?.({ form: "institutional", procedure: undefined })).toBe(true);
    expect(hospital.concerns?.({ form: "professional", procedure: undefined })).toBe(false);
    expect(practitioner.concerns?.({ form: "institutional", procedure: undefined })).toBe(false);
  });
});

describe.skipIf(!REFERENCE_PRESENT)("the official files of 2024Q3", () => {
  test("all four parts: every row", async () => {
    const added = await workshop(hospital).add(official("ncci", /hospital-ptp.*\.zip$/));
    expect(added.releases).toMatchObject([{ name: "2024Q3", rows: 1_775_818 }]);
    expect(added.warnings).toEqual([]);
  });
});
