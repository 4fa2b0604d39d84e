import { describe, expect, it } from "vitest";
import {
  defaultDelimiter,
  delimiterName,
  isSeparatorLine,
  parseDelimiter,
  suggestDelimiter,
} from "../../src/input/dialect.ts";
import { UsageError } from "../../src/model/errors.ts";

describe("parseDelimiter", () => {
  it.each([
    [",", ","],
    ["comma", ","],
    ["tab", "\t"],
    ["TAB", "\t"],
    ["\\t", "\t"],
    ["\t", "\t"],
    ["pipe", "|"],
    ["|", "|"],
    ["semicolon", ";"],
    [";", ";"],
    ["^", "^"],
    [" ", " "],
    ["§", "§"],
    ["\u{1f600}", "\u{1f600}"],
  ])("reads %j", (text, delimiter) => {
    expect(parseDelimiter(text)).toBe(delimiter);
  });

  it.each(["", "ab", ",,", "colon", '"', "\n", "\r", "\0", "\ufeff", "a", "é", "0", "\ud800"])("refuses %j", (text) => {
    expect(() => parseDelimiter(text)).toThrow(UsageError);
  });

  it.each([",", "\t", "|", ";", "^"])("and delimiterName are inverse for %j", (delimiter) => {
    expect(parseDelimiter(delimiterName(delimiter))).toBe(delimiter);
  });
});

describe("defaultDelimiter", () => {
  it.each([
    ["a.csv", ","],
    ["a.txt", ","],
    ["-", ","],
    ["tsv", ","],
    ["a.tsv.csv", ","],
    ["a.tsv", "\t"],
    ["dir/A.TAB", "\t"],
    ["a.tsv.gz", "\t"],
    ["a.csv.gz", ","],
  ])("%s → %j", (name, delimiter) => {
    expect(defaultDelimiter(name)).toBe(delimiter);
  });
});

describe("suggestDelimiter", () => {
  it.each([
    ["claim_id;units;charge", ",", ";"],
    ["claim_id\tunits", ",", "\t"],
    ["claim_id|units", ",", "|"],
    ["claim_id,units", "\t", ","],
    ["a,b;c;d", "|", ";"],
    ["a,b;c", "|", ","],
    ["claim_id;units;", ",", ";"],
    ['"x;y";units', ",", ";"],
  ])("%j read with %j: %j fits", (line, current, found) => {
    expect(suggestDelimiter(line, current)).toBe(found);
  });

  it.each([
    ["claim_id", ","],
    ["", ","],
    ["a,b;c;d;e", ","],
    ['"a;b;c"', ","],
    ['"a;""b;c"', ","],
    [";claim_id", ","],
    ["a; ;b", ","],
    ["claim id", ","],
  ])("%j read with %j: none does", (line, current) => {
    expect(suggestDelimiter(line, current)).toBeUndefined();
  });
});

it.each([
  ["sep=;", true],
  ["SEP=,", true],
  ['"sep=;"', true],
  ["sep=", true],
  ["separator", false],
  ["sep=ab", false],
  ["a,sep=;", false],
])("isSeparatorLine(%j) is %j", (line, is) => {
  expect(isSeparatorLine(line)).toBe(is);
});
