import { expect, it } from "vitest";
import json from "../../src/reporters/json.ts";
import ndjson from "../../src/reporters/ndjson.ts";
import { makeRun, write } from "./sample.ts";

const parse = (text: string) => {
  expect(text.endsWith("\n")).toBe(true);
  return text
    .slice(0, -1)
    .split("\n")
    .map((line) => JSON.parse(line));
};

it("is run, findings, rules, files, and the summary last", () => {
  const types = parse(write(ndjson)).map(({ type }) => type);
  expect(types).toEqual(["run", ...Array(4).fill("finding"), ...Array(7).fill("rule"), "file", "summary"]);
});

it("ends in a summary that tells a whole report from a cut-off one", () => {
  expect(parse(write(ndjson)).at(-1)).toEqual({
    type: "summary",
    errors: 3,
    warnings: 1,
    infos: 0,
    waived: 0,
    rows: 84,
    claims: 41,
    chargeAtRiskCents: 1_234_550,
    exitCode: 1,
    complete: true,
  });
  expect(parse(write(ndjson, { run: makeRun({ complete: false }) })).at(-1)).toMatchObject({ complete: false });
});

it("holds the same findings, rules and files as json", () => {
  const report = JSON.parse(write(json));
  const records = parse(write(ndjson));
  const of = (type: string) => records.filter((r) => r.type === type).map(({ type: _, ...rest }) => rest);
  expect(of("finding")).toEqual(report.findings);
  expect(of("rule")).toEqual(report.rules);
  expect(of("file")).toEqual(report.files);
  expect(of("run")[0]).toMatchObject({
    tool: report.tool,
    asOf: report.asOf,
    configDigest: "c0ffee",
    data: report.data,
  });
});
