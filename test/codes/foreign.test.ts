import { expect, test } from "vitest";
import { foreignCharacter, withoutForeign } from "../../src/codes/foreign.ts";

test.each([
  ["CLM-1", undefined, "CLM-1"],
  [" CLM 1 ", undefined, "CLM 1"],
  ["CLM\u200B1", "\u200B", "CLM1"],
  ["CLM\u00A01", "\u00A0", "CLM 1"],
  ["\uFEFFCLM1\u2003", "\uFEFF", "CLM1"],
  ["A\u202E1\u2069", "\u202E", "A1"],
  ["Café", undefined, "Café"],
  ["\u2018A1\u2019", "\u2018", undefined],
  ["A\uFFFD1\u200B", "\uFFFD", undefined],
])("%j", (text, found, plain) => {
  expect([foreignCharacter(text), withoutForeign(text)]).toEqual([found, plain]);
});
