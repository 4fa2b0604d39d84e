import { expect, it } from "vitest";
import markdown from "../../src/reporters/markdown.ts";
import { makeFinding, makeRule, makeRun, printAll, write } from "./sample.ts";

it("starts with the verdict, and says what was not checked", () => {
  const text = write(markdown);
  expect(text.startsWith("## ❌ 3 errors, 1 warning in 84 lines of 41 claims — fix before you submit\n")).toBe(true);
  expect(text).toContain("- no such column (1): `units-zero`\n");
  expect(text).toContain("- switched off (1): `z-off`\n");
  expect(text).toContain("Likely denial: CO-16, N257\n");
  expect(text).toContain("Personal values are hidden");
  expect(write(markdown, { run: makeRun({ values: "all" }) })).toContain("**Values: all.");
});

it("shows the first findings of each rule", () => {
  const findings = printAll(
    "nothing",
    Array.from({ length: 25 }, () => makeFinding()),
  );
  const run = makeRun({ rules: [makeRule("npi-check-digit", { findings: 25 })] });
  const places = (maxPerRule?: number) => {
    const text = write(markdown, { run, findings, ...(maxPerRule !== undefined && { maxPerRule }) });
    return [text.match(/row 2, F3/g)?.length, text.match(/and (\d+) more of this rule/)?.[1]];
  };
  expect(places()).toEqual([10, "15"]);
  expect(places(3)).toEqual([3, "22"]);
  expect(places(0)).toEqual([25, undefined]);
});

it("stays under the 1 MiB that GitHub takes for a step's summary, and says what it left out", () => {
  const long = "ﷺ".repeat(200);
  const ids = Array.from({ length: 300 }, (_, i) => `rule-${String(i).padStart(3, "0")}`);
  const findings = ids.flatMap((rule) => {
    const [finding] = printAll("nothing", [makeFinding({ rule })]);
    return Array.from({ length: 10 }, () => ({ ...finding!, message: long }));
  });
  const run = makeRun({ rules: ids.map((id) => makeRule(id, { findings: 10 })) });
  const text = write(markdown, { run, findings });
  expect(Buffer.byteLength(text)).toBeLessThan(900_000);
  expect(Buffer.byteLength(text)).toBeGreaterThan(500_000);
  expect(text).toContain("The findings of the other rules did not fit here.");
  expect(text).toContain("as of 2026-11-24");
});
