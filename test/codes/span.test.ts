import { describe, expect, it } from "vitest";
import { parseProcedure } from "../../src/codes/procedure.ts";
import {
  isBilledPerEncounter,
  isMonthlyDialysis,
  isPerDiem,
  isSubsequentDay,
  isSuppliedForAPeriod,
} from "../../src/codes/span.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

function code(text: string): ProcedureCode {
  return { ...parseProcedure(text), blank: false, privacy: "none" };
}

describe("services and the days of a line", () => {
  it.each([
    "10004",
    "69990",
    "70010",
    "77086",
    "80047",
    "89398",
    "90460",
    "97010",
    "98943",
    "99202",
    "99420",
    "99428",
    "99499",
  ])("%s is billed per encounter", (text) => expect(isBilledPerEncounter(code(text))).toBe(true));
  it.each([
    "00840",
    "77261",
    "78012",
    "59400",
    "99421",
    "99427",
    "99445",
    "99458",
    "99490",
    "99496",
    "99231",
    "J1100",
    "0054T",
  ])("%s is not", (text) => expect(isBilledPerEncounter(code(text))).toBe(false));
  it.each([
    ["99231", true],
    ["99233", true],
    ["99230", false],
    ["99234", false],
    ["99307", true],
    ["99310", true],
    ["99469", true],
    ["99468", false],
  ])("%s is a subsequent day: %s", (text, answer) => expect(isSubsequentDay(code(text))).toBe(answer));
  it.each([
    ["H2036", true],
    ["S9500", true],
    ["90935", true],
    ["S9123", false],
    ["H2015", false],
  ])("%s is per diem: %s", (text, answer) => expect(isPerDiem(code(text))).toBe(answer));
  it.each([
    ["A4253", true],
    ["A7030", true],
    ["A9274", true],
    ["B4035", true],
    ["E0601", true],
    ["K0001", true],
    ["L1830", true],
    ["A0429", false],
    ["A9500", false],
    ["J1100", false],
    ["99213", false],
  ])("%s is supplied for a period: %s", (text, answer) => expect(isSuppliedForAPeriod(code(text))).toBe(answer));
  it.each([
    ["90950", false],
    ["90951", true],
    ["90966", true],
    ["90967", false],
  ])("%s is a month of dialysis: %s", (text, answer) => expect(isMonthlyDialysis(code(text))).toBe(answer));
  it("no code is both billed per encounter and by the day", () => {
    for (let number = 10000; number <= 99999; number++) {
      const value = code(String(number));
      expect(isBilledPerEncounter(value) && (isSubsequentDay(value) || isPerDiem(value))).toBe(false);
    }
  });
});
