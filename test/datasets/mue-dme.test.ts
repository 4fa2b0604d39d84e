import { describe, expect, test } from "vitest";
import { parseProcedure } from "../../src/codes/procedure.ts";
import mue from "../../src/datasets/mue-dme.ts";
import practitioner from "../../src/datasets/mue-practitioner.ts";
import { day } from "../../src/model/dates.ts";
import { MUE_HEADER, mueFile, mueRow } from "./mue-slice.ts";
import { official, REFERENCE_PRESENT, workshop } from "./workshop.ts";

const line = (form: "professional" | "institutional", code: string) => ({
  form,
  procedure: { ...parseProcedure(code), privacy: "none" as const, blank: false },
});

describe("mue-dme", () => {
  test("is told by its header", async () => {
    const { file, add, open } = workshop(mue);
    const header = MUE_HEADER.replace("Practitioner Services", "DME Supplier Services");
    await add(file("MCR_MUE_DMESupplierServices_Eff_07-01-2026.csv", mueFile([mueRow("E0143", "1", 2)], header)));
    expect(open().lookup.on("E0143", day("2026-07-01"))).toMatchObject({ value: 1, mai: 2 });
  });

  test.each([
    ["professional", "E0143", true],
    ["professional", "A4253", true],
    ["professional", "99213", false],
    ["professional", "J1100", false],
    ["institutional", "E0143", false],
  ] as const)("%s line of %s: its business is %s", (form, code, expected) => {
    expect(mue.concerns?.(line(form, code))).toBe(expected);
  });

  test.each(["99213", "E0143", "J1100"])("a professional line of %s is the business of one table", (code) => {
    expect(mue.concerns?.(line("professional", code))).not.toBe(practitioner.concerns?.(line("professional", code)));
  });
});

describe.skipIf(!REFERENCE_PRESENT)("the official file of 2024Q3", () => {
  test("every row", async () => {
    const added = await workshop(mue).add(official("ncci", /MUE_DMESupplierServices\.zip$/));
    expect(added.releases).toMatchObject([{ name: "2024Q3", rows: 2928 }]);
  });
});
