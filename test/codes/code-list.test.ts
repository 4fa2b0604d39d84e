import { expect, test } from "vitest";
import { codeList } from "../../src/codes/code-list.ts";

const list = codeList("Z00 Z3181 O00-O9A Z681-Z684", "Z006");

test.each(["Z00", "Z0000", "Z3181", "O00", "O0901", "O9A12", "O9989", "Z681", "Z6841"])("%s is listed", (code) => {
  expect(list(code)).toBe(true);
});

test.each(["Z006", "Z01", "Z318", "Z3180", "N999", "P00", "Z680", "Z6852", "", "Z0"])("%s is not", (code) => {
  expect(list(code)).toBe(false);
});
