import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { baselineText, loadBaseline, newBaseline } from "../../src/config/baseline.ts";
import { folderOf, refusal } from "./files.ts";

const folder = folderOf({
  "old.json": `{ "schemaVersion": "0.9", "findings": [] }`,
  "patient.json": `{ "schemaVersion": "1.0", "findings": [{ "rule": "a", "file": "b", "findings": 1, "value": "x" }] }`,
});

describe("a baseline file", () => {
  test("comes back as it was written; names are taken from its folder", async () => {
    const path = join(folder, "sub-baseline.json");
    const entries = [
      { rule: "cpt-format", file: "feeds/a.csv", findings: 2 },
      { rule: "npi-luhn", file: "feeds/a.csv", findings: 1 },
    ];
    writeFileSync(path, baselineText(entries));
    const baseline = await loadBaseline(path, folder);
    expect(baseline).toMatchObject({ shown: "sub-baseline.json", entries });
    expect(baseline.nameOf("./feeds/a.csv")).toBe("feeds/a.csv");
    expect(newBaseline(join(folder, "sub/b.json"), folder).nameOf("feeds/a.csv")).toBe("../feeds/a.csv");
    expect(readFileSync(path, "utf8").split("\n").length, "one entry a line").toBe(8);
  });

  test("an empty one is JSON too", () => {
    expect(JSON.parse(baselineText([]))).toEqual({ schemaVersion: "1.0", findings: [] });
  });

  test.each([
    ["old.json", "old.json:1:20: schemaVersion"],
    ["patient.json", 'unknown key "value" in findings.0'],
    ["nowhere.json", "cannot be read. Write one with --write-baseline."],
  ])("%s is refused", async (name, message) => {
    expect(await refusal(loadBaseline(join(folder, name), folder))).toContain(message);
  });
});
