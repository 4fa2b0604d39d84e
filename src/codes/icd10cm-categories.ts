/**
 * The three-character categories of ICD-10-CM, as ranges of their last two characters. From the FY2026 order file
 * (CMS/NCHS, public domain): 1,918 categories, 214 of them complete codes. No category of the releases FY2021 to
 * FY2026 has been taken away again, so the one table holds for every date; the ones that came later are in
 * `CATEGORY_FIRST_DAY`.
 */
import { day } from "../model/dates.ts";
import type { CalendarDate } from "../model/values.ts";

const CATEGORY_RANGES: Readonly<Record<string, string>> = {
  A: "00-09 15 17-28 30-44 46 48-60 63-71 74-75 77-96 98-99",
  B: "00-10 15-20 25-27 30 33-60 64-83 85-92 94-97 99",
  C: "00-26 30-34 37-41 43 4A 44-58 60-75 7A 7B 76-86 88 90-96",
  D: "00-07 09-36 3A 37-53 55-78 80-84 86 89",
  E: "00-11 13 15-16 20-32 34-36 40-46 50-56 58-61 63-68 70-80 83-89",
  F: "01-07 09-25 28-34 39-45 48 50-55 59-60 63-66 68-73 78-82 84 88-91 93-95 98-99",
  G: "00-14 20-21 23-26 30-32 35-37 40 43-47 50-65 70-73 80-83 89-99",
  H: "00-02 04-05 10-11 15-18 20-22 25-28 30-36 40 42-44 46-47 49-55 57 59-62 65-75 80-83 90-95",
  I: "00-02 05-13 15-16 1A 20-28 30-52 5A 60-63 65-83 85-89 95-97 99",
  J: "00-06 09-18 20-22 30-44 4A 45 47 60-70 80-82 84-86 90-96 98-99",
  K: "00-06 08-09 11-14 20-23 25-31 35-38 40-46 50-52 55-68 70-77 80-83 85-87 90-92 94-95",
  L: "00-05 08 10-14 20-30 40-45 49-60 62-68 70-76 80-95 97-99",
  M: "00-02 04-08 1A 10-27 30-36 40-43 45-51 53-54 60-63 65-67 70-72 75-77 79-81 83-97 99",
  N: "00-08 10-23 25-37 39-53 60-65 70-77 80-99",
  O: "00-04 07-16 20-26 28-36 40-48 60-77 80 82 85-92 94 98-99 9A",
  P: "00-05 07-15 19 22-29 35-39 50-61 70-72 74 76-78 80-81 83-84 90-96",
  Q: "00-07 10-18 20-28 30-45 50-56 60-87 89-93 95-99 A0",
  R: "00-01 03-07 09-23 25-27 29-37 39-65 68-71 73-94 97 99",
  S: "00-17 19-99",
  T: "07 14-28 30-34 36-71 73-76 78-88",
  V: "00-06 09-99",
  W: "00-01 03-40 42 44-46 49-62 64-65 67 69 73-74 85-86 88-90 92-94 99",
  X: "00-06 08 10-19 30-32 34-39 50 52 58 71-83 92-99",
  Y: "00-04 07-09 21-33 35-38 62-66 69-84 90 92-93 95 99",
  Z: "00-05 08-09 11-23 28-34 36 3A 37-49 51-53 55-60 62-99",
  U: "07 09",
};

/** Categories that are complete codes as they stand (I10, Z23). FY2026. */
const BILLABLE_RANGES: Readonly<Record<string, string>> = {
  A: "09 33-35 46 55 57-58 64-65 70 78 86 89-91 94 99",
  B: "03-04 09 20 49 54 59 64 72 75 79-80 86 89 91-92",
  C: "01 07 12 19-20 23 33 37 52 55 58 61 73",
  D: "34 45 62 65-67 77",
  E: "02 15 35 40-43 45-46 52 54 58-60 65 68",
  F: "04-05 09 21-24 28-29 39 54 59 66 69-73 79 82 88-89 99",
  G: "01-02 07-10 14 26 53 55 59 63-64 94",
  H: "22 28 32 42",
  I: "00 10 32 38-39 41 43 52 5A 76 81 96",
  J: "00 13-14 17 22 36 40 42 60-61 64-65 80 90 99",
  K: "23 30 36-37 67 77 87",
  L: "00 14 22 26 42 45 52 54 62 80 83-84 86 88 99",
  N: "08 10 12 16 19 22-23 29 33 37 51 62 72 74 86 96",
  O: "68 76 80 82 85 94",
  P: "53 60 84 90 95",
  Q: "02",
  R: "12 17 21 32 34 37 42 52 54-55 58 61 64 69 75 81 99",
  Y: "09 66 69 95",
  Z: "08-09 21 23 66",
};

