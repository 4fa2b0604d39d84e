import { expect, test } from "vitest";
import { isInjectedDrug, isRebateDrug, isUnclassifiedDrug } from "../../src/codes/drug.ts";
import { parseProcedure } from "../../src/codes/procedure.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

const code = (text: string): ProcedureCode => ({ ...parseProcedure(text), privacy: "none", blank: false });

test.each([
  ["J1885", true, true],
  ["J9271", true, true],
  ["Q5103", true, true],
  ["Q4186", false, false],
  ["J7298", true, false],
  ["J7321", false, false],
  ["J7332", false, false],
  ["J7613", true, false],
  ["J8540", true, false],
  ["90375", true, false],
  ["90686", false, false],
  ["A9576", false, false],
])("%s: NDC to Medicaid %s, given by needle %s", (text, rebate, injected) => {
  expect(isRebateDrug(code(text))).toBe(rebate);
  expect(isInjectedDrug(code(text))).toBe(injected);
});

test("unclassified codes name no drug", () => {
  expect(["J3490", "J9999", "J1885"].map((text) => isUnclassifiedDrug(code(text)))).toEqual([true, true, false]);
});
