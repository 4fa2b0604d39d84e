import { describe, expect, it } from "vitest";
import {
  blockOf,
  chapterOf,
  dotted,
  ICD10CM_BLOCKS,
  ICD10CM_CHAPTERS,
  inCategoryRange,
  needsMoreCharacters,
  undotted,
} from "../../src/codes/icd10cm.ts";
import { ICD10CM_CATEGORIES } from "../../src/codes/icd10cm-categories.ts";
import { day } from "../../src/model/dates.ts";

describe("chapters and blocks", () => {
  it("puts every category into one chapter and one block", () => {
    for (const category of ICD10CM_CATEGORIES) {
      const chapters = ICD10CM_CHAPTERS.filter(({ from, to }) => inCategoryRange(category, from, to));
      const blocks = ICD10CM_BLOCKS.filter(({ from, to }) => inCategoryRange(category, from, to));
      expect([category, chapters.length, blocks.length]).toEqual([category, 1, 1]);
    }
  });

  it("has 22 chapters and 285 innermost blocks, none of them empty", () => {
    expect(ICD10CM_CHAPTERS).toHaveLength(22);
    expect(ICD10CM_BLOCKS).toHaveLength(285);
    const used = new Set([...ICD10CM_CATEGORIES].map((category) => blockOf(category)?.id));
    expect(ICD10CM_BLOCKS.filter(({ id }) => !used.has(id))).toEqual([]);
  });

  it.each([
    ["A00.0", 1, "A00-A09"],
    ["D49.9", 2, "D49"],
    ["D50", 3, "D50-D53"],
    ["C4A.9", 2, "C43-C44"],
    ["C7B", 2, "C7B"],
    ["D3A", 2, "D3A"],
    ["H59", 7, "H59"],
    ["H60", 8, "H60-H62"],
    ["I1A0", 9, "I10-I1A"],
    ["J4A", 10, "J40-J4A"],
    ["J45", 10, "J40-J4A"],
    ["M1A", 13, "M05-M14"],
    ["O9A21", 15, "O94-O9A"],
    ["QA0", 17, "QA0"],
    ["T88", 19, "T80-T88"],
    ["Y04", 20, "X92-Y09"],
    ["Z3A", 21, "Z30-Z39"],
    ["U07.1", 22, "U00-U49"],
  ])("%s is in chapter %i, block %s", (code, chapter, block) => {
    expect(chapterOf(code)?.number).toBe(chapter);
    expect(blockOf(code)?.id).toBe(block);
  });

  it.each(["", "V", "25000", "A1", "T89"])("%j is in no chapter", (code) => {
    expect(chapterOf(code)).toBeUndefined();
    expect(blockOf(code)).toBeUndefined();
  });
});

describe("inCategoryRange", () => {
  it.each([
    ["V00", "V00", "Y99", true],
    ["Y99.9", "V00", "Y99", true],
    ["T88", "V00", "Y99", false],
    ["Z00", "V00", "Y99", false],
    ["U07", "S00", "Y99", false],
    ["U07", "Z00", "U85", true],
    ["O9A", "O00", "O9A", true],
    ["C4A", "C00", "C43", false],
    ["C4A", "C43", "C44", true],
    ["M1A", "M10", "M14", false],
    ["Z3A", "Z37", "Z39", false],
  ])("%s in %s–%s is %s", (code, from, to, inside) => {
    expect(inCategoryRange(code, from, to)).toBe(inside);
  });
});

describe("dotted and undotted", () => {
  it.each([
    ["E119", "E11.9"],
    ["I10", "I10"],
    ["S72001A", "S72.001A"],
    ["O9A211", "O9A.211"],
  ])("%s is printed %s", (plain, printed) => {
    expect(dotted(plain)).toBe(printed);
    expect(dotted(printed)).toBe(printed);
    expect(undotted(printed)).toBe(plain);
  });
});

describe("needsMoreCharacters", () => {
  const on = day("2026-03-02");
  it.each([
    ["E11", true],
    ["I10", false],
    ["E119", undefined],
    ["E1132", true],
    ["S93401", true],
    ["W19", true],
    ["S93401A", false],
    ["V700", true],
    ["I64", undefined],
  ])("%s: %s", (code, needs) => {
    expect(needsMoreCharacters(code, on)).toBe(needs);
  });
  it("follows the date", () => {
    expect(needsMoreCharacters("R05", day("2021-09-30"))).toBe(false);
    expect(needsMoreCharacters("R05", day("2021-10-01"))).toBe(true);
    expect(needsMoreCharacters("R05")).toBeUndefined();
    expect(needsMoreCharacters("Z91011", day("2025-09-30"))).toBeUndefined();
    expect(needsMoreCharacters("Z91011", day("2025-10-01"))).toBe(true);
  });
});
