import { describe, expect, test } from "vitest";
import { isNullToken, parseText, stripText, trimText } from "../../src/codes/text.ts";
import type { Kind } from "../../src/model/columns.ts";

describe("trimText", () => {
  test.each([
    ["99213", "99213"],
    ["  99213\t", "99213"],
    ["99213\u00A0", "99213"],
    ["\uFEFF99213\u200B", "99213"],
    ["a b", "a b"],
    [" \u00A0\u200B ", ""],
    ["é ", "é"],
  ])("%j is %j", (text, trimmed) => expect(trimText(text)).toBe(trimmed));

  test("takes no quadratic time over inner spaces", () => {
    const start = performance.now();
    trimText(`x${" ".repeat(1_000_000)}x`);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

test("stripText takes out the white space inside too", () =>
  expect(stripText(" 1245 319\u00A0599\u200B")).toBe("1245319599"));

test("parseText keeps the text and trims beside it", () => {
  expect(parseText(" Acme ")).toEqual({ text: " Acme ", ok: true, trimmed: "Acme" });
  expect(parseText("  ").ok).toBe(false);
});

describe("isNullToken", () => {
  const cases: [string, Kind, boolean][] = [
    ["", "text", true],
    [" \u00A0", "money", true],
    ["NULL", "text", true],
    ["n/a", "date", true],
    ["NaN", "place", true],
    ["#N/A", "money", true],
    ["-", "quantity", true],
    [" None ", "text", true],
    ["unknown", "text", true],
    ["Unknown", "sex", false],
    ["0", "procedure", true],
    ["0", "npi", true],
    ["0", "diagnosis", true],
    ["0", "quantity", false],
    ["0", "money", false],
    ["0", "text", false],
    ["0", "pointer", false],
    ["00", "procedure", false],
    ["nullable", "text", false],
    ["--", "text", false],
  ];
  test.each(cases)("%j in a %s column: %s", (text, kind, expected) => expect(isNullToken(text, kind)).toBe(expected));
});
