import { describe, expect, test } from "vitest";
import type { InstalledData } from "../../src/contract/dataset.ts";
import type { Example, ExampleLine, Rule } from "../../src/contract/rule.ts";
import { check, type Finding, type RuleReport } from "../../src/index.ts";

/** A clean office visit; examples are laid over it. Invented patient; the NPIs are the documentation's anchors. */
const BASE: ExampleLine = {
  claim_id: "CLM-1",
  line_number: "1",
  patient_id: "P-100",
  dob: "1980-04-12",
  sex: "F",
  service_from: "2026-03-02",
  service_to: "2026-03-02",
  place_of_service: "11",
  procedure_code: "99213",
  modifier_1: "",
  modifier_2: "",
  modifier_3: "",
  modifier_4: "",
  diagnosis_1: "E11.9",
  diagnosis_2: "I10",
  dx_pointer: "1",
  units: "1",
  charge: "125.00",
  rendering_npi: "1245319599",
  billing_npi: "1003000126",
  payer: "",
};

export interface Expected {
  readonly lines: readonly ExampleLine[];
  readonly message?: RegExp;
  readonly count?: number;
  readonly severity?: string;
}

export interface RuleTable {
  readonly passes?: readonly Example[];
  readonly finds?: readonly (Example | Expected)[];
  readonly skips?: readonly Example[];
}

function isExpected(entry: Example | Expected): entry is Expected {
  return !Array.isArray(entry) && Array.isArray((entry as { lines?: unknown }).lines);
}

function quote(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The CSV text of an example. */
export function exampleCsv(lines: readonly ExampleLine[]): string {
  const records = lines.map((line) => {
    const from = line["service_from"];
    const follow = from !== undefined && line["service_to"] === undefined ? { service_to: from } : {};
    return { ...BASE, ...follow, ...line };
  });
  const columns = [...new Set(records.flatMap((r) => Object.keys(r)))].filter((name) => !name.startsWith("$"));
  const rows = records.map((r: Record<string, string>) => columns.map((c) => quote(r[c] ?? "")).join(","));
  return `${[columns.join(","), ...rows].join("\n")}\n`;
}

const EVER = [{ from: -100_000, to: 100_000 }];

export async function runExample(
  rule: Rule,
  example: Example,
  data: Readonly<Record<string, unknown>> | undefined,
): Promise<{ findings: Finding[]; report: RuleReport }> {
  const lines = (Array.isArray(example) ? example : [example]) as readonly ExampleLine[];
  const settings = lines[0]!;
  const installed = new Map<string, InstalledData>();
  for (const [name, declared] of Object.entries(rule.data ?? {})) {
    const dataSet = "optional" in declared ? declared.optional : declared;
    if (data?.[name] === undefined) continue;
    installed.set(dataSet.id, { id: dataSet.id, lookup: dataSet.fromExample(data[name]), coverage: EVER });
  }
  const run = check(
    { name: "example.csv", content: settings["$csv"] ?? exampleCsv(lines) },
    {
      rules: [rule],
      only: [rule.id],
      asOf: settings["$asOf"] ?? "2026-11-22",
      values: "all",
      dataSets: installed,
      ...(settings["$payer"] !== undefined && { payer: settings["$payer"] }),
      ...(settings["$profile"] !== undefined && { profile: settings["$profile"] }),
      ...(settings["$dateFormat"] !== undefined && { dateFormat: settings["$dateFormat"] }),
      ...(settings["$options"] !== undefined && { ruleOptions: { [rule.id]: JSON.parse(settings["$options"]) } }),
    },
  );
  const findings: Finding[] = [];
  for await (const finding of run) findings.push(finding);
  const result = await run.result;
  const failure = result.files.find((f) => f.failure !== undefined)?.failure;
  if (failure !== undefined) throw new Error(failure);
  const report = result.rules.find((r) => r.id === rule.id)!;
  if (report.reason?.startsWith("the rule failed")) throw new Error(`${rule.id} crashed`);
  return { findings: findings.filter((f) => f.rule === rule.id), report };
}

function title(example: Example | Expected): string {
  const lines = isExpected(example) ? example.lines : Array.isArray(example) ? example : [example];
  return (lines as ExampleLine[])
    .map((line) =>
      Object.entries(line)
        .map(([k, v]) => `${k}=${v || "∅"}`)
        .join(" "),
    )
    .join(" / ");
}

/** Runs a table of examples through the real engine, the CSV reader included. */
export function testRule(
  rule: Rule,
  table: RuleTable,
  data: Readonly<Record<string, unknown>> | undefined = rule.examples.data,
): void {
  describe(rule.id, () => {
    test.each((table.passes ?? []).map((e) => [title(e), e] as const))("passes: %s", async (_, example) => {
      const { findings } = await runExample(rule, example, data);
      expect(findings.map((f) => f.message)).toEqual([]);
    });
    test.each((table.finds ?? []).map((e) => [title(e), e] as const))("finds: %s", async (_, entry) => {
      const { findings } = await runExample(rule, isExpected(entry) ? entry.lines : entry, data);
      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) expect(finding.message).not.toMatch(/\{\w+\}|undefined|NaN/);
      if (!isExpected(entry)) return;
      if (entry.count !== undefined) expect(findings.length).toBe(entry.count);
      if (entry.message) expect(findings[0]!.message).toMatch(entry.message);
      if (entry.severity) expect(findings[0]!.severity).toBe(entry.severity);
    });
    test.each((table.skips ?? []).map((e) => [title(e), e] as const))("skips: %s", async (_, example) => {
      const { findings, report } = await runExample(rule, example, data);
      expect(findings).toEqual([]);
      expect(Object.values(report.skipped).reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    });
  });
}
