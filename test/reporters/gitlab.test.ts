import { expect, it } from "vitest";
import gitlab from "../../src/reporters/gitlab.ts";
import { makeFinding, makeRun, printAll, write } from "./sample.ts";

interface Entry {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number; end: number } };
}

const entries = (options: Parameters<typeof write>[1] = {}) => JSON.parse(write(gitlab, options)) as Entry[];

it("has what GitLab asks for, and the rule in front of the description", () => {
  const { fingerprint, ...first } = entries()[0]!;
  expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  expect(first).toEqual({
    description: "npi-check-digit: billing_npi fails the NPI check digit",
    check_name: "npi-check-digit",
    severity: "critical",
    location: { path: "claims/2026-11.csv", lines: { begin: 3, end: 3 } },
  });
  expect(entries().map(({ severity }) => severity)).toEqual(["critical", "minor", "critical", "critical"]);
});

it("has unique fingerprints, plain paths, and no byte order mark", () => {
  const twice = printAll("nothing", [
    makeFinding(),
    makeFinding(),
    makeFinding({ at: { ...makeFinding().at, file: "./a.csv" } }),
  ]);
  const found = entries({ findings: twice });
  expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  expect(found[2]!.location.path).toBe("a.csv");
  expect(write(gitlab).startsWith("[\n{")).toBe(true);
});

it("shows waived findings as information", () => {
  const [waived] = entries({
    findings: printAll()
      .slice(0, 1)
      .map((finding) => ({ ...finding, waived: { reason: "agreed" } })),
  });
  expect(waived).toMatchObject({ severity: "info", description: expect.stringMatching(/ \(waived: agreed\)$/) });
});

it("an empty run is an empty array, an incomplete one is not", () => {
  expect(write(gitlab, { findings: [] })).toBe("[]\n");
  const run = makeRun({ complete: false, problems: ["x: gone", "y: gone"], exitCode: 2 });
  const found = entries({ run, findings: [] });
  expect(found.map(({ severity, description }) => `${severity} ${description}`)).toEqual([
    "blocker not fully checked: x: gone",
    "blocker not fully checked: y: gone",
  ]);
  expect(found[0]!.fingerprint).not.toBe(found[1]!.fingerprint);
});
