import { describe, expect, it } from "vitest";
import type { Reporter } from "../../src/contract/reporter.ts";
import type { Hidden } from "../../src/findings/print.ts";
import { REPORTERS } from "../../src/registry/reporters.ts";
import concise from "../../src/reporters/concise.ts";
import csv from "../../src/reporters/csv.ts";
import json from "../../src/reporters/json.ts";
import ndjson from "../../src/reporters/ndjson.ts";
import pretty from "../../src/reporters/pretty.ts";
import summary from "../../src/reporters/summary.ts";
import { BIRTH, DIRECT, HOSTILE, makeFinding, makeRule, makeRun, printAll, QUASI, write } from "./sample.ts";

/** Lines and tables; hostile.test.ts looks at every format, each by its own rules. */
const LINES: readonly Reporter[] = [pretty, concise, summary, json, ndjson, csv];
const GROUPS = ["rule", "file", "claim", "column"] as const;

/** Everything a reporter can be made to say about the sample, in all its display modes. */
function everything(reporter: Reporter, hidden: Hidden): string {
  const findings = printAll(hidden);
  const manyOfOne = Array.from({ length: 30 }, (_, i) =>
    makeFinding({
      at: { ...makeFinding().at, row: i + 1 },
      value: { text: DIRECT, privacy: "direct" },
      message: "{a}",
      slots: { a: { text: BIRTH, privacy: "quasi" } },
    }),
  );
  const wide = makeRun({ rules: [makeRule("npi-check-digit", { findings: 30, checked: 40 })] });
  return [
    ...[-1, 0, 1, 2].map((quiet) => write(reporter, { findings, quiet })),
    ...GROUPS.map((groupBy) => write(reporter, { findings, groupBy })),
    write(reporter, { findings, width: 40, maxPerRule: 0 }),
    write(reporter, { findings: printAll(hidden, manyOfOne), run: wide }),
  ].join("\n");
}

describe.each(REPORTERS.map((reporter) => [reporter.id, reporter] as const))("%s", (id, reporter) => {
  it("shows private values only where the policy lets it", () => {
    const shows = (hidden: Hidden) => {
      const text = everything(reporter, hidden);
      return [DIRECT, QUASI, BIRTH].filter((canary) => text.includes(canary));
    };
    if (id !== "summary") expect(shows("nothing")).toContain(DIRECT);
    expect(shows("direct")).not.toContain(DIRECT);
    expect(shows("direct+quasi")).toEqual([]);
    expect(shows("everything")).toEqual([]);
  });

  it("under --values none shows no cell at all", () => {
    const text = everything(reporter, "everything");
    expect(text).not.toContain("1234567890");
    expect(text).not.toContain("99213");
    expect(text).not.toContain("pwned");
  });

  it("says the same for the same run", () => {
    expect(everything(reporter, "direct")).toBe(everything(reporter, "direct"));
  });
});

describe.each(LINES.map((reporter) => [reporter.id, reporter] as const))("%s", (id, reporter) => {
  it("cannot be made to say anything else by a cell", () => {
    const text = everything(reporter, "nothing");
    expect(text).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/u);
    expect(text).not.toMatch(/\p{Cs}/u);
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toMatch(/##\[|##vso\[/);
    expect(text).not.toContain(HOSTILE);
    expect(text.length).toBeLessThan(60_000);
  });

  it("cannot be made to say anything else by a path or a header", () => {
    const path = '::error::a\u001b[2J\n::b,"c\u202e.csv';
    const run = makeRun({
      files: [
        {
          ...makeRun().files[0]!,
          path,
          failure: "x\u001by",
          mapping: [{ key: "claimId", slot: 0, column: 0, header: HOSTILE, how: "similar" }],
        },
      ],
      problems: ["a\n::error::b"],
      exitCode: 2,
    });
    const finding = makeFinding({
      at: { ...makeFinding().at, file: path },
      related: [{ at: { ...makeFinding().at, file: path }, field: undefined, label: "first" }],
    });
    const text = GROUPS.map((groupBy) =>
      write(reporter, { run, findings: printAll("nothing", [finding]), groupBy }),
    ).join("");
    if (id === "csv") return; // quotes the path as it is: a table is data
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|^\s*::/mu);
  });
});
