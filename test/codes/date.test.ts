import { describe, expect, test } from "vitest";
import { dateFormatsOf, parseDate, serialDate, slashNumbers } from "../../src/codes/date.ts";
import { dateFormatNamed, day, formatDate } from "../../src/model/dates.ts";
import type { DateFormat } from "../../src/model/values.ts";

function read(text: string, format: DateFormat, notAfter?: string): string | undefined {
  const days = parseDate(text, format, notAfter === undefined ? {} : { notAfter: day(notAfter) });
  return days === undefined ? undefined : formatDate(days);
}

describe("parseDate", () => {
  test.each<[string, DateFormat, string]>([
    ["2026-03-02", "YYYY-MM-DD", "2026-03-02"],
    ["2026-3-2", "YYYY-MM-DD", "2026-03-02"],
    ["2026/03/02", "YYYY-MM-DD", "2026-03-02"],
    ["2024-02-29", "YYYY-MM-DD", "2024-02-29"],
    ["2026-03-02T00:00:00", "YYYY-MM-DD", "2026-03-02"],
    ["2026-03-02T23:59:59.123Z", "YYYY-MM-DD", "2026-03-02"],
    ["2026-03-02T10:00:00-05:00", "YYYY-MM-DD", "2026-03-02"],
    ["2026-03-02 00:00:00.000", "YYYY-MM-DD", "2026-03-02"],
    [" 2026-03-02\u00A0", "YYYY-MM-DD", "2026-03-02"],
    ["20260302", "YYYYMMDD", "2026-03-02"],
    ["20260302.0", "YYYYMMDD", "2026-03-02"],
    ["03/02/2026", "MM/DD/YYYY", "2026-03-02"],
    ["3/2/2026", "MM/DD/YYYY", "2026-03-02"],
    ["3/2/26", "MM/DD/YYYY", "2026-03-02"],
    ["03-02-2026", "MM/DD/YYYY", "2026-03-02"],
    ["03/02/2026 12:00 AM", "MM/DD/YYYY", "2026-03-02"],
    ["3/2/2026 9:05:00 PM", "MM/DD/YYYY", "2026-03-02"],
    ["03/02/2026", "DD/MM/YYYY", "2026-02-03"],
    ["31/12/2026", "DD/MM/YYYY", "2026-12-31"],
    ["31.12.2026", "DD/MM/YYYY", "2026-12-31"],
    ["30-May-2015", "DD-Mon-YYYY", "2015-05-30"],
    ["30-MAY-15", "DD-Mon-YYYY", "2015-05-30"],
    ["02mar2026", "DD-Mon-YYYY", "2026-03-02"],
    ["2 March 2026", "DD-Mon-YYYY", "2026-03-02"],
    ["Mar 2, 2026", "DD-Mon-YYYY", "2026-03-02"],
  ])("%j as %s is %s", (text, format, expected) => expect(read(text, format)).toBe(expected));

  test.each<[string, DateFormat]>([
    ["2026-02-30", "YYYY-MM-DD"],
    ["2025-02-29", "YYYY-MM-DD"],
    ["2026-13-01", "YYYY-MM-DD"],
    ["2026-00-10", "YYYY-MM-DD"],
    ["2026-03", "YYYY-MM-DD"],
    ["2026-03/02", "YYYY-MM-DD"],
    ["2026-03-02x", "YYYY-MM-DD"],
    ["20261301", "YYYYMMDD"],
    ["2026030", "YYYYMMDD"],
    ["13/25/2026", "MM/DD/YYYY"],
    ["13/25/2026", "DD/MM/YYYY"],
    ["25/12/2026", "MM/DD/YYYY"],
    ["12/25/2026", "DD/MM/YYYY"],
    ["03-02-26", "MM/DD/YYYY"],
    ["03/02-2026", "MM/DD/YYYY"],
    ["3/2/026", "MM/DD/YYYY"],
    ["30-Foo-2015", "DD-Mon-YYYY"],
    ["30-Marc-2015", "DD-Mon-YYYY"],
    ["31-Apr-2015", "DD-Mon-YYYY"],
    ["2-Jan", "DD-Mon-YYYY"],
    ["45658", "YYYYMMDD"],
    ["", "YYYY-MM-DD"],
  ])("%j is no date in %s", (text, format) => expect(read(text, format)).toBeUndefined());

  test("two-digit years of service dates turn at 69/70", () => {
    expect(read("1/1/69", "MM/DD/YYYY")).toBe("2069-01-01");
    expect(read("1/1/70", "MM/DD/YYYY")).toBe("1970-01-01");
    expect(read("01-Jan-70", "DD-Mon-YYYY")).toBe("1970-01-01");
  });

  test("two-digit birth years never lie after the as-of day", () => {
    expect(read("11/22/26", "MM/DD/YYYY", "2026-11-22")).toBe("2026-11-22");
    expect(read("11/23/26", "MM/DD/YYYY", "2026-11-22")).toBe("1926-11-23");
    expect(read("1/1/45", "MM/DD/YYYY", "2026-11-22")).toBe("1945-01-01");
    expect(read("2/29/28", "MM/DD/YYYY", "2026-11-22")).toBe("1928-02-29");
    expect(read("2/29/00", "MM/DD/YYYY", "2026-11-22")).toBe("2000-02-29");
    // A full year is taken at its word: the rule about future dates judges it.
    expect(read("1/1/2045", "MM/DD/YYYY", "2026-11-22")).toBe("2045-01-01");
  });
});

test("dateFormatsOf names every format a text fits", () => {
  expect(dateFormatsOf("04/05/2026")).toEqual(["MM/DD/YYYY", "DD/MM/YYYY"]);
  expect(dateFormatsOf("04/15/2026")).toEqual(["MM/DD/YYYY"]);
  expect(dateFormatsOf("15/04/2026")).toEqual(["DD/MM/YYYY"]);
  expect(dateFormatsOf("2026-04-05")).toEqual(["YYYY-MM-DD"]);
  expect(dateFormatsOf("20260405")).toEqual(["YYYYMMDD"]);
  expect(dateFormatsOf("05APR2026")).toEqual(["DD-Mon-YYYY"]);
  expect(dateFormatsOf("45658")).toEqual([]);
  expect(dateFormatsOf("99213")).toEqual([]);
});

test("serialDate reads the 1900 system within 20000–60000", () => {
  expect(serialDate("45658")).toBe(day("2025-01-01"));
  expect(serialDate("45658.75")).toBe(day("2025-01-01"));
  expect(serialDate("20000")).toBe(day("1954-10-03"));
  expect(serialDate("60000")).toBe(day("2064-04-08"));
  for (const text of ["19999", "60001", "4565", "456580", "2025-01-01", ""]) expect(serialDate(text)).toBeUndefined();
});

test("slashNumbers tells the numbers without reading them", () => {
  expect(slashNumbers("13/25/2026 08:00")).toEqual({ first: 13, second: 25, year: "2026" });
  expect(slashNumbers("2026-03-02")).toBeUndefined();
});

test("dateFormatNamed", () => {
  expect(dateFormatNamed("dd-mon-yyyy")).toBe("DD-Mon-YYYY");
  expect(dateFormatNamed("ISO")).toBe("YYYY-MM-DD");
  expect(dateFormatNamed(" us ")).toBe("MM/DD/YYYY");
  expect(dateFormatNamed("DD/MM/YYYY")).toBe("DD/MM/YYYY");
  expect(dateFormatNamed("DD/MM/YY")).toBeUndefined();
});
