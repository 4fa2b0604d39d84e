import { expect, test } from "vitest";
import { check } from "../../src/index.ts";
import { exampleCsv } from "./harness.ts";

/** Lists and pointers on which several rules could speak, through all of them: one cause, one finding. */
test.each([
  ["Z68.35", "", "1", ["dx-secondary-only"]],
  ["Z3A.32", "", "1", ["dx-secondary-only"]],
  ["W26.0XXA", "", "1", ["dx-external-cause-first"]],
  ["W26.0XXS", "", "1", ["dx-external-cause-first"]],
  ["T46.4X5S", "", "1", ["dx-secondary-only"]],
  ["S52.501S", "", "1", ["dx-sequela-sequencing"]],
  ["F02.80", "", "1", ["dx-manifestation-first"]],
  ["E11.9", "E11.9", "1", ["dx-duplicate"]],
  ["E11.9", "I10", "", ["dx-pointer-missing"]],
  ["E11.9", "I10", "0", ["dx-pointer-invalid"]],
  ["E11.9", "I10", "2-Jan", ["file-date-mangled-code"]],
  ["", "", "", ["dx-required"]],
  ["", "", "1", ["dx-required"]],
  ["I10", "N18.4", "1", ["dx-excludes-combination"]],
  ["N40.1", "", "1", ["dx-sex-conflict"]],
  ["Z38.00", "", "1", ["dx-age-conflict"]],
  ["I10", "Z68.41", "1", ["dx-bmi-alone"]],
  ["I10", "Z51.11", "1", ["dx-z-first-only"]],
])("%s and %s, pointer %s: %j", async (diagnosis_1, diagnosis_2, dx_pointer, rules) => {
  const content = exampleCsv([{ diagnosis_1, diagnosis_2, dx_pointer }]);
  const found: string[] = [];
  for await (const { rule } of check({ name: "list.csv", content }, { asOf: "2026-11-22" })) found.push(rule);
  expect(found).toEqual(rules);
});
