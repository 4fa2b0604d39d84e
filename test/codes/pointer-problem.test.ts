import { expect, test } from "vitest";
import { parsePointer } from "../../src/codes/pointer.ts";
import { pointerProblem } from "../../src/codes/pointer-problem.ts";

const of = (text: string, filled: number[], before: number[] = []) =>
  pointerProblem({ ...parsePointer(text), privacy: "none", blank: false }, before, new Set(filled));

test.each([
  ["1", [1]],
  ["B", [1, 2]],
  ["1,2,3,4", [1, 2, 3, 4]],
  ["12", [1, 2, 12]],
  // Without a list nothing is known of empty positions.
  ["3", []],
  // A spreadsheet's: file-date-mangled-code.
  ["2-Jan", [1, 2]],
  ["46024", [1, 2]],
])("%s is right with %j", (text, filled) => {
  expect(of(text, filled)).toBeUndefined();
});

test.each([
  ["0", [1, 2], /no diagnosis position/, undefined],
  ["0", [1], /no diagnosis position/, "1"],
  ["13", [1], /no diagnosis position/, "1"],
  ["13", [1, 3], /without its commas/, "1,3"],
  ["123", [1, 2, 3], /1,2,3 without its commas/, "1,2,3"],
  ["123", [1, 2], /no diagnosis position/, undefined],
  ["121", [1, 2], /no diagnosis position/, undefined],
  ["12", [1, 2], /without its commas/, "1,2"],
  ["12", [1], /diagnosis 12, which is empty/, undefined],
  ["3", [1, 2], /diagnosis 3, which is empty/, undefined],
  ["2", [1, 3], /diagnosis 2/, undefined],
  ["1,2,3,4,5", [1, 2, 3, 4, 5], /makes 5 diagnoses/, undefined],
  ["M", [1, 2], /1 to 12 or A to L/, undefined],
])("%s is wrong with %j", (text, filled, problem, replacement) => {
  const found = of(text, filled);
  expect(found?.problem).toMatch(problem);
  expect(found?.replacement).toBe(replacement);
});

test("cells before count", () => {
  expect(of("5", [1, 2, 3, 4, 5], [1, 2, 3, 4])?.problem).toMatch(/makes 5/);
  expect(of("2", [1, 2], [1])).toBeUndefined();
  expect(of("1", [1, 2], [1])).toMatchObject({ problem: "names diagnosis 1 twice", severity: "warning" });
  expect(of("0", [1, 2], [1])).toBeUndefined();
  expect(of("0", [1, 2], [])).toBeDefined();
});