/**
 * Categories that were complete codes and have been subdivided since, with the day from which they no longer are.
 * From FY2021 on by comparing the order files; before, from the FY2026 conversion table, which lists the new codes
 * since 2016-10-01. No category has gone the other way.
 */
const SUBDIVIDED_FROM: ReadonlyMap<string, CalendarDate> = new Map([
  ["F42", day("2016-10-01")],
  ["N61", day("2016-10-01")],
  ["N63", day("2017-10-01")],
  ["T07", day("2017-10-01")],
  ["Z36", day("2017-10-01")],
  ["F53", day("2018-10-01")],
  ["J82", day("2020-10-01")],
  ["R51", day("2020-10-01")],
  ["F78", day("2021-10-01")],
  ["G92", day("2021-10-01")],
  ["P09", day("2021-10-01")],
  ["R05", day("2021-10-01")],
  ["G20", day("2023-10-01")],
  ["H36", day("2023-10-01")],
  ["D71", day("2025-10-01")],
  ["G35", day("2025-10-01")],
]);

/** Categories that ICD-10-CM did not have on 2015-10-01, and their first day. Same sources as `SUBDIVIDED_FROM`. */
const CATEGORY_FIRST_DAY: ReadonlyMap<string, CalendarDate> = new Map([
  ["I16", day("2016-10-01")],
  ["M04", day("2016-10-01")],
  ["M97", day("2016-10-01")],
  ["X50", day("2016-10-01")],
  ["Z05", day("2016-10-01")],
  ["Z19", day("2016-10-01")],
  ["U07", day("2020-04-01")],
  ["I5A", day("2021-10-01")],
  ["U09", day("2021-10-01")],
  ["Z58", day("2021-10-01")],
  ["I1A", day("2023-10-01")],
  ["J4A", day("2023-10-01")],
  ["W44", day("2023-10-01")],
  ["QA0", day("2025-10-01")],
]);

/** The first day on which a claim carries ICD-10-CM codes (45 CFR 162.1002). */
export const ICD10CM_FIRST_DAY: CalendarDate = day("2015-10-01");

/** The last day of the newest release these tables are made from. */
export const ICD10CM_LAST_KNOWN_DAY: CalendarDate = day("2026-09-30");

function expand(ranges: Readonly<Record<string, string>>): ReadonlySet<string> {
  const categories = new Set<string>();
  for (const [letter, list] of Object.entries(ranges)) {
    for (const range of list.split(" ")) {
      const [from = "", to = from] = range.split("-");
      if (from === to) categories.add(letter + from);
      else for (let n = Number(from); n <= Number(to); n++) categories.add(letter + String(n).padStart(2, "0"));
    }
  }
  return categories;
}

/** Every category of FY2026, in the order of the order file within a letter. */
export const ICD10CM_CATEGORIES: ReadonlySet<string> = expand(CATEGORY_RANGES);

const BILLABLE_CATEGORIES = expand(BILLABLE_RANGES);

/** Whether ICD-10-CM has, or ever had, the category. */
export function isKnownCategory(category: string): boolean {
  return ICD10CM_CATEGORIES.has(category);
}

/** The day a category came into ICD-10-CM, where that was after 2015-10-01. */
export function categoryFirstDay(category: string): CalendarDate | undefined {
  return CATEGORY_FIRST_DAY.get(category);
}

/**
 * Whether a three-character category is a complete code on a date of service, or a header that needs more characters.
 * `unknown`: no such category on the date, a date before ICD-10-CM, a date after the newest release for a category
 * that was complete then (about one a year is subdivided; a header has never become complete), or no date for a
 * category that changed.
 */
export function isBillableCategory(category: string, on?: CalendarDate): "billable" | "header" | "unknown" {
  if (!ICD10CM_CATEGORIES.has(category)) return "unknown";
  const subdivided = SUBDIVIDED_FROM.get(category);
  const billableNow = BILLABLE_CATEGORIES.has(category);
  if (on === undefined) return subdivided !== undefined ? "unknown" : billableNow ? "billable" : "header";
  if (on < (CATEGORY_FIRST_DAY.get(category) ?? ICD10CM_FIRST_DAY)) return "unknown";
  if (subdivided !== undefined) return on < subdivided ? "billable" : "header";
  if (!billableNow) return "header";
  return on > ICD10CM_LAST_KNOWN_DAY ? "unknown" : "billable";
}
