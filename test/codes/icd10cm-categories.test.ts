import { describe, expect, it } from "vitest";
import {
  categoryFirstDay,
  ICD10CM_CATEGORIES,
  isBillableCategory,
  isKnownCategory,
} from "../../src/codes/icd10cm-categories.ts";
import { day } from "../../src/model/dates.ts";
import { RELEASES_PRESENT, readRelease } from "./icd10cm-releases.ts";

describe("isBillableCategory", () => {
  it.each([
    ["I10", "2026-09-30", "billable"],
    ["I10", "2015-10-01", "billable"],
    ["I10", "2015-09-30", "unknown"],
    ["I10", "2026-10-01", "unknown"],
    ["E11", "2026-11-01", "header"],
    ["E11", "2015-10-01", "header"],
    ["R05", "2021-09-30", "billable"],
    ["R05", "2021-10-01", "header"],
    ["G35", "2025-09-30", "billable"],
    ["G35", "2025-10-01", "header"],
    ["T07", "2017-09-30", "billable"],
    ["T07", "2017-10-01", "header"],
    ["I5A", "2021-09-30", "unknown"],
    ["I5A", "2021-10-01", "billable"],
    ["QA0", "2025-09-30", "unknown"],
    ["QA0", "2025-10-01", "header"],
    ["I64", "2024-01-01", "unknown"],
  ] as const)("%s on %s is %s", (category, on, state) => {
    expect(isBillableCategory(category, day(on))).toBe(state);
  });

  it.each([
    ["I10", "billable"],
    ["E11", "header"],
    ["R05", "unknown"],
  ] as const)("%s without a date is %s", (category, state) => {
    expect(isBillableCategory(category)).toBe(state);
  });
});

describe("isKnownCategory", () => {
  it.each(["A00", "C4A", "C7B", "QA0", "Z3A", "U09"])("%s is one", (category) => {
    expect(isKnownCategory(category)).toBe(true);
  });
  it.each(["I64", "B24", "I84", "A16", "QA1", "U08", "O9B", "", "E1"])("%s is none", (category) => {
    expect(isKnownCategory(category)).toBe(false);
  });
  it("says since when", () => {
    expect(categoryFirstDay("QA0")).toBe(day("2025-10-01"));
    expect(categoryFirstDay("E11")).toBeUndefined();
  });
});

describe.skipIf(!RELEASES_PRESENT)("the category table against the order files", () => {
  it("holds exactly the 1,918 categories of FY2026, 214 of them billable", () => {
    const { codes, billable } = readRelease("fy2026");
    const categories = [...codes].filter((code) => code.length === 3);
    expect(categories).toHaveLength(1918);
    expect([...ICD10CM_CATEGORIES].sort()).toEqual(categories.sort());
    const on = day("2026-01-15");
    expect(categories.filter((category) => isBillableCategory(category, on) === "billable")).toEqual(
      categories.filter((category) => billable.has(category)),
    );
    expect(categories.filter((category) => billable.has(category))).toHaveLength(214);
  });

  it.each([
    ["fy2021", "2021-01-15"],
    ["fy2022", "2021-10-15"],
    ["fy2023_icd", "2022-10-15"],
    ["fy2023_April", "2023-04-15"],
    ["fy2024_icd", "2023-10-15"],
    ["fy2024_April", "2024-04-15"],
    ["fy2025_ICD", "2024-10-15"],
    ["fy2025_April", "2025-04-15"],
    ["fy2026", "2026-09-30"],
  ])("agrees with %s", (zip, date) => {
    const { codes, billable } = readRelease(zip);
    const on = day(date);
    const wrong: string[] = [];
    for (const category of ICD10CM_CATEGORIES) {
      const expected = billable.has(category) ? "billable" : codes.has(category) ? "header" : "unknown";
      if (isBillableCategory(category, on) !== expected) wrong.push(`${category} ${expected}`);
    }
    for (const code of codes) if (!isKnownCategory(code.slice(0, 3))) wrong.push(`${code} not known`);
    expect(wrong).toEqual([]);
  });
});
