import { expect, it } from "vitest";
import type { Severity } from "../../src/model/finding.ts";
import github from "../../src/reporters/github.ts";
import { makeFinding, makeRun, printAll, write } from "./sample.ts";

const lines = (options: Parameters<typeof write>[1] = {}) => write(github, options).trimEnd().split("\n");
const many = (n: number, severity: Severity) =>
  printAll(
    "nothing",
    Array.from({ length: n }, () => makeFinding({ severity })),
  );

it("annotates the cell, and repeats the place for the log", () => {
  expect(lines()[0]).toBe(
    "::error file=claims/2026-11.csv,line=3,col=46,endColumn=56,title=npi-check-digit::" +
      "claims/2026-11.csv:3:46 billing_npi fails the NPI check digit",
  );
});

it("gives no end column where the cell ends on another line", () => {
  expect(lines()[2]).toMatch(/^::error file=[^,]*,line=5,col=60,title=cpt-format::/);
});

it("escapes % first, and in properties : and , too", () => {
  const at = { ...makeFinding().at, file: "a,b:c%0A.csv" };
  const [line] = lines({ findings: printAll("nothing", [makeFinding({ at, message: "100%, %0A: x" })]) });
  expect(line).toBe(
    "::error file=a%2Cb%3Ac%250A.csv,line=3,col=46,endColumn=56,title=npi-check-digit::a,b:c%250A.csv:3:46 100%25, %250A: x",
  );
});

it.each([
  [9, 9, undefined],
  [10, 10, "::error title=claimlint::1 more error not shown here; see the full report"],
  [1009, 10, "::error title=claimlint::1,000 more errors not shown here; see the full report"],
])("of %i errors writes %i annotations", (n, annotations, last) => {
  const found = lines({ findings: many(n, "error") }).filter((line) => line.startsWith("::error"));
  expect(found).toHaveLength(annotations);
  if (last !== undefined) expect(found.at(-1)).toBe(last);
});

it("counts each level for itself", () => {
  const found = lines({ findings: [...many(12, "error"), ...many(3, "warning"), ...many(1, "info")] });
  const of = (command: string) => found.filter((line) => line.startsWith(`::${command} `)).length;
  expect([of("error"), of("warning"), of("notice")]).toEqual([10, 3, 1]);
});

it("leaves waived findings to the summary", () => {
  const waived = many(1, "error").map((finding) => ({ ...finding, waived: { reason: "r" } }));
  expect(lines({ findings: waived }).filter((line) => line.startsWith("::"))).toEqual([]);
});

it("ends with the verdict, and an incomplete run is an error", () => {
  expect(lines().slice(-2)).toEqual([
    "3 errors, 1 warning in 84 lines of 41 claims — fix before you submit",
    "not checked: 2 rules; the job summary says why",
  ]);
  expect(lines({ run: makeRun({ complete: false, problems: ["x: gone"], exitCode: 2 }), findings: [] })[0]).toBe(
    "::error title=claimlint::not fully checked: x: gone",
  );
});
