import { describe, expect, test } from "vitest";
import mue from "../../src/datasets/mue-hospital.ts";
import { day } from "../../src/model/dates.ts";
import { MUE_HEADER, mueFile, mueRow } from "./mue-slice.ts";
import { official, REFERENCE_PRESENT, workshop } from "./workshop.ts";

describe("mue-hospital", () => {
  test("is told by its header and speaks of institutional lines", async () => {
    const { file, add, open } = workshop(mue);
    const header = MUE_HEADER.replace("Practitioner Services", "Outpatient Hospital Services");
    const name = "MCR_MUE_OutpatientHospitalServices_Eff_07-01-2026.csv";
    await add(file(name, mueFile([mueRow("G0463", "1", 2)], header)));
    expect(open().lookup.on("G0463", day("2026-07-01"))).toMatchObject({ value: 1, mai: 2 });
    expect(mue.concerns?.({ form: "institutional", procedure: undefined })).toBe(true);
    expect(mue.concerns?.({ form: "professional", procedure: undefined })).toBe(false);
  });
});

describe.skipIf(!REFERENCE_PRESENT)("the official file of 2024Q3", () => {
  test("every row", async () => {
    const added = await workshop(mue).add(official("ncci", /MUE_OutpatientHospitalServices\.zip$/));
    expect(added.releases).toMatchObject([{ name: "2024Q3", rows: 14_628 }]);
  });
});
