import { describe, expect, test } from "vitest";
import { loadConfiguration } from "../../src/config/configuration.ts";
import { exampleCsv } from "../../src/contract/example.ts";
import { check } from "../../src/index.ts";
import { day } from "../../src/model/dates.ts";
import { RULES } from "../../src/registry/rules.ts";
import { fileSeverities, readingOf, readOptionsOf } from "../../src/run/overrides.ts";
import { folderOf } from "../config/files.ts";

const folder = folderOf({
  "config.json": `{
    "delimiter": "pipe", "columns": { "units": "Qty", "charge": "Amount" }, "payers": { "A": "medicare" },
    "rules": { "dx-duplicate": "off" },
    "overrides": [
      { "files": "a*.csv", "delimiter": "tab", "payer": "medicaid", "columns": { "units": "Menge" }, "payers": { "B": "commercial" },
        "rules": { "npi-luhn": "warning", "dx-duplicate": "error" } },
      { "files": "ab.csv", "delimiter": "semicolon", "rules": { "npi-luhn": "off" } }
    ] }`,
});
const load = (flags = {}, environment = {}) =>
  loadConfiguration({
    path: `${folder}/config.json`,
    flags,
    environment,
    set: [],
    rules: RULES,
    cwd: folder,
    today: day("2026-11-22"),
  });

describe("overrides", () => {
  test.each([
    ["x.csv", {}, {}, "pipe"],
    ["aa.csv", {}, {}, "tab"],
    ["ab.csv", {}, {}, "semicolon"],
    ["ab.csv", { delimiter: "comma" }, {}, "comma"],
    ["ab.csv", {}, { CLAIMLINT_DELIMITER: "comma" }, "comma"],
  ])("the delimiter of %s with %j %j", async (name, flags, environment, delimiter) => {
    expect(readingOf(await load(flags, environment), name).delimiter).toBe(delimiter);
  });

  test("columns and payers are those of all files, with the file's own over them, and --map over all", async () => {
    const { map, payers, payer } = readOptionsOf(await load({ map: ["units=Anzahl"] }), "aa.csv", 0);
    expect(map).toEqual([
      ["units", "Menge"],
      ["charge", "Amount"],
      ["units", "Anzahl"],
    ]);
    expect([...payers]).toEqual([
      ["a", "medicare"],
      ["b", "commercial"],
    ]);
    expect(payer).toBe("medicaid");
  });

  test.each([
    ["x.csv", "npi-luhn", "error"],
    ["aa.csv", "npi-luhn", "warning"],
    ["ab.csv", "npi-luhn", "off"],
    ["x.csv", "dx-duplicate", "off"],
    ["ab.csv", "dx-duplicate", "error"],
  ])("in %s %s is %s", async (name, rule, severity) => {
    expect(fileSeverities(await load())?.of(name, rule)).toBe(severity);
  });

  test("a flag stands above them", async () => {
    const configuration = await load({ rule: ["npi-luhn:info"], only: ["npi-luhn"] });
    expect(fileSeverities(configuration)).toBeUndefined();
  });
});

describe("a rule that is off in some files", () => {
  const wrong = { billing_npi: "1999902187", diagnosis_2: "E11.9", claim_id: "CLM-A", patient_id: "P-1" };
  const files = [
    { name: "a.csv", content: exampleCsv([wrong]) },
    { name: "b.csv", content: exampleCsv([{ ...wrong, claim_id: "CLM-B" }]) },
  ];
  const run = (rules: Record<string, string>, pattern: string) => {
    const own = folderOf({ "c.json": JSON.stringify({ overrides: [{ files: pattern, rules }] }) });
    return check(files, { config: "c.json", cwd: own, asOf: "2026-11-22" });
  };
  const placesOf = async (made: ReturnType<typeof run>, id: string) => {
    const places: string[] = [];
    for await (const { rule, file, severity } of made) if (rule === id) places.push(`${file} ${severity}`);
    return places;
  };

  // A rule of scope value and one of scope claim.
  test.each(["npi-luhn", "dx-duplicate"])("%s looks at the lines of the others only", async (id) => {
    const made = run({ [id]: "off" }, "b.csv");
    expect(await placesOf(made, id)).toEqual([expect.stringMatching(/^a\.csv/)]);
    expect((await made.result).rules.find((rule) => rule.id === id)).toMatchObject({ status: "ran", lines: 1 });
  });

  test("off in all of them it is off", async () => {
    const { rules } = await run({ "npi-luhn": "off" }, "*.csv").result;
    expect(rules.find((rule) => rule.id === "npi-luhn")).toMatchObject({ status: "off", findings: 0 });
  });

  test("a severity is that of the file", async () => {
    expect(await placesOf(run({ "npi-luhn": "info" }, "b.csv"), "npi-luhn")).toEqual(["a.csv error", "b.csv info"]);
  });
});
