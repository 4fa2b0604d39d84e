import { expect, test } from "vitest";
import { parseProcedure } from "../../src/codes/procedure.ts";
import { visitPlaceProblem } from "../../src/codes/visit-place.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

const code = (text: string): ProcedureCode => ({ ...parseProcedure(text), privacy: "none", blank: false });

test.each([
  ["99213", "11", undefined],
  ["99213", "21", "unusual"],
  ["99213", "22", undefined],
  ["99213", "23", undefined],
  ["99213", "31", "doubtful"],
  ["99213", "08", undefined],
  ["99221", "21", undefined],
  ["99221", "11", "unusual"],
  ["99236", "12", "doubtful"],
  ["99281", "23", undefined],
  ["99285", "20", "unusual"],
  ["99285", "02", undefined],
  ["99291", "12", "doubtful"],
  ["99304", "31", undefined],
  ["99316", "11", "unusual"],
  ["99341", "13", undefined],
  ["99350", "11", "unusual"],
  ["99351", "11", undefined],
  ["99461", "11", undefined],
  ["99462", "11", "unusual"],
  ["98000", "11", "doubtful"],
  ["98016", "11", undefined],
  ["G0463", "11", undefined],
])("%s in %s: %s", (procedure, place, problem) => {
  expect(visitPlaceProblem(code(procedure), place)).toBe(problem);
});
