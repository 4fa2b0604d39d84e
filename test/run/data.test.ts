import { describe, expect, test } from "vitest";
import hcpcs from "../../src/datasets/hcpcs.ts";
import icd10cm from "../../src/datasets/icd10cm.ts";
import { check } from "../../src/index.ts";
import icd10NotBillable from "../../src/rules/line/icd10-not-billable.ts";
import icd10Unknown from "../../src/rules/line/icd10-unknown.ts";
import npiLuhn from "../../src/rules/value/npi-luhn.ts";
import { openDataSets } from "../../src/run/data.ts";
import { freshStore } from "../datasets/fresh-store.ts";
import { hcpcsText } from "../datasets/hcpcs-slice.ts";
import { orderFile } from "../datasets/icd10cm-slice.ts";

async function installed(): Promise<string> {
  const codes = freshStore(icd10cm);
  await codes.add(codes.file("icd10cm_order_2026.txt", orderFile([["E119", 1, "Type 2 diabetes mellitus"]])));
  return codes.store;
}

describe("the installed tables of a run", () => {
  test("those that the rules use, required or not, and no others", async () => {
    const store = await installed();
    expect([...openDataSets([icd10Unknown], store).data.keys()]).toEqual(["icd10cm"]);
    expect([...openDataSets([icd10NotBillable], store).data.keys()]).toEqual(["icd10cm"]);
    expect(openDataSets([npiLuhn], store)).toEqual({ data: new Map(), reports: [] });
    expect(openDataSets([icd10Unknown], `${store}/nowhere`)).toEqual({ data: new Map(), reports: [] });
  });

  test("say in the report what they are", async () => {
    expect(openDataSets([icd10Unknown], await installed()).reports).toEqual([
      {
        id: "icd10cm",
        release: "FY2026",
        from: "2025-10-01",
        to: "2026-09-30",
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  test("the library takes them from a folder", async () => {
    const data = await installed();
    const content =
      "claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge\nC1,1,2026-03-02,99213,E11.99,1,10.00\n";
    const run = check({ name: "a.csv", content }, { data, only: ["icd10-unknown"] });
    const found: string[] = [];
    for await (const { message } of run) found.push(message);
    expect(found).toEqual(["E11.99 does not exist in ICD-10-CM of FY2026; E11.9 is complete as it stands"]);
    expect((await run.result).data.map(({ id }) => id)).toEqual(["icd10cm"]);
  });

  test("one table does not stand for another", async () => {
    const { file, add, store } = freshStore(hcpcs);
    await add(file("HCPC2026_OCT.txt", hcpcsText([{ code: "A4206", added: "19840101" }])));
    expect(openDataSets([icd10Unknown], store).data.size).toBe(0);
  });
});
