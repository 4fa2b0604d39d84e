import { expect, it } from "vitest";
import json from "../../src/reporters/json.ts";
import { FINDINGS, makeFinding, makeRun, printAll, write } from "./sample.ts";

const parse = (text: string) => JSON.parse(text);

it("has exactly the documented members, in order", () => {
  const report = parse(write(json));
  expect(Object.keys(report)).toEqual([
    "$schema",
    "schemaVersion",
    "tool",
    "asOf",
    "values",
    "complete",
    "configDigest",
    "data",
    "files",
    "rules",
    "findings",
    "summary",
    "exitCode",
  ]);
  expect(report).toMatchObject({
    schemaVersion: "1.0",
    tool: { name: "claimlint", version: "0.1.0" },
    asOf: "2026-11-24",
    values: "safe",
    complete: true,
    data: [{ id: "icd-10-cm", release: "FY2027", from: "2026-10-01", to: "2027-09-30", digest: "abc123" }],
    summary: { errors: 3, warnings: 1, infos: 0, waived: 0, rows: 84, claims: 41, chargeAtRiskCents: 1_234_550 },
    exitCode: 1,
  });
  expect(report.files).toEqual([
    {
      path: "claims/2026-11.csv",
      encoding: "utf-8",
      delimiter: ",",
      rows: 84,
      claims: 41,
      columns: { claim_id: "claim_id", member_id: "Member", diagnosis_1: "dx1" },
    },
  ]);
  expect(report.rules[2]).toEqual({
    id: "member-id-format",
    severity: "warning",
    status: "ran",
    lines: 84,
    checked: 80,
    skipped: { "blank input": 3, "malformed input": 1 },
    findings: 1,
  });
  expect(Object.keys(report.rules[2].skipped)).toEqual(["blank input", "malformed input"]);
  expect(report.rules[3].reason).toBe("no data set medically-unlikely-edits; claimlint data add");
});

it("writes a finding with exactly the documented members", () => {
  const [first, second, , fourth] = parse(write(json, { findings: printAll("direct") })).findings;
  expect(first).toEqual({
    rule: "npi-check-digit",
    severity: "error",
    message: "billing_npi fails the NPI check digit",
    file: "claims/2026-11.csv",
    line: 3,
    column: 46,
    endColumn: 56,
    row: 2,
    cell: "F3",
    field: "billing_npi",
    header: "billing_npi",
    claimId: "CLM-00017",
    lineNumber: "1",
    value: "1234567890",
    valueShape: "9999999999",
    why: "payers reject the whole claim when an NPI fails its check digit",
    fix: "look the provider up; do not just change the last digit",
    carc: ["CO-16"],
    rarc: ["N257"],
    related: [],
    fingerprint: first.fingerprint,
  });
  expect(second).not.toHaveProperty("value");
  expect(second.valueShape).toBe("AAAAAAA-AAAAAAA");
  expect(fourth).toMatchObject({
    field: null,
    header: null,
    related: [
      {
        file: "claims/2026-11.csv",
        line: 3,
        column: 57,
        row: 2,
        field: "procedure_code",
        label: "the first of the two",
      },
    ],
    suggestion: { safe: true, replacement: "99213" },
  });
});

it("is one finding per line, and valid with none, one or many", () => {
  expect(parse(write(json, { findings: [] })).findings).toEqual([]);
  expect(parse(write(json, { findings: printAll("nothing", [makeFinding()]) })).findings).toHaveLength(1);
  const lines = write(json).split("\n");
  expect(lines.filter((line) => line.startsWith('{"rule":'))).toHaveLength(FINDINGS.length);
  expect(parse(write(json, { run: makeRun({ files: [], rules: [], data: [] }) })).rules).toEqual([]);
});

it("says why a run is not complete, and a waiver's reason", () => {
  const run = makeRun({ complete: false, problems: ["unterminated quote"], exitCode: 2 });
  const findings = printAll("nothing", [makeFinding()]).map((f) => ({ ...f, waived: { reason: "agreed" } }));
  const report = parse(write(json, { run, findings }));
  expect(report).toMatchObject({ complete: false, problems: ["unterminated quote"], exitCode: 2 });
  expect(report.findings[0].waived).toEqual({ reason: "agreed" });
});

it("escapes what JSON would leave raw and reads back the same", () => {
  const path = "a\u2028b\u009b\u202e\ud800.csv";
  const text = write(json, { run: makeRun({ files: [{ ...makeRun().files[0]!, path }] }) });
  expect(text).toContain("a\\u2028b\\u009b\\u202e\\ud800.csv");
  expect(parse(text).files[0].path).toBe(path);
});

it("ignores what is for people only", () => {
  expect(write(json, { maxPerRule: 1, quiet: 2, color: true, width: 40, groupBy: "rule" })).toBe(write(json));
});
