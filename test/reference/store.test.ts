import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TableDraft } from "../../src/contract/dataset.ts";
import icd10cm from "../../src/datasets/icd10cm.ts";
import { day } from "../../src/model/dates.ts";
import { openData } from "../../src/reference/open.ts";
import { addPaths, checkStore, diffData, listData, removeData } from "../../src/reference/operations.ts";
import { readStored, removeStored, replaceStored, storedIds, storeFolder } from "../../src/reference/store.ts";
import { decodeTable, encodeTable } from "../../src/reference/table-file.ts";
import { orderFile } from "../datasets/icd10cm-slice.ts";

let store = "";
beforeEach(() => {
  store = mkdtempSync(join(tmpdir(), "claimlint-store-"));
});
afterEach(() => rmSync(store, { recursive: true, force: true }));

const IDENTITY = { id: "made-up", title: "Made up", publisher: "nobody", licence: "none", version: 1 };

function draft(value: number): TableDraft {
  return {
    releases: [{ name: "one", from: 0, to: 9, rows: 3, sources: [] }],
    coverage: [{ from: 0, to: 9 }],
    counts: { rows: 3 },
    warnings: [],
    meta: { value },
    sections: {
      bytes: Uint8Array.of(1, 2, value),
      shorts: Uint16Array.of(1, 65_535, value),
      words: Uint32Array.of(4_000_000_000, value),
      days: Int32Array.of(-1, value),
      reals: Float64Array.of(0.5),
    },
  };
}

const encoded = (value = 3): Uint8Array => encodeTable(IDENTITY, draft(value));
const digest = (id = "made-up"): string | undefined => readStored(store, id)?.table.manifest.digest;

describe("the compiled table", () => {
  test("comes back as it went in, as views over one buffer", () => {
    const table = decodeTable(encoded().buffer, "here");
    expect([...table.u8("bytes")]).toEqual([1, 2, 3]);
    expect([...table.u16("shorts")]).toEqual([1, 65_535, 3]);
    expect([...table.u32("words")]).toEqual([4_000_000_000, 3]);
    expect([...table.i32("days")]).toEqual([-1, 3]);
    expect([...table.f64("reals")]).toEqual([0.5]);
    expect(table.meta).toEqual({ value: 3 });
    expect(table.u8("bytes").buffer).toBe(table.i32("days").buffer);
  });

  test("the same draft gives the same bytes", () => {
    expect(Buffer.from(encoded()).equals(encoded())).toBe(true);
  });

  test("a section that is not there, or of another type, throws", () => {
    const table = decodeTable(encoded().buffer, "here");
    expect(() => table.u8("nothing")).toThrow(/no section nothing/);
    expect(() => table.u16("bytes")).toThrow(/of type u16/);
  });

  test.each([
    ["empty", (file: Uint8Array) => file.slice(0, 0), /it is no table/],
    ["another file", () => new TextEncoder().encode("claim_id,line_number\n".repeat(10)), /it is no table/],
    ["cut in the sections", (file: Uint8Array) => file.slice(0, -8), /it is cut short/],
    ["cut in the manifest", (file: Uint8Array) => file.slice(0, 100), /its manifest is damaged/],
    ["longer than it was", (file: Uint8Array) => Uint8Array.of(...file, 0), /it is cut short/],
    ["a changed manifest", (file: Uint8Array) => file.with(60, 0), /its manifest is damaged/],
  ])("refuses a file that is %s", (_, harm, reason) => {
    const file = harm(encoded());
    const copy = new ArrayBuffer(file.length);
    new Uint8Array(copy).set(file);
    expect(() => decodeTable(copy, "here")).toThrow(reason);
  });
});

describe("the store", () => {
  test.each([
    [{ data: "/d" }, "/d"],
    [{ env: { CLAIMLINT_DATA: "/e" } }, "/e"],
    [{ data: "/d", env: { CLAIMLINT_DATA: "/e" } }, "/d"],
    [{ env: { XDG_DATA_HOME: "/x" } }, "/x/claimlint"],
    [{ env: { XDG_DATA_HOME: "relative" } }, "/home/me/.local/share/claimlint"],
    [{}, "/home/me/.local/share/claimlint"],
    [{ windows: true, env: { LOCALAPPDATA: "/app" } }, "/app/claimlint"],
  ])("%o lies in %s", (place, folder) => {
    expect(storeFolder({ env: {}, home: "/home/me", windows: false, ...place })).toBe(folder);
  });

  test("a table is put in the place of the one that was seen, and of no other", async () => {
    expect(await replaceStored(store, "made-up", encoded(1), undefined)).toBe(true);
    const first = digest();
    expect(await replaceStored(store, "made-up", encoded(2), undefined)).toBe(false);
    expect(digest()).toBe(first);
    expect(await replaceStored(store, "made-up", encoded(2), first)).toBe(true);
    expect(digest()).not.toBe(first);
    expect(readdirSync(store)).toEqual(["made-up.table"]);
    expect(storedIds(store)).toEqual(["made-up"]);
    expect(await removeStored(store, "made-up")).toBe(true);
    expect(await removeStored(store, "made-up")).toBe(false);
  });

  test("a folder that is not there is an empty store; one that cannot be used is said so", async () => {
    expect(storedIds(join(store, "nowhere"))).toEqual([]);
    expect(readStored(join(store, "nowhere"), "made-up")).toBeUndefined();
    writeFileSync(join(store, "file"), "");
    await expect(replaceStored(join(store, "file"), "made-up", encoded(), undefined)).rejects.toThrow(
      /data folder cannot be used/,
    );
  });

  test("a lock of a process that died is broken, a fresh one is waited for", async () => {
    const lock = join(store, ".lock");
    writeFileSync(lock, "");
    const old = new Date(Date.now() - 60_000);
    utimesSync(lock, old, old);
    expect(await replaceStored(store, "made-up", encoded(1), undefined)).toBe(true);
    writeFileSync(lock, "");
    const waiting = replaceStored(store, "made-up", encoded(2), digest());
    await new Promise((resume) => setTimeout(resume, 100));
    expect(digest()).toBe(decodeTable(encoded(1).buffer, "").manifest.digest);
    rmSync(lock);
    expect(await waiting).toBe(true);
  });
});

