import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteTexts } from "../../src/input/byte-texts.ts";

function intern(texts: ByteTexts, text: string): number {
  const bytes = Buffer.from(`<${text}>`);
  return texts.intern(bytes, 1, bytes.length - 1);
}

test("the empty text has number 0, the others come in order of first appearance", () => {
  const texts = new ByteTexts();
  expect(["", "99213", "99214", "99213", ""].map((text) => intern(texts, text))).toEqual([0, 1, 2, 1, 0]);
  expect(texts.count).toBe(3);
});

test("numbers texts as a Map of strings does, and gives each back", () => {
  const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.string({ unit: "grapheme" }), fc.integer().map(String));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 400 }), (cells) => {
      const texts = new ByteTexts();
      const known = new Map<string, number>([["", 0]]);
      for (const text of cells) {
        const well = Buffer.from(text).toString();
        if (!known.has(well)) known.set(well, known.size);
        expect(intern(texts, well)).toBe(known.get(well));
      }
      for (const [text, number] of known) expect(texts.text(number)).toBe(text);
    }),
  );
});

test("a hundred thousand numbers that count up do not pile up in one place", () => {
  const texts = new ByteTexts();
  for (let i = 0; i < 100_000; i++) expect(intern(texts, `C${String(i).padStart(8, "0")}`)).toBe(i + 1);
  expect(texts.text(54_322)).toBe("C00054321");
});
