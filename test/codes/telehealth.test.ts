import { expect, test } from "vitest";
import { parseProcedure } from "../../src/codes/procedure.ts";
import { isBesideTelehealth, isOfficeTalk, needsPresence, telemedicineVisit } from "../../src/codes/telehealth.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

const code = (text: string) => parseProcedure(text) as ProcedureCode;

test.each([
  ["98000", "video"],
  ["98007", "video"],
  ["98008", "audio"],
  ["98015", "audio"],
  ["98016", undefined],
  ["97999", undefined],
  ["99213", undefined],
])("telemedicineVisit %s → %s", (text, kind) => {
  expect(telemedicineVisit(code(text))).toBe(kind);
});

test.each([
  ["00100", true],
  ["01999", true],
  ["10004", true],
  ["69990", true],
  ["90471", true],
  ["G0008", true],
  ["96372", true],
  ["96413", true],
  ["98940", true],
  ["59400", false],
  ["59510", false],
  ["59622", false],
  ["59812", true],
  ["62369", false],
  ["70010", false],
  ["80053", false],
  ["90837", false],
  ["96156", false],
  ["97110", false],
  ["99213", false],
  ["G0463", false],
])("needsPresence %s → %s", (text, presence) => {
  expect(needsPresence(code(text))).toBe(presence);
});

test.each([
  ["90791", true],
  ["90837", true],
  ["99202", true],
  ["99211", false],
  ["99215", true],
  ["99221", false],
  ["98005", false],
])("isOfficeTalk %s → %s", (text, talk) => {
  expect(isOfficeTalk(code(text))).toBe(talk);
});

test.each([
  ["98016", true],
  ["98015", false],
  ["99420", false],
  ["99421", true],
  ["99457", true],
  ["99459", false],
  ["G2012", true],
  ["Q3014", true],
  ["G8427", true],
  ["G0438", false],
  ["1170F", true],
  ["99213", false],
])("isBesideTelehealth %s → %s", (text, beside) => {
  expect(isBesideTelehealth(code(text))).toBe(beside);
});
