import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapeOf, visible } from "../../src/model/visible.ts";

describe("visible", () => {
  it.each([
    ["", ""],
    ["99213", "99213"],
    ["O'Brien, Zoë", "O'Brien, Zoë"],
    [" a b  ", "␠a b␠␠"],
    ["   ", "␠␠␠"],
    ["a\u00a0b", "a⍽b"],
    ["\ta", "⇥a"],
    ["a\r\nb", "a␍␊b"],
    ["\u001b[31m", "␛[31m"],
    ["\u007f", "␡"],
    ["\u009b31m", "\\u{9B}31m"],
    ["99\u200b213", "99\\u{200B}213"],
    ["\u202eabc", "\\u{202E}abc"],
    ["a\u200fb", "a\\u{200F}b"],
    ["a\u2028b", "a\\u{2028}b"],
    ["\ud800x", "\\u{D800}x"],
    ["x\udc00", "x\\u{DC00}"],
    ["\u{1f600}", "\u{1f600}"],
    ["a\u2003b", "a\\u{2003}b"],
    ["\u0301a", "\\u{301}a"],
    ["e\u0301", "e\u0301"],
    ["\u3164", "\\u{3164}"],
    ["\ufeff9", "\\u{FEFF}9"],
  ])("%j becomes %j", (text, expected) => expect(visible(text)).toBe(expected));

  it.each([
    ["abcde", 5, "abcde"],
    ["abcdef", 5, "abcde…"],
    ["ab   c", 5, "ab   …"],
    ["abcd\u{1f600}", 5, "abcd…"],
    ["abcd\u{1f600}", 6, "abcd\u{1f600}"],
  ])("%j cut at %i is %j", (text, limit, expected) => expect(visible(text, limit)).toBe(expected));

  it("leaves nothing in any text that a terminal, a log or a line-based reader acts on", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.nat(0xffff)), (text, units) => {
        const out = visible(text + String.fromCharCode(...units));
        expect(out).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(out).not.toMatch(/^ | $/);
      }),
    );
  });

  it("takes a megabyte of spaces in no time", () => {
    const started = performance.now();
    visible(`a${" ".repeat(1_000_000)}b`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("shapeOf", () => {
  it.each([
    ["", ""],
    ["CLM-00017", "AAA-99999"],
    ["Zoë 李", "AAA A"],
    ["٣4", "99"],
    ["e\u0301", "AA"],
    [" 1", "␠9"],
    ["a\u200b\n", "A\\u{200B}␊"],
    ["x".repeat(32), "A".repeat(32)],
    ["x".repeat(33), `${"A".repeat(32)}…`],
    [`${"x".repeat(31)} y`, `${"A".repeat(31)} …`],
    ["\u{1f600}".repeat(40), `${"\u{1f600}".repeat(32)}…`],
  ])("%j has the shape %j", (text, expected) => expect(shapeOf(text)).toBe(expected));

  it("keeps no letter and no digit of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const letters = shapeOf(text).replace(/\\u\{[0-9A-F]+\}/g, "");
        expect(letters).not.toMatch(/(?![A9])[\p{L}\p{N}]/u);
      }),
    );
  });
});
