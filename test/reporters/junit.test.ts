import { describe, expect, it } from "vitest";
import junit from "../../src/reporters/junit.ts";
import { makeFile, makeFinding, makeRule, makeRun, printAll, write } from "./sample.ts";
import { all, parseXml } from "./xml.ts";

const cases = (options: Parameters<typeof write>[1] = {}) => {
  const root = parseXml(write(junit, options));
  for (const suite of [root, ...root.children]) {
    for (const [name, element] of [
      ["tests", "testcase"],
      ["failures", "failure"],
      ["errors", "error"],
      ["skipped", "skipped"],
    ]) {
      expect(suite.attributes[name!], `${suite.name} ${name}`).toBe(String(all(suite, element!).length));
    }
  }
  return all(root, "testcase").map(({ attributes, children }) => ({
    name: attributes["name"],
    file: attributes["classname"],
    outcome: children.filter(({ name }) => name !== "system-out").map(({ name }) => name)[0] ?? "pass",
    child: children[0],
  }));
};
const outcomes = (options: Parameters<typeof write>[1] = {}) =>
  Object.fromEntries(cases(options).map(({ name, outcome }) => [name, outcome]));

it("has one case for each file and rule, whatever was found", () => {
  expect(outcomes()).toEqual({
    "file-readable": "pass",
    "cpt-format": "failure",
    "duplicate-line": "failure",
    "member-id-format": "pass",
    "mue-exceeded": "skipped",
    "npi-check-digit": "failure",
    "units-zero": "skipped",
  });
  const clean = outcomes({ findings: [] });
  expect(Object.keys(clean)).toEqual(Object.keys(outcomes()));
  expect(Object.values(clean)).not.toContain("failure");
});

describe("what fails", () => {
  it.each([
    ["error", "pass"],
    ["never", "pass"],
    ["warning", "failure"],
    ["info", "failure"],
  ] as const)("under --fail-on %s a warning is a %s", (failOn, outcome) => {
    expect(outcomes({ run: makeRun({ failOn }) })["member-id-format"]).toBe(outcome);
    expect(outcomes({ run: makeRun({ failOn }) })["npi-check-digit"]).toBe("failure");
  });

  it("a waived finding does not, and is told", () => {
    const waived = { ...printAll()[0]!, waived: { reason: "agreed" } };
    const found = cases({ findings: [waived] }).find(({ name }) => name === "npi-check-digit")!;
    expect(found.outcome).toBe("pass");
    expect(found.child?.text).toMatch(/ waived: .*\(agreed\)\n$/);
  });
});

it("lists the first twenty places and counts the others", () => {
  const list = (n: number) =>
    cases({
      findings: printAll(
        "nothing",
        Array.from({ length: n }, (_, i) => makeFinding({ at: { ...makeFinding().at, line: i + 2 } })),
      ),
    }).find(({ name }) => name === "npi-check-digit")!.child!;
  expect(list(20).text.trimEnd().split("\n")).toHaveLength(20);
  expect(list(20).text).toContain("claims/2026-11.csv:21:46 error: billing_npi fails the NPI check digit");
  expect(list(22).attributes["message"]).toBe("22 findings");
  expect(list(22).text.trimEnd().split("\n").at(-1)).toBe("… and 2 more findings");
});

it("a file that could not be read is an error, and no rule passes on it", () => {
  const run = makeRun({
    files: [makeFile({ path: "a.csv", failure: "a.csv: a quote is never closed" }), makeFile({ path: "b.csv" })],
  });
  const found = cases({ run, findings: [] });
  expect(found.filter(({ file }) => file === "a.csv").map(({ outcome }) => outcome)).toEqual([
    "error",
    ...Array.from({ length: 6 }, () => "skipped"),
  ]);
  expect(found.filter(({ file, outcome }) => file === "b.csv" && outcome === "pass")).toHaveLength(5);
});

it("a skipped case says why", () => {
  expect(cases().find(({ name }) => name === "mue-exceeded")?.child?.attributes["message"]).toBe(
    "no data set medically-unlikely-edits; claimlint data add",
  );
  expect(outcomes({ run: makeRun({ rules: [makeRule("off", { status: "off" })] }), findings: [] })).toEqual({
    "file-readable": "pass",
  });
});
