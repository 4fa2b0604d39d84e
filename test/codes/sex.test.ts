import { expect, test } from "vitest";
import { parseSex } from "../../src/codes/sex.ts";

test.each([
  ["M", "M"],
  ["male", "M"],
  ["1", "M"],
  [" f ", "F"],
  ["Female", "F"],
  ["2", "F"],
  ["2.0", "F"],
  ["U", "U"],
  ["Unknown", "U"],
  ["0", "U"],
  ["o", "U"],
  ["X", "U"],
])("%j is %s", (text, sex) => expect(parseSex(text)).toEqual({ text, ok: true, sex }));

test.each(["Ml", "3", "", "MF", "constructor", "__proto__"])("%j is no sex code", (text) => {
  expect(parseSex(text)).toEqual({ text, ok: false, sex: undefined });
});