describe("operations", () => {
  const dataSets = [icd10cm];
  const slice = (name: string, code: string): string => {
    const folder = join(store, "files");
    mkdirSync(folder, { recursive: true });
    const path = join(folder, name);
    writeFileSync(path, orderFile([[code, 1, `Made-up disease ${code}`]]));
    return path;
  };
  const place = (): string => join(store, "tables");

  test("twelve imports at once lose nothing", async () => {
    const years = Array.from({ length: 12 }, (_, i) => 2016 + i);
    const paths = years.map((year) => slice(`icd10cm_order_${year}.txt`, `A${year - 2000}0`));
    await Promise.all(paths.map((path) => addPaths([path], place(), { dataSets })));
    expect(listData(place())[0]!.releases).toHaveLength(12);
    expect(readdirSync(place())).toEqual(["icd10cm.table"]);
  });

  test("of several files nothing is installed where one is refused", async () => {
    const good = slice("icd10cm_order_2025.txt", "A00");
    const bad = join(store, "files", "icd10cm_order_2026.txt");
    writeFileSync(bad, `${orderFile([["A00", 1, "Cholera"]])}broken\r\n`);
    await expect(addPaths([good, bad], place(), { dataSets })).rejects.toThrow(/not a line/);
    expect(storedIds(place())).toEqual([]);
  });

  test("a folder is walked; what no data set reads is named, and a file named itself must be read", async () => {
    slice("icd10cm_order_2025.txt", "A00");
    writeFileSync(join(store, "files", "notes.txt"), "nothing official");
    const { ignored } = await addPaths([join(store, "files")], place(), { dataSets });
    expect(ignored.map((path) => path.slice(-9))).toEqual(["notes.txt"]);
    await expect(addPaths([join(store, "files", "notes.txt")], place(), { dataSets })).rejects.toThrow(
      /holds no reference file claimlint knows/,
    );
    await expect(addPaths([join(store, "nowhere")], place(), { dataSets })).rejects.toThrow(/no such file/);
  });

  test("what an import changed, and what two releases differ in", async () => {
    await addPaths([slice("icd10cm_order_2025.txt", "A00")], place(), { dataSets });
    const { data } = await addPaths([slice("icd10cm_order_2026.txt", "A01")], place(), { dataSets });
    expect(data[0]).toMatchObject({ added: ["FY2026"], changes: { added: 1, removed: 0, changed: 0 } });
    expect(diffData("icd10cm@FY2025", "icd10cm@fy2026", place(), { dataSets }).first).toEqual([
      { key: "A00", before: "billable", after: undefined },
      { key: "A01", before: undefined, after: "billable" },
    ]);
    expect(() => diffData("icd10cm@FY1999", "icd10cm", place(), { dataSets })).toThrow(/no release FY1999/);
  });

  test("check tells a sound table, a damaged one and gaps in what is covered", async () => {
    await addPaths([slice("icd10cm_order_2016.txt", "A00"), slice("icd10cm_order_2018.txt", "A00")], place(), {
      dataSets,
    });
    expect(checkStore(place(), dataSets)[0]).toMatchObject({
      problems: [],
      gaps: [{ from: day("2016-10-01"), to: day("2017-09-30") }],
    });
    const path = join(place(), "icd10cm.table");
    const file = readFileSync(path);
    file[file.length - 5]! ^= 1;
    writeFileSync(path, file);
    expect(checkStore(place(), dataSets)[0]!.problems).toEqual([expect.stringMatching(/not what was written/)]);
    writeFileSync(path, file.subarray(0, 60));
    expect(checkStore(place(), dataSets)[0]!.problems).toEqual([expect.stringMatching(/damaged/)]);
    // Damaged is not absent: a run must not go on without it as if it had never been installed.
    expect(() => openData(place(), icd10cm)).toThrow(/damaged/);
    await addPaths([slice("icd10cm_order_2016.txt", "A00")], place(), { dataSets });
    expect(checkStore(place(), dataSets)[0]!.problems).toEqual([]);
    expect(await removeData(place(), "icd10cm")).toBe(true);
    expect(openData(place(), icd10cm)).toBeUndefined();
  });

  test("a table of an older importer is refused for rules and replaced by an import", async () => {
    const path = slice("icd10cm_order_2025.txt", "A00");
    await addPaths([path], place(), { dataSets });
    const next = { ...icd10cm, stored: { ...icd10cm.stored!, version: 99 } };
    expect(() => openData(place(), next)).toThrow(/layout 1, this claimlint reads 99/);
    await addPaths([path], place(), { dataSets: [next] });
    expect(openData(place(), next)?.coverage).toHaveLength(1);
  });

  test("nothing else is left in the folder, and the manifest names the files with their digests", async () => {
    const path = slice("icd10cm_order_2025.txt", "A00");
    await addPaths([path], place(), { dataSets });
    expect(readdirSync(place())).toEqual(["icd10cm.table"]);
    const [source] = listData(place())[0]!.releases[0]!.sources;
    expect(source).toMatchObject({ name: "icd10cm_order_2025.txt", bytes: statSync(path).size });
    expect(source!.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
