import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rulePage } from "../../src/contract/page.ts";
import type { Example, ExampleLine } from "../../src/contract/rule.ts";
import { dataSetRegistry, reporterRegistry, ruleRegistry } from "../../src/dev/generate-registry.ts";
import { allFieldNames } from "../../src/model/columns.ts";
import { ENCOUNTER_COLUMNS } from "../../src/model/encounter.ts";
import { RULES } from "../../src/registry/rules.ts";
import { runExample } from "../rules/harness.ts";
import { watched } from "../rules/watch.ts";
import { ROOT, sources } from "./rooms.ts";

const all = sources();
const ruleFiles = all.filter(({ path }) => path.startsWith("src/rules/"));

/** What a rule reads last, it reads only where the first answers leave a question open. */
const VARIATIONS: readonly ((line: ExampleLine) => ExampleLine)[] = [
  (line) => line,
  (line) => ({ ...line, $profile: "institutional" }),
  (line) => ({ ...line, dx_pointer: "" }),
  (line) => ({ ...line, $profile: "institutional", revenue_code: "0450", type_of_bill: "111" }),
];

describe("the set of rules", () => {
  test("ids are unique and sorted, files are named after them", () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    const files = ruleFiles.map(({ path }) => path.split("/").at(-1)!.slice(0, -3)).sort();
    expect(files).toEqual(ids);
  });

  test("the registries are current (npm run generate)", () => {
    expect(readFileSync(join(ROOT, "src/registry/rules.ts"), "utf8")).toBe(ruleRegistry(ROOT));
    expect(readFileSync(join(ROOT, "src/registry/reporters.ts"), "utf8")).toBe(reporterRegistry(ROOT));
    expect(readFileSync(join(ROOT, "src/registry/data-sets.ts"), "utf8")).toBe(dataSetRegistry(ROOT));
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))("%s is whole", (id, rule) => {
    const file = ruleFiles.find(({ path }) => path.endsWith(`/${id}.ts`))!;
    expect(file.path).toBe(`src/rules/${rule.scope}/${id}.ts`);
    expect(file.lines, "a rule file has 80 lines at most").toBeLessThanOrEqual(81);
    expect(existsSync(join(ROOT, `test/rules/${rule.scope}/${id}.test.ts`)), "mirrored test").toBe(true);
    expect(rule.sources.length).toBeGreaterThan(0);
    expect(rule.examples.passes.length).toBeGreaterThan(0);
    expect(rule.examples.finds.length).toBeGreaterThan(0);
    expect(rule.summary).not.toMatch(/\.$/);
    expect(rule.summary.length).toBeLessThanOrEqual(90);
    for (const text of [rule.why, rule.fix]) expect(text).toMatch(/[.?)]$/);
    expect(file.text, "a rule has no clock, no randomness, no Node").not.toMatch(
      /\bDate\.now|new Date\(|Math\.random|process\.|node:/,
    );
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))("%s uses every input it declares", async (_, original) => {
    if (!("needs" in original)) return;
    const { rule, seen } = watched(original);
    const { data, passes, finds, skips = [] } = rule.examples;
    for (const example of [...passes, ...finds, ...skips]) {
      const lines = (Array.isArray(example) ? example : [example]) as readonly ExampleLine[];
      for (const vary of VARIATIONS) await runExample(rule, lines.map(vary), data);
    }
    const { text } = ruleFiles.find(({ path }) => path.endsWith(`/${rule.id}.ts`))!;
    const body = text.replace(/(needs|reads|columns): \[[^\]]*\],?/g, "").replace(/type \w+ =[^;]*;/g, "");
    const declared = [...original.needs, ...(original.reads ?? [])];
    // Read as one, by the questions of model/encounter.ts, and only as far as they leave the answer open.
    const encounter = /from "..\/..\/(model\/encounter|codes\/ncci).ts"/.test(text)
      ? [...ENCOUNTER_COLUMNS, "claimId"]
      : [];
    const implied = original.scope === "history" && original.per === "patient+date" ? ["serviceFrom"] : [];
    if (original.procedures) implied.push("procedure");
    const used = new Set([...seen, ...encounter, ...implied]);
    expect(declared.filter((key) => !used.has(key) && !new RegExp(`\\b${key}\\b`).test(body))).toEqual([]);
  });

  test("examples name real columns", () => {
    const known = new Set(allFieldNames().map(({ field }) => field));
    const lines = (example: Example) => (Array.isArray(example) ? example : [example]) as readonly ExampleLine[];
    const wrong = RULES.flatMap(({ id, examples }) =>
      [...examples.passes, ...examples.finds, ...(examples.skips ?? [])].flatMap(lines).flatMap((line) =>
        Object.keys(line)
          .filter((name) => !name.startsWith("$") && !known.has(name))
          .map((name) => `${id}: ${name}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))(
    "docs/rules/%s.md is current (npm run generate)",
    (id, rule) => {
      expect(readFileSync(join(ROOT, `docs/rules/${id}.md`), "utf8")).toBe(rulePage(rule));
    },
  );
});

describe("proportions", () => {
  test("no file is larger than it should be", () => {
    const tables = /^src\/(model\/columns|codes\/.*|registry\/.*)\.ts$/;
    const large = all
      .filter(({ path, lines }) => !tables.test(path) && lines > 450)
      .map(({ path, lines }) => `${path}: ${lines}`);
    expect(large).toEqual([]);
  });

  test("no room of leftovers", () => {
    const names = /(^|\/)(utils?|helpers?|common|core|shared|misc|lib)(\.ts|\/)/;
    expect(all.map(({ path }) => path).filter((path) => names.test(path))).toEqual([]);
  });
});
