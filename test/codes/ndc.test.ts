import { expect, test } from "vitest";
import { isHyphenatedNdc, isNdcShape, ndcCandidates, normaliseNdc } from "../../src/codes/ndc.ts";

test.each([
  ["63323016501", "63323016501"],
  ["0574-4072-05", "00574407205"],
  ["51655-089-52", "51655008952"],
  ["58118-1397-3", "58118139703"],
  ["63323-0165-01", "63323016501"],
  ["N463323016501", "63323016501"],
  [" n4 63323-165-01 ", "63323016501"],
])("%s is %s", (text, ndc) => {
  expect(normaliseNdc(text)).toEqual({ ok: true, ndc });
  expect(isNdcShape(text)).toBe(true);
});

test.each([
  ["6332316501", "ambiguous"],
  ["633230165012", "twelve-digit"],
  ["633230-1650-12", "twelve-digit"],
  ["63323-16-501", "format"],
  ["1234-567-89", "format"],
  ["J1100", "format"],
  ["", "format"],
])("%s is not normalised: %s", (text, reason) => {
  expect(normaliseNdc(text)).toEqual({ ok: false, reason });
});

test("shape", () => {
  expect(["6332316501", "63323-165-01", "99213-25"].map(isHyphenatedNdc)).toEqual([false, true, false]);
  expect(["6332316501", "633231650", "633230165012"].map(isNdcShape)).toEqual([true, false, false]);
});

test("the shaded line of a CMS-1500 carries unit and quantity behind the number", () => {
  expect(normaliseNdc("N400026064871 UN1.0")).toEqual({ ok: true, ndc: "00026064871" });
  expect(normaliseNdc("N450242-040-62ML4")).toEqual({ ok: true, ndc: "50242004062" });
  expect(normaliseNdc("00026064871 UN1").ok).toBe(false);
});

test("ten digits have three readings, everything else none", () => {
  expect(ndcCandidates("5024204062")).toEqual(["05024204062", "50242004062", "50242040602"]);
  expect(ndcCandidates("N45024204062")).toHaveLength(3);
  expect(ndcCandidates("50242004062")).toEqual([]);
});
