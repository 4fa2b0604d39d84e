import { expect, test } from "vitest";
import { parsePlace, placeAbout } from "../../src/codes/place.ts";
import { day } from "../../src/model/dates.ts";

test.each([
  ["11", true, "11"],
  [" 11 ", true, "11"],
  ["'02", true, "02"],
  ["98", true, "98"],
  ["2", false, "2"],
  ["11.0", false, "11.0"],
  ["111", false, "111"],
  ["AB", false, "AB"],
  ["", false, ""],
])("%j", (text, ok, code) => {
  expect(parsePlace(text)).toEqual({ text, ok, code });
});

test.each([
  ["02", true, "2017-01-01"],
  ["10", false, "2022-01-01"],
  ["11", false, undefined],
  ["19", true, "2016-01-01"],
  ["21", true, undefined],
  ["27", false, "2023-10-01"],
  ["58", false, "2020-01-01"],
  ["66", false, "2024-08-01"],
  ["99", false, undefined],
])("POS %s: facility %s, from %s", (code, facility, from) => {
  expect(placeAbout(code)).toMatchObject({ facility });
  expect(placeAbout(code)?.from).toBe(from === undefined ? undefined : day(from));
});

test("the unassigned numbers", () => {
  const codes = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));
  const unassigned = codes.filter((code) => placeAbout(code) === undefined);
  const spans: readonly (readonly [number, number])[] = [
    [0, 0],
    [28, 30],
    [35, 40],
    [43, 48],
    [59, 59],
    [63, 64],
    [67, 70],
    [73, 80],
    [82, 98],
  ];
  expect(unassigned.map(Number)).toEqual(
    spans.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  );
});
