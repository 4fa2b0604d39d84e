import type { Reporter, ReporterOptions } from "../../src/contract/reporter.ts";
import { fingerprinter } from "../../src/findings/fingerprint.ts";
import { type Hidden, type PrintAbout, printFinding } from "../../src/findings/print.ts";
import type { Finding, PrivateText, ShownCell } from "../../src/model/finding.ts";
import type { FileReport, RuleReport, RunResult } from "../../src/model/run.ts";
import type { Privacy } from "../../src/model/values.ts";

/** Invented lines and findings for the reporter tests. */

export const DIRECT = "OKONKWO-ZEBEDEE";
export const QUASI = "CLM-00017";
export const BIRTH = "1987-03-04";

export const HOSTILE =
  "\u001b[2J\u001b]0;pwned\u0007\r\n::error::forged\r\n##[add-mask]x=cmd|' /C calc'!A0\u202Egpj\u200B\u2028\u009b31m\ud800]]>";

const text = (value: string, privacy: Privacy): PrivateText => ({ text: value, privacy });

export function shown(field: string, value: string, privacy: Privacy, target = false, header = field): ShownCell {
  return { field, header, value: text(value, privacy), target };
}

export function makeFinding(changes: Partial<Finding> = {}): Finding {
  return {
    rule: "npi-check-digit",
    severity: "error",
    message: "billing_npi fails the NPI check digit",
    slots: {},
    at: { file: "claims/2026-11.csv", line: 3, column: 46, endLine: 3, endColumn: 56, row: 2, cell: "F3" },
    key: "billingNpi",
    field: "billing_npi",
    header: "billing_npi",
    value: text("1234567890", "none"),
    claimId: text(QUASI, "quasi"),
    lineNumber: "1",
    chargeCents: 12_500,
    shown: [
      shown("claim_id", QUASI, "quasi"),
      shown("line_number", "1", "none", false, "line"),
      shown("service_from", "2026-11-02", "quasi"),
      shown("billing_npi", "1234567890", "none", true),
      shown("procedure_code", "99213", "none"),
    ],
    related: [],
    suggestion: undefined,
    ...changes,
  };
}

export const ABOUT: Record<string, PrintAbout> = {
  "npi-check-digit": {
    why: "payers reject the whole claim when an NPI fails its check digit",
    fix: "look the provider up; do not just change the last digit",
    denial: { carc: ["CO-16"], rarc: ["N257"] },
  },
  "member-id-format": { why: "the payer cannot find the member", fix: "copy the id from the card" },
  "cpt-format": { why: "an unknown code is denied", fix: "look the code up", denial: { carc: ["CO-181"] } },
  "duplicate-line": { why: "the second line is denied as a duplicate", fix: "bill once, or add modifier 76 or 77" },
};

/** One plain finding, one with private values, one of hostile text, one with a related cell and a repair. */
export const FINDINGS: readonly Finding[] = [
  makeFinding(),
  makeFinding({
    rule: "member-id-format",
    severity: "warning",
    message: "member id {id} of the patient born {birth} is not an MBI",
    slots: { id: text(DIRECT, "direct"), birth: text(BIRTH, "quasi") },
    at: { file: "claims/2026-11.csv", line: 4, column: 11, endLine: 4, endColumn: 26, row: 3, cell: "B4" },
    key: "memberId",
    field: "member_id",
    header: "Member",
    value: text(DIRECT, "direct"),
    shown: [shown("claim_id", QUASI, "quasi"), shown("member_id", DIRECT, "direct", true, "Member")],
  }),
  makeFinding({
    rule: "cpt-format",
    message: "{code} is no CPT code; the line has {units} units",
    slots: { code: text(HOSTILE, "none"), units: 3 },
    at: { file: "claims/2026-11.csv", line: 5, column: 60, endLine: 6, endColumn: 9, row: 4, cell: "G5" },
    key: "procedure",
    field: "procedure_code",
    header: "procedure_code",
    value: text(HOSTILE, "none"),
    shown: [shown("claim_id", "=1+1", "quasi"), shown("procedure_code", HOSTILE, "none", true)],
    claimId: text("=1+1", "quasi"),
  }),
  makeFinding({
    rule: "duplicate-line",
    message: "repeats row {row} with {code}",
    slots: { row: 2, code: text("x".repeat(1_000_000), "none") },
    at: { file: "claims/2026-11.csv", line: 8, column: 1, endLine: 8, endColumn: 2, row: 6, cell: "A8" },
    key: undefined,
    field: undefined,
    header: undefined,
    value: text("x".repeat(1_000_000), "none"),
    claimId: undefined,
    lineNumber: undefined,
    shown: [shown("units", "3", "none"), shown("procedure_code", "x".repeat(1_000_000), "none", true)],
    related: [
      {
        at: { file: "claims/2026-11.csv", line: 3, column: 57, endLine: 3, endColumn: 62, row: 2, cell: "G3" },
        field: "procedure_code",
        label: "the first of the two",
      },
    ],
    suggestion: { safe: true, replacement: text("99213", "none") },
  }),
];

