import { describe, expect, test } from "vitest";
import { parsePointer } from "../../src/codes/pointer.ts";

describe("parsePointer", () => {
  test.each<[string, number[], boolean]>([
    ["1", [1], false],
    ["A", [1], true],
    ["l", [12], true],
    ["12", [12], false],
    ["1,2", [1, 2], false],
    ["1;2", [1, 2], false],
    ["1:2", [1, 2], false],
    ["1|2", [1, 2], false],
    ["1 2", [1, 2], false],
    ["1, 2, ", [1, 2], false],
    ["AB", [1, 2], true],
    ["a,C", [1, 3], true],
    ["01", [1], false],
    ["1.0", [1], false],
    ["1,2,3,4,5", [1, 2, 3, 4, 5], false],
    ["AA", [1, 1], true],
  ])("%j is %j", (text, positions, letters) => {
    expect(parsePointer(text)).toMatchObject({ text, ok: true, positions, letters });
  });

  test.each<[string, string[], number[]]>([
    ["0", ["0"], []],
    ["13", ["13"], []],
    ["123", ["123"], []],
    ["1,13", ["1", "13"], [1]],
    ["M", ["M"], []],
    ["A,M", ["A", "M"], [1]],
    ["2-Jan", ["2-Jan"], []],
    ["1:02:00 AM", ["1", "02", "00", "AM"], [1, 2]],
    ["1.5", ["1.5"], []],
    ["-1", ["-1"], []],
    ["", [], []],
  ])("%j holds a token that is no position", (text, tokens, positions) => {
    expect(parsePointer(text)).toMatchObject({ ok: false, tokens, positions });
  });
});
