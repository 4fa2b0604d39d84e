import { describe, expect, test } from "vitest";
import { parseMoney, parseQuantity, parseWhole } from "../../src/codes/amounts.ts";

describe("parseQuantity, in thousandths", () => {
  test.each([
    ["1", 1000],
    ["1.0", 1000],
    ["12.4", 12400],
    ["0.125", 125],
    ["0.1250", 125],
    [".5", 500],
    ["3.", 3000],
    [" 2 ", 2000],
    ["-1", -1000],
    ["0", 0],
    ["1.005", 1005],
    ["999999.999", 999999999],
  ])("%j", (text, thousandths) => {
    expect(parseQuantity(text)).toEqual({ text, ok: true, thousandths, amount: thousandths / 1000 });
  });
  test("never −0", () => expect(Object.is(parseQuantity("-0").thousandths, 0)).toBe(true));

  test.each(["0.1255", "1,000", "1e2", "1 2", "", ".", "-", "one", "1.2.3", "0x1", "Infinity", "9".repeat(30)])(
    "%j is no quantity",
    (text) => expect(parseQuantity(text)).toEqual({ text, ok: false, thousandths: undefined, amount: 0 }),
  );
});

describe("parseMoney, in cents", () => {
  test.each([
    ["125", 12500],
    ["125.5", 12550],
    ["125.50", 12550],
    ["$1,250.00", 125000],
    ["$ 85", 8500],
    ["1,250,000", 125000000],
    ["0.01", 1],
    ["12.3400", 1234],
    ["1.15", 115],
    ["-85.00", -8500],
    ["-$85", -8500],
    ["$-85", -8500],
    ["85.00-", -8500],
    ["(85.00)", -8500],
    ["($1,085.00)", -108500],
    ["0", 0],
  ])("%j", (text, cents) => expect(parseMoney(text)).toEqual({ text, ok: true, cents }));

  test.each([
    "12.345",
    "1,25",
    "12,50",
    "1,2500",
    "(-85)",
    "--85",
    "1e2",
    "$",
    "",
    "85 USD",
    "1.2.3",
    ",100",
    "€85",
    "(85",
  ])("%j is no amount", (text) => expect(parseMoney(text)).toEqual({ text, ok: false, cents: undefined }));
});

describe("parseWhole", () => {
  test.each([
    ["1", 1],
    ["007", 7],
    ["2.0", 2],
    ["0", 0],
    ["-3", -3],
    [" 4 ", 4],
  ])("%j", (text, number) => expect(parseWhole(text)).toEqual({ text, ok: true, number }));
  test.each(["1.5", "1a", "", "1,000", "1e3"])("%j is no whole number", (text) => {
    expect(parseWhole(text)).toEqual({ text, ok: false, number: undefined });
  });
});
