import { expect, test } from "vitest";
import { isVaccineProduct } from "../../src/codes/cpt.ts";
import { parseProcedure } from "../../src/codes/procedure.ts";
import { countsVaccines, givesVaccine, isVaccine, medicareAdministration } from "../../src/codes/vaccine.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

const code = (text: string): ProcedureCode => ({ ...parseProcedure(text), privacy: "none", blank: false });

test.each([
  ["90686", "G0008"],
  ["Q2037", "G0008"],
  ["90683", undefined],
  ["90684", "G0009"],
  ["90677", "G0009"],
  ["90739", "G0010"],
  ["90750", undefined],
  ["91320", undefined],
])("Medicare takes %s under %s", (text, expected) => {
  expect(medicareAdministration(code(text))).toBe(expected);
});

test.each([
  ["90476", true],
  ["90480", false],
  ["90484", false],
  ["90585", true],
  ["90586", false],
  ["90690", false],
  ["90759", true],
  ["91304", true],
  ["Q2038", true],
  ["90380", false],
])("%s is a vaccine to be given: %s", (text, vaccine) => {
  expect(isVaccine(code(text))).toBe(vaccine);
});

test("the administration codes inside the vaccine numbers are no products", () => {
  expect(["90480", "90482", "90484"].map((text) => isVaccineProduct(code(text)))).toEqual([false, false, false]);
});

test.each([
  ["90460", true, true],
  ["90461", true, false],
  ["90471", true, true],
  ["90480", true, false],
  ["G0009", true, true],
  ["96380", true, false],
  ["0001A", true, false],
  ["96372", false, false],
])("%s gives a vaccine: %s, one by unit: %s", (text, gives, counts) => {
  expect(givesVaccine(code(text))).toBe(gives);
  expect(countsVaccines(code(text))).toBe(counts);
});
