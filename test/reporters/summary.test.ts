import { expect, it } from "vitest";
import summary from "../../src/reporters/summary.ts";
import { makeFile, makeRule, makeRun, write } from "./sample.ts";

it("is the counts, what was not checked, and the verdict", () => {
  expect(write(summary)).toBe(`claimlint 0.1.0 · as of 2026-11-24 · personal values hidden (A letter, 9 digit)
  claims/2026-11.csv  84 lines, 41 claims, 3 columns read, 1 not used
    column "Member" is read as member_id: its name is similar
  data: icd-10-cm FY2027

Findings by rule
  error    1  cpt-format        summary of cpt-format
  error    1  duplicate-line    summary of duplicate-line
  error    1  npi-check-digit   summary of npi-check-digit
  warning  1  member-id-format  summary of member-id-format

Not checked (not checked is not a pass)
  no data set medically-unlikely-edits; claimlint data add (1): mue-exceeded
  no such column (1): units-zero
  1 rule skipped some lines: blank input, malformed input (-v lists them)
  switched off (1): z-off
A look at the lines cannot see eligibility, benefit limits, other coverage, credentialing, most prior
authorizations or what the record documents.

3 errors, 1 warning in 84 lines of 41 claims — fix before you submit
$12,345.50 charged on lines with errors
next  claimlint explain cpt-format             what the rule checks, and examples
      claimlint fix claims/2026-11.csv --diff  1 finding can be repaired without loss
      claimlint data list                      which reference data is missing, and where to get it
`);
});

const none = { errors: 0, warnings: 0, infos: 0, waived: 0, rows: 84, claims: 41, chargeAtRiskCents: 0 };
const ran = [makeRule("a"), makeRule("b")];
const half = [makeRule("a"), makeRule("b", { status: "skipped", checked: 0, reason: "no data set" })];

it.each<[string, Parameters<typeof makeRun>[0], string]>([
  ["clean", { summary: none, rules: ran, exitCode: 0 }, "clean: 84 lines of 41 claims, 2 rules"],
  [
    "clean in part",
    { summary: none, rules: half, exitCode: 0 },
    "clean: 84 lines of 41 claims, 1 rule; not checked: 1 rule",
  ],
  [
    "one of each",
    { summary: { ...none, errors: 1, rows: 1, claims: 1 } },
    "1 error in 1 line of 1 claim — fix before you submit",
  ],
  [
    "warnings",
    { summary: { ...none, warnings: 2 }, rules: ran, exitCode: 0 },
    "2 warnings in 84 lines of 41 claims — look at them before you submit",
  ],
  [
    "warnings over the limit",
    { summary: { ...none, warnings: 2 }, rules: ran, exitCode: 1 },
    "2 warnings in 84 lines of 41 claims — more than this run allows",
  ],
  [
    "infos",
    { summary: { ...none, infos: 3 }, rules: ran, exitCode: 0 },
    "3 infos in 84 lines of 41 claims — no errors, no warnings",
  ],
  [
    "all waived",
    { summary: { ...none, waived: 2 }, rules: ran, exitCode: 0 },
    "clean: 84 lines of 41 claims, 2 rules, 2 waived",
  ],
  [
    "not complete",
    { summary: none, rules: ran, complete: false, exitCode: 2 },
    "not fully checked: nothing found in 84 lines of 41 claims so far",
  ],
  [
    "interrupted",
    { summary: none, rules: ran, exitCode: 130 },
    "not fully checked: nothing found in 84 lines of 41 claims so far",
  ],
  ["no rows", { summary: { ...none, rows: 0, claims: 0 }, rules: ran, exitCode: 0 }, "nothing checked: no data rows"],
  [
    "large numbers",
    { summary: { ...none, errors: 1_234, rows: 1_000_000, claims: 400_000 } },
    "1,234 errors in 1,000,000 lines of 400,000 claims — fix before you submit",
  ],
])("the verdict of a run: %s", (_, changes, verdict) => {
  expect(write(summary, { run: makeRun(changes), quiet: 1, findings: [] }).split("\n")).toContain(verdict);
});

