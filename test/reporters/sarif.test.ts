import { describe, expect, it } from "vitest";
import sarif from "../../src/reporters/sarif.ts";
import { makeFinding, makeRule, makeRun, printAll, write } from "./sample.ts";
import { sarifProblems } from "./sarif-shape.ts";

interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

interface Log {
  $schema: string;
  runs: [
    {
      tool: {
        driver: {
          rules: {
            id: string;
            shortDescription: { text: string };
            fullDescription: { text: string };
            help: { text: string };
            properties: Record<string, unknown>;
          }[];
        };
      };
      invocations: [
        { executionSuccessful: boolean; toolExecutionNotifications: { level: string; message: { text: string } }[] },
      ];
      automationDetails: { id: string };
      redactionTokens?: string[];
      results: {
        ruleId: string;
        ruleIndex: number;
        level: string;
        message: { text: string };
        locations: [{ physicalLocation: { artifactLocation: { uri: string }; region: Region } }];
        partialFingerprints: Record<string, string>;
        suppressions?: object[];
      }[];
    },
  ];
}

function log(options: Parameters<typeof write>[1] = {}) {
  const parsed = JSON.parse(write(sarif, options)) as Log;
  expect(sarifProblems(parsed)).toEqual([]);
  return parsed.runs[0];
}

it("the shape check finds what is wrong", () => {
  const good = JSON.parse(write(sarif)) as Log;
  const broken = structuredClone(good) as unknown as { runs: { results: Record<string, unknown>[]; extra?: 1 }[] };
  broken.runs[0]!.extra = 1;
  delete broken.runs[0]!.results[0]!["message"];
  broken.runs[0]!.results[1]!["level"] = "info";
  expect(sarifProblems(broken)).toHaveLength(3);
});

it("says where, exactly, and names the rule", () => {
  const { results, tool, automationDetails } = log();
  expect(automationDetails.id).toMatch(/\/$/);
  expect(results).toHaveLength(4);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  expect(results[0]!.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: "claims/2026-11.csv", uriBaseId: "%SRCROOT%" },
        region: { startLine: 3, startColumn: 46, endLine: 3, endColumn: 56 },
      },
    },
  ]);
  for (const { partialFingerprints } of results) {
    expect(Object.keys(partialFingerprints)).toEqual(["claimlint/v1"]);
  }
});

it("explains each rule within GitHub's limits, and never claims a security severity", () => {
  const { rules } = log().tool.driver;
  expect(rules.map(({ id }) => id)).toEqual(["cpt-format", "duplicate-line", "member-id-format", "npi-check-digit"]);
  for (const { shortDescription, fullDescription, properties } of rules) {
    expect(shortDescription.text.length).toBeLessThanOrEqual(1024);
    expect(fullDescription.text.length).toBeLessThanOrEqual(1024);
    expect(Object.keys(properties)).toEqual(["tags", "precision", "problem.severity"]);
  }
  expect(rules[3]!.help.text).toMatch(/^Why: .*\n\nFix: .*\n\nLikely denial: CO-16, N257$/);
  const long = printAll().map((finding) => ({ ...finding, why: "y".repeat(5000) }));
  expect(log({ findings: long }).tool.driver.rules[0]!.fullDescription.text).toHaveLength(1024);
});

describe("more findings than GitHub shows", () => {
  const finding = printAll("nothing", [makeFinding()])[0]!;
  const many = (n: number, severity: "error" | "warning") =>
    Array.from({ length: n }, () => ({ ...finding, severity }));
  const runOf = (errors: number, warnings: number) =>
    makeRun({
      rules: [makeRule("npi-check-digit", { findings: errors + warnings })],
      summary: { ...makeRun().summary, errors, warnings },
    });

  it("keeps the 5,000 most severe, and says so", () => {
    const { results, invocations } = log({
      run: runOf(20, 4990),
      findings: [...many(4985, "warning"), ...many(20, "error"), ...many(5, "warning")],
    });
    expect(results).toHaveLength(5000);
    expect(results.slice(0, 20).every(({ level }) => level === "error")).toBe(true);
    expect(results.filter(({ level }) => level === "warning")).toHaveLength(4980);
    expect(invocations[0].toolExecutionNotifications).toContainEqual({
      level: "warning",
      message: { text: "5,010 findings in all; this file holds the 5,000 most severe" },
    });
  });

  it("says nothing of a limit that was not reached", () => {
    const { results, invocations } = log({ run: runOf(5000, 0), findings: many(5000, "error") });
    expect(results).toHaveLength(5000);
    expect(invocations[0].toolExecutionNotifications).toEqual([]);
  });
});

it("reports rules that did not run, and what kept the run from being complete", () => {
  const { invocations } = log({ run: makeRun({ complete: false, problems: ["x.csv: gone"], exitCode: 2 }) });
  expect(invocations[0].executionSuccessful).toBe(false);
  expect(invocations[0].toolExecutionNotifications.map(({ level, message }) => `${level} ${message.text}`)).toEqual([
    "error not fully checked: x.csv: gone",
    "note mue-exceeded did not run: no data set medically-unlikely-edits; claimlint data add",
    "note units-zero did not run: no such column",
  ]);
});

it("marks waived findings as suppressed and hidden values as redacted", () => {
  const waived = { ...printAll()[0]!, waived: { reason: "agreed with the payer" } };
  expect(
    log({ findings: [waived], run: makeRun({ summary: { ...makeRun().summary, errors: 0, warnings: 0, waived: 1 } }) })
      .results[0]!.suppressions,
  ).toEqual([{ kind: "external", status: "accepted", justification: "agreed with the payer" }]);
  expect(log().redactionTokens).toEqual(["A", "9"]);
  expect(log({ run: makeRun({ values: "all" }) }).redactionTokens).toBeUndefined();
});

it("a region never ends before it starts", () => {
  const at = { ...makeFinding().at, line: 5, column: 9, endLine: 5, endColumn: 1 };
  const { region } = log({ findings: printAll("nothing", [makeFinding({ at })]) }).results[0]!.locations[0]
    .physicalLocation;
  expect(region).toEqual({ startLine: 5, startColumn: 9, endLine: 5, endColumn: 9 });
});
