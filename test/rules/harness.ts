import { describe, expect, test } from "vitest";
import type { Example, ExampleLine, Rule } from "../../src/contract/rule.ts";
import { runExample } from "../../src/run/examples.ts";

export { exampleCsv } from "../../src/contract/example.ts";
export { runExample };

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