export function printAll(hidden: Hidden = "nothing", findings: readonly Finding[] = FINDINGS) {
  const fingerprint = fingerprinter();
  return findings.map((f) => printFinding(f, ABOUT[f.rule] ?? { why: "why", fix: "fix" }, hidden, fingerprint(f)));
}

export function makeRule(id: string, changes: Partial<RuleReport> = {}): RuleReport {
  return {
    id,
    summary: `summary of ${id}`,
    severity: "error",
    status: "ran",
    lines: 84,
    checked: 84,
    skipped: {},
    findings: 0,
    ...changes,
  };
}

export function makeFile(changes: Partial<FileReport> = {}): FileReport {
  return {
    path: "claims/2026-11.csv",
    encoding: "utf-8",
    delimiter: ",",
    rows: 84,
    claims: 41,
    mapping: [
      { key: "claimId", slot: 0, column: 0, header: "claim_id", how: "exact" },
      { key: "memberId", slot: 0, column: 1, header: "Member", how: "similar" },
      { key: "diagnoses", slot: 0, column: 2, header: "dx1", how: "synonym" },
    ],
    unmapped: ["clerk"],
    ...changes,
  };
}

export function makeRun(changes: Partial<RunResult> = {}): RunResult {
  return {
    tool: { name: "claimlint", version: "0.1.0" },
    asOf: "2026-11-24",
    values: "safe",
    complete: true,
    problems: [],
    notes: [],
    configDigest: "c0ffee",
    data: [{ id: "icd-10-cm", release: "FY2027", from: "2026-10-01", to: "2027-09-30", digest: "abc123" }],
    files: [makeFile()],
    rules: [
      makeRule("cpt-format", { findings: 1 }),
      makeRule("duplicate-line", { findings: 1 }),
      makeRule("member-id-format", {
        severity: "warning",
        findings: 1,
        checked: 80,
        skipped: { "malformed input": 1, "blank input": 3 },
      }),
      makeRule("mue-exceeded", {
        status: "skipped",
        reason: "no data set medically-unlikely-edits; claimlint data add",
        checked: 0,
        skipped: { "no data set": 84 },
      }),
      makeRule("npi-check-digit", { findings: 1 }),
      makeRule("units-zero", { checked: 0, skipped: { "no such column": 84 } }),
      makeRule("z-off", { status: "off", lines: 0, checked: 0 }),
    ],
    summary: { errors: 3, warnings: 1, infos: 0, waived: 0, rows: 84, claims: 41, chargeAtRiskCents: 1_234_550 },
    failOn: "error",
    exitCode: 1,
    ...changes,
  };
}

export const OPTIONS: ReporterOptions = {
  color: false,
  width: undefined,
  maxPerRule: undefined,
  groupBy: undefined,
  quiet: 0,
};

export function write(
  reporter: Reporter,
  {
    run = makeRun(),
    findings = printAll(),
    ...options
  }: Partial<ReporterOptions> & {
    run?: RunResult;
    findings?: ReturnType<typeof printAll>;
  } = {},
): string {
  const writer = reporter.open({ ...OPTIONS, ...options });
  return writer.begin(run) + findings.map((finding) => writer.finding(finding)).join("") + writer.end(run);
}
