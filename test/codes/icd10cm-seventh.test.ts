import { describe, expect, it } from "vitest";
import { seventhCharacters } from "../../src/codes/icd10cm-seventh.ts";
import { day } from "../../src/model/dates.ts";
import { RELEASES_PRESENT, type Release, readRelease } from "./icd10cm-releases.ts";

describe("seventhCharacters", () => {
  it.each([
    ["S93401", "ADS"],
    ["S72001A", "ABCDEFGHJKMNPQRS"],
    ["S72471", "ADGKPS"],
    ["S12XX", "ABDGKS"],
    ["S128", "ADS"],
    ["S498", "ADS"],
    ["S490", "ADGKPS"],
    ["S991", "ABDGKPS"],
    ["S998", "ADS"],
    ["S061X7", "A"],
    ["S061X6", "ADS"],
    ["M800", "ADGKPS"],
    ["M484", "ADGS"],
    ["M1A", "01"],
    ["O36819", "0123459"],
    ["E11321", "1239"],
    ["R40211", "01234"],
    ["H401110", "01234"],
    ["W19", "ADS"],
    ["Z91011", "012"],
  ])("%s takes %s", (code, allowed) => {
    expect(seventhCharacters(code)?.allowed).toBe(allowed);
  });

  it.each(["E119", "E1136", "I10", "T86", "T8689", "T31", "Y92", "O330", "H4015", "R402", "M848", "Z86"])(
    "%s takes none",
    (code) => {
      expect(seventhCharacters(code)).toBeUndefined();
    },
  );

  it.each([
    ["Z91011", "2025-09-30", "2025-10-01"],
    ["Z86010", "2024-09-30", "2024-10-01"],
    ["E11321", "2016-09-30", "2016-10-01"],
    ["T07", "2017-09-30", "2017-10-01"],
  ])("%s takes none on %s and one on %s", (code, before, from) => {
    expect(seventhCharacters(code, day(before))).toBeUndefined();
    expect(seventhCharacters(code, day(from))).toBeDefined();
  });
});

describe.skipIf(!RELEASES_PRESENT).each([
  ["fy2021", "2021-01-15"],
  ["fy2022", "2021-10-15"],
  ["fy2023_April", "2023-04-15"],
  ["fy2024_April", "2024-04-15"],
  ["fy2025_April", "2025-04-15"],
  ["fy2026", "2026-01-15"],
])("the 7th characters against the order file %s", (zip, date) => {
  const on = day(date);
  let release: Release | undefined;
  const read = () => (release ??= readRelease(zip));

  it("gives every six-character stem exactly its 7th characters", () => {
    const stems = new Map<string, string>();
    for (const code of [...read().billable].sort()) {
      if (code.length === 7) stems.set(code.slice(0, 6), (stems.get(code.slice(0, 6)) ?? "") + code[6]);
    }
    expect(stems.size).toBeGreaterThan(12_000);
    const wrong = [...stems].filter(([stem, allowed]) => seventhCharacters(stem, on)?.allowed !== allowed);
    expect(wrong).toEqual([]);
  });

  it("asks for none after a shorter billable code", () => {
    const short = [...read().billable].filter((code) => code.length < 7);
    expect(short.filter((code) => seventhCharacters(code, on) !== undefined)).toEqual([]);
  });

  it("asks for one wherever all billable codes below are seven characters long", () => {
    const shortBelow = new Set<string>();
    const longBelow = new Set<string>();
    for (const code of read().billable) {
      for (let length = 3; length <= code.length; length++) {
        (code.length < 7 ? shortBelow : longBelow).add(code.slice(0, length));
      }
    }
    const headers = [...read().codes].filter((code) => code.length < 7 && longBelow.has(code) && !shortBelow.has(code));
    expect(headers.length).toBeGreaterThan(5_000);
    const missed = headers.filter(
      (code) => seventhCharacters(code, on) === undefined || seventhCharacters(code.padEnd(6, "X"), on) === undefined,
    );
    expect(missed).toEqual([]);
  });
});
