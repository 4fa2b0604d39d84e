import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Accuracy,
  accuracyPage,
  checkClean,
  LEAST,
  LEAST_SEEDS,
  MOST_WARNED,
  measureAccuracy,
  precision,
  recall,
  shortfalls,
  told,
} from "../../src/dev/accuracy.ts";
import { run } from "../cases/running.ts";
import { ROOT } from "../house/rooms.ts";

const CORPUS = join(ROOT, "fixtures/corpus");
const REFERENCE = fileURLToPath(new URL("../../../shared/reference/", import.meta.url));
const commandLine = async (argv: readonly string[]) => (await run(argv, { cwd: ROOT })).stdout;

async function install(folder: string, ...paths: string[]): Promise<string> {
  const { exit, stderr } = await run(["data", "add", "--data", folder, ...paths], { cwd: ROOT });
  expect(exit, stderr).toBe(0);
  return folder;
}

let work = "";
let accuracy: Accuracy;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), "claimlint-corpus-"));
  const data = await install(join(work, "small"), join(CORPUS, "data"));
  accuracy = await measureAccuracy(CORPUS, data, commandLine);
}, 300_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe("the corpus, with the tables of fixtures/corpus/data", () => {
  test("every T1 rule has its seeds", () => {
    expect(accuracy.rules.filter(({ seeded }) => seeded < LEAST_SEEDS).map(({ rule }) => rule)).toEqual([]);
  });

  test("no T1 rule misses too much", () => {
    const low = accuracy.rules.filter((rule) => recall(rule) < LEAST.recall);
    expect(low.flatMap(({ missed }) => missed.map(told))).toEqual([]);
  });

  test("no T1 rule cries wolf", () => {
    const low = accuracy.rules.filter((rule) => precision(rule) < LEAST.precision);
    expect(low.flatMap(({ falseAlarms }) => falseAlarms.map(told))).toEqual([]);
  });

  test("clean claims have no error and few warnings, each explained", () => {
    const { clean } = accuracy;
    expect(clean.errors.map(told)).toEqual([]);
    expect(clean.unexplained.map(told)).toEqual([]);
    expect(clean.linesWithWarning / clean.lines).toBeLessThanOrEqual(MOST_WARNED);
  });

  test("the corpus has the size it should have", () => {
    expect(accuracy.clean.claims).toBeGreaterThanOrEqual(400);
    expect(accuracy.clean.lines).toBeGreaterThanOrEqual(1000);
    expect(accuracy.clean.files).toBeGreaterThanOrEqual(20);
  });

  test("docs/accuracy.md is what `npm run corpus` writes", () => {
    expect(readFileSync(join(ROOT, "docs/accuracy.md"), "utf8")).toBe(accuracyPage(accuracy));
  });
});

describe("what counts as short", () => {
  const place = { file: "a.csv", row: 1, rule: "npi-luhn", text: "text" };
  const rule = {
    rule: "npi-luhn",
    severity: "error",
    seeded: 20,
    found: 20,
    explained: 0,
    missed: [],
    falseAlarms: [],
  };
  const clean = { files: 1, claims: 50, lines: 100, errors: [], warnings: [], linesWithWarning: 2, unexplained: [] };
  const dirty = { files: 1, claims: 20, lines: 20, seeds: 20 };
  const rows: readonly (readonly [string, Partial<typeof rule>, Partial<Accuracy["clean"]>, readonly string[]])[] = [
    ["nothing", {}, {}, []],
    ["recall of 0.95", { found: 19 }, {}, []],
    ["recall below 0.95", { found: 18 }, {}, ["npi-luhn: recall 0.900"]],
    ["four seeds", { seeded: 4, found: 4 }, {}, ["npi-luhn: 4 seeds"]],
    ["warnings on 3 % of the lines", {}, { linesWithWarning: 3 }, ["warnings on 0.030 of the clean lines"]],
    ["an error", {}, { errors: [place] }, ["error on a clean claim: a.csv row 1 npi-luhn: text"]],
    ["a warning", {}, { unexplained: [place] }, ["unexplained warning on a clean claim: a.csv row 1 npi-luhn: text"]],
  ];

  test.each(rows)("%s", (_, ofRule, ofClean, expected) => {
    expect(shortfalls({ rules: [{ ...rule, ...ofRule }], clean: { ...clean, ...ofClean }, dirty })).toEqual(expected);
  });

  test("one false alarm on twenty findings is too many, one on fifty is not", () => {
    const alarmed = { ...rule, falseAlarms: [place] };
    expect(shortfalls({ rules: [alarmed], clean, dirty })).toEqual(["npi-luhn: precision 0.952"]);
    expect(shortfalls({ rules: [{ ...alarmed, explained: 30 }], clean, dirty })).toEqual([]);
  });
});

/** The files of the reference folder that are whole: an excerpt beside them would speak for a release it does not hold. */
function wholeFiles(): string[] {
  const inFolder = (folder: string) =>
    readdirSync(join(REFERENCE, folder)).map((name) => join(REFERENCE, folder, name));
  const all = ["icd10cm", "hcpcs", "ncci"].flatMap(inFolder).filter((path) => !/\.excerpt\.|Record-Layout/.test(path));
  return [...all, join(REFERENCE, "mpfs/rvu25d.zip")];
}

// The excerpts hold the codes of the corpus; here the tables are whole, so that what the corpus does not know can show.
describe.skipIf(!existsSync(REFERENCE))("the clean corpus, with the publishers' files", () => {
  test("no error, few warnings, each explained", async () => {
    const clean = await checkClean(CORPUS, await install(join(work, "whole"), ...wholeFiles()), commandLine);
    expect(clean.errors.map(told)).toEqual([]);
    expect(clean.unexplained.map(told)).toEqual([]);
    expect(clean.linesWithWarning / clean.lines).toBeLessThanOrEqual(MOST_WARNED);
  }, 300_000);
});
