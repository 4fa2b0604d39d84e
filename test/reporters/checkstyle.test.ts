import { expect, it } from "vitest";
import checkstyle from "../../src/reporters/checkstyle.ts";
import { makeFile, makeFinding, makeRun, printAll, write } from "./sample.ts";
import { parseXml } from "./xml.ts";

const files = (options: Parameters<typeof write>[1] = {}) =>
  parseXml(write(checkstyle, options)).children.map(({ attributes, children }) => ({
    name: attributes["name"],
    errors: children.map((child) => child.attributes),
  }));

it("groups the findings by file", () => {
  const inFile = (file: string) => makeFinding({ at: { ...makeFinding().at, file } });
  const found = files({ findings: printAll("nothing", [inFile("a.csv"), inFile("a.csv"), inFile("./b.csv")]) });
  expect(found.map(({ name, errors }) => [name, errors.length])).toEqual([
    ["a.csv", 2],
    ["b.csv", 1],
  ]);
  expect(found[0]!.errors[0]).toEqual({
    line: "3",
    column: "46",
    severity: "error",
    message: "billing_npi fails the NPI check digit",
    source: "claimlint.npi-check-digit",
  });
});

it("ignores what is waived, visibly", () => {
  const waived = printAll()
    .slice(0, 1)
    .map((finding) => ({ ...finding, waived: { reason: "agreed" } }));
  expect(files({ findings: waived })[0]!.errors[0]).toMatchObject({
    severity: "ignore",
    message: "billing_npi fails the NPI check digit (waived: agreed)",
  });
});

it("shows a file that could not be read as one with an error", () => {
  const run = makeRun({ files: [makeFile({ path: "bad.csv", failure: "a quote -- is never closed" }), makeFile()] });
  const found = files({ run, findings: printAll().slice(0, 1) });
  expect(found.map(({ name }) => name)).toEqual(["claims/2026-11.csv", "bad.csv"]);
  expect(found[1]!.errors[0]).toMatchObject({ message: "not fully checked: a quote -- is never closed", line: "1" });
});

it("names what did not run in comments, which cannot be broken out of", () => {
  const text = write(checkstyle, { run: makeRun({ problems: ["--><error/>---"] }), findings: [] });
  expect(text).toContain(
    "<!-- not checked: no data set medically-unlikely-edits; claimlint data add: mue-exceeded -->",
  );
  expect(parseXml(text).children).toEqual([]);
});