it("counts a rule that had to skip every line as not checked, never as a pass", () => {
  const rules = [makeRule("a", { checked: 0, skipped: { "blank input": 80, "malformed input": 4 } })];
  const text = write(summary, { run: makeRun({ rules, summary: none, exitCode: 0 }), findings: [] });
  expect(text).toContain("blank input or malformed input on every line it is about (1): a\n");
  expect(text).toContain("clean: 84 lines of 41 claims, 0 rules; not checked: 1 rule\n");
});

it("does not count a rule that has no line to look at", () => {
  const rules = [makeRule("a"), makeRule("b", { lines: 0, checked: 0 })];
  const text = write(summary, { run: makeRun({ rules, summary: none, exitCode: 0 }), findings: [] });
  expect(text).not.toContain("not checked");
});

it("verbose lists every rule that skipped lines, with counts", () => {
  expect(write(summary, { quiet: -1 })).toContain(
    "  member-id-format: 80 of 84 lines (3 blank input, 1 malformed input)\n",
  );
});

it("says when patient data is in the report, and why a file was not read", () => {
  expect(write(summary, { run: makeRun({ values: "all" }) })).toMatch(
    /^claimlint .* values: all, this report holds patient data\n/,
  );
  const run = makeRun({
    files: [makeFile({ failure: "unterminated quote" })],
    complete: false,
    problems: ["p"],
    exitCode: 2,
  });
  expect(write(summary, { run })).toContain("    not read to its end: unterminated quote\n");
  expect(write(summary, { run })).toContain("not fully checked: p\n");
});

it("very quiet prints the rules with errors and nothing else", () => {
  expect(write(summary, { quiet: 2 })).toBe(
    "  error    1  cpt-format       summary of cpt-format\n" +
      "  error    1  duplicate-line   summary of duplicate-line\n" +
      "  error    1  npi-check-digit  summary of npi-check-digit\n",
  );
});

it.each([
  ["no data set", 0, true],
  ["data set does not cover the date", 0, true],
  ["blank input", 0, false],
  ["no data set", 4, false],
] as const)("%s with %i lines checked: points to the data sets %s", (reason, checked, points) => {
  const run = makeRun({
    rules: [makeRule("a", { status: "skipped", reason: "needs it", checked, skipped: { [reason]: 80 } })],
  });
  expect(write(summary, { run }).includes("claimlint data list")).toBe(points);
});

it.each([
  [{}, "claimlint fix claims/2026-11.csv --diff"],
  [{ path: "a b.csv" }, 'claimlint fix "a b.csv" --diff'],
  [{ encoding: "windows-1252" }, "claimlint fix claims/2026-11.csv --encoding windows-1252 --diff"],
  [{ delimiter: ";" }, "claimlint fix claims/2026-11.csv --delimiter semicolon --diff"],
  [{ path: "a.tsv", delimiter: "\t" }, "claimlint fix a.tsv --diff"],
  [{ path: "a.tsv", delimiter: "," }, "claimlint fix a.tsv --delimiter comma --diff"],
  [{ path: "a.csv.gz" }, "claimlint fix a.csv.gz -o FILE"],
  [{ encoding: "utf-16le" }, "claimlint fix claims/2026-11.csv --encoding utf-16le -o FILE"],
])("the repair to type next reads the file as this run did: %j", (file, command) => {
  const text = write(summary, { run: makeRun({ files: [makeFile(file)] }) });
  expect(text).toContain(` ${command}  `);
});

it("of several files the repair names none", () => {
  const text = write(summary, { run: makeRun({ files: [makeFile(), makeFile({ path: "b.csv" })] }) });
  expect(text).toContain(" claimlint fix FILE --diff  ");
});
