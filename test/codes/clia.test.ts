import { expect, test } from "vitest";
import { cliaCandidate, cliaNumber, mayNeedClia, needsClia } from "../../src/codes/clia.ts";
import { parseProcedure } from "../../src/codes/procedure.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

test.each([
  ["05D1234567", "05D1234567"],
  [" 05d1234567 ", "05D1234567"],
  ["CLIA# 05D1234567", "05D1234567"],
  ["X405D1234567", "05D1234567"],
  ["05-D-1234567", "05D1234567"],
  ["5D1234567", undefined],
  ["05D123456", undefined],
  ["05D12345678", undefined],
  ["05E1234567", undefined],
  ["051234567", undefined],
])("%s → %s", (text, number) => {
  expect(cliaNumber(text)).toBe(number);
});

test("a lost zero leaves one reading", () => {
  expect(cliaCandidate("5D1234567")).toBe("05D1234567");
  expect(cliaCandidate("051234567")).toBeUndefined();
});

test.each([
  ["80047", true, true],
  ["80046", false, false],
  ["88305", true, false],
  ["G0103", true, true],
  ["P9612", true, false],
  ["A4253", false, false],
  ["99213", false, false],
])("%s may need a certificate: %s, and without CMS's lists does: %s", (text, may, does) => {
  const code = parseProcedure(text) as ProcedureCode;
  expect([mayNeedClia(code), needsClia(code)]).toEqual([may, does]);
});
