import { expect, test } from "vitest";
import { parseProcedure } from "../../src/codes/procedure.ts";
import {
  evaluationDiscipline,
  isAlwaysTherapy,
  isTimedTherapy,
  mayBeTherapy,
  unitsForMinutes,
} from "../../src/codes/therapy.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

const code = (text: string) => parseProcedure(text) as ProcedureCode;

test.each([
  [0, 0],
  [7, 0],
  [8, 1],
  [22, 1],
  [23, 2],
  [37, 2],
  [38, 3],
  [52, 3],
  [53, 4],
  [67, 4],
  [68, 5],
])("%s minutes support %s units", (minutes, units) => {
  expect(unitsForMinutes(minutes)).toBe(units);
});

test.each([
  ["97110", true, true, undefined],
  ["97161", true, false, "GP"],
  ["97164", true, false, "GP"],
  ["97165", true, false, "GO"],
  ["97168", true, false, "GO"],
  ["92521", true, false, "GN"],
  ["92524", true, false, "GN"],
  ["92507", true, false, undefined],
  ["97012", true, false, undefined],
  ["97032", true, true, undefined],
  ["97150", true, false, undefined],
  ["97530", true, true, undefined],
  ["97763", true, true, undefined],
  ["G0283", true, false, undefined],
  ["97014", false, false, undefined],
  ["97037", false, false, undefined],
  ["97129", false, false, undefined],
  ["97151", false, false, undefined],
  ["97169", false, false, undefined],
  ["97545", false, false, undefined],
  ["97597", false, false, undefined],
  ["98940", false, false, undefined],
])("%s: always therapy %s, timed %s, evaluation of %s", (text, always, timed, discipline) => {
  expect(isAlwaysTherapy(code(text))).toBe(always);
  expect(isTimedTherapy(code(text))).toBe(timed);
  expect(evaluationDiscipline(code(text))).toBe(discipline);
});

test.each([
  ["97010", true],
  ["96999", false],
  ["97037", true],
  ["92507", true],
  ["G0283", true],
  ["0791T", true],
  ["99213", false],
  ["J1885", false],
])("mayBeTherapy %s → %s", (text, may) => {
  expect(mayBeTherapy(code(text))).toBe(may);
});

test("what is always therapy may be", () => {
  const all = Array.from({ length: 10_000 }, (_, i) => code(`${90_000 + i}`));
  expect(all.filter((each) => isAlwaysTherapy(each) && !mayBeTherapy(each))).toEqual([]);
});
