import { expect, test } from "vitest";
import { isHyphenatedNdc, isNdcShape, normaliseNdc } from "../../src/codes/ndc.ts";

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
