import { describe, expect, test } from "vitest";
import { npiCheckDigit, npiCheckDigitHolds, parseNpi } from "../../src/codes/npi.ts";

describe("parseNpi", () => {
  test.each(["1245319599", "1003000126", "2543210985", "2123456784", "1234567893"])("%s holds", (npi) => {
    expect(parseNpi(npi)).toEqual({ text: npi, ok: true, npi, shaped: true, checkDigitHolds: true });
  });

  test.each(["1234567890", "1457398765"])("%s fails the check digit", (npi) => {
    expect(parseNpi(npi)).toMatchObject({ ok: false, shaped: true, checkDigitHolds: false });
  });

  test.each([
    [" 1245319599 ", "1245319599"],
    ["1245 319 599", "1245319599"],
    ["1245319599.0", "1245319599"],
    ["\u00A01245319599\u200B", "1245319599"],
  ])("%j loses nothing", (text, npi) => expect(parseNpi(text)).toMatchObject({ text, npi, ok: true }));

  test.each([
    "123456789",
    "12453195990",
    "3234567893",
    "1.23457E+09",
    "1245319599.5",
    "ABCDEFGHIJ",
    "1245-319-599",
    "",
  ])("%j has not the shape", (text) =>
    expect(parseNpi(text)).toMatchObject({ ok: false, shaped: false, checkDigitHolds: false }),
  );
});

test("of ten last digits exactly one holds, and npiCheckDigit says which", () => {
  for (const nine of ["124531959", "100300012", "254321098", "199999999"]) {
    const holding = Array.from({ length: 10 }, (_, d) => d).filter((d) => npiCheckDigitHolds(`${nine}${d}`));
    expect(holding).toEqual([npiCheckDigit(nine)]);
  }
});

test("a swap of two neighbouring digits is seen", () => expect(npiCheckDigitHolds("1245319959")).toBe(false));
