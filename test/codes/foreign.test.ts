import fc from "fast-check";
import { expect, test } from "vitest";
import { foreignCharacter, withoutForeign } from "../../src/codes/foreign.ts";
import { PARSERS } from "../../src/codes/parse.ts";

test.each([
  ["CLM-1", undefined, "CLM-1"],
  [" CLM 1 ", undefined, "CLM 1"],
  ["CLM\u200B1", "\u200B", "CLM1"],
  ["CLM\u00A01", "\u00A0", "CLM 1"],
  ["\uFEFFCLM1\u2003", "\uFEFF", "CLM1"],
  ["A\u202E1\u2069", "\u202E", "A1"],
  ["Café", undefined, "Café"],
  ["\u2018A1\u2019", "\u2018", undefined],
  ["1\uFEFF2", "\uFEFF", undefined],
  ["A\uFFFD1\u200B", "\uFFFD", undefined],
])("%j", (text, found, plain) => {
  expect([foreignCharacter(text), withoutForeign(text)]).toEqual([found, plain]);
});

test("a cell is read the same before and after", () => {
  const texts = {
    money: ["1 250.00", "$ 5", "-5"],
    quantity: ["1 000", "1"],
    npi: ["1245319599"],
    place: ["11"],
    pointer: ["1 2", "AB", "12"],
  };
  const marks = fc.constantFrom("\u00A0", "\u200B", "\u00AD", "\u202E", "\u2009", "\u3000", "\uFEFF");
  for (const [kind, cells] of Object.entries(texts)) {
    const read = (text: string) => {
      const { text: _, ...value } = PARSERS[kind as keyof typeof texts](text);
      return value;
    };
    fc.assert(
      fc.property(fc.constantFrom(...cells), marks, fc.nat(9), fc.boolean(), (cell, mark, at, instead) => {
        const text = instead ? cell.replace(" ", mark) : cell.slice(0, at) + mark + cell.slice(at);
        const plain = withoutForeign(text);
        if (plain !== undefined && read(text).ok) expect(read(plain)).toEqual(read(text));
      }),
    );
  }
});
