import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ANATOMIC_MODIFIERS,
  INFORMATIONAL_MODIFIERS,
  isAmbulancePair,
  knownModifiers,
  knownTogether,
  lookalikeModifier,
  meantModifiers,
  modifierAbout,
  NCCI_ASSOCIATED_MODIFIERS,
  PRICING_FIRST_MODIFIERS,
  parseModifier,
  sideOf,
} from "../../src/codes/modifier.ts";
import { parseProcedure } from "../../src/codes/procedure.ts";
import { day } from "../../src/model/dates.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

test.each([
  ["25", true, "25", false],
  [" lt ", true, "LT", true],
  ["'25", true, "25", true],
  ["1P", true, "1P", false],
  ["ZQ", true, "ZQ", false],
  ["2", false, "2", false],
  ["25.0", false, "25.0", false],
  ["25,59", false, "25,59", false],
  ["", false, "", false],
  ["L-", false, "L-", false],
])("%j", (text, ok, code, untidy) => {
  expect(parseModifier(text)).toEqual({ text, ok, code, untidy });
});

test("parsing never throws and is stable", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { code, ok } = parseModifier(text);
      expect(parseModifier(code)).toEqual({ text: code, ok, code, untidy: false });
    }),
  );
});

test("the table holds 426 modifiers of two characters", () => {
  const all = [...knownModifiers()];
  expect(all).toHaveLength(426);
  expect(all.filter(({ code }) => !/^[0-9A-Z]{2}$/.test(code))).toEqual([]);
  expect(all.filter(({ meaning }) => meaning === "")).toEqual([]);
});

test("what a modifier is", () => {
  expect(modifierAbout("25")).toMatchObject({ category: "global surgery / E/M" });
  expect(modifierAbout("CP")).toMatchObject({ category: "retired/ended", to: day("2017-12-31") });
  expect(modifierAbout("JZ")).toMatchObject({ from: day("2023-01-01") });
  expect(modifierAbout("MA")).toMatchObject({ doubt: true });
  expect(modifierAbout("MA")?.to).toBeUndefined();
  expect(modifierAbout("RH")).toBeUndefined();
  expect(modifierAbout("ZQ")).toBeUndefined();
});

test("sides", () => {
  const codes = "LT TA T4 FA F4 E1 E2 RT T5 T9 F5 F9 E3 E4 50 LC 25".split(" ");
  expect(codes.map((code) => sideOf(code)?.[0])).toEqual([..."lllllllrrrrrrr", undefined, undefined, undefined]);
});

test("sets", () => {
  expect(ANATOMIC_MODIFIERS.size).toBe(31);
  for (const code of "25 59 XU LT RI 27 91".split(" "))
    expect([code, NCCI_ASSOCIATED_MODIFIERS.has(code)]).toEqual([code, true]);
  for (const code of "76 77 50 22 51 26 TC GG".split(" "))
    expect([code, NCCI_ASSOCIATED_MODIFIERS.has(code)]).toEqual([code, false]);
  for (const code of [...NCCI_ASSOCIATED_MODIFIERS, ...PRICING_FIRST_MODIFIERS])
    expect([code, modifierAbout(code)?.code]).toEqual([code, code]);
  expect(PRICING_FIRST_MODIFIERS.has("25")).toBe(false);
  for (const code of INFORMATIONAL_MODIFIERS)
    expect([code, modifierAbout(code)?.code, PRICING_FIRST_MODIFIERS.has(code)]).toEqual([code, code, false]);
});

test.each([
  ["RH", true],
  ["SX", true],
  ["XH", false],
  ["HH", true],
  ["LT", false],
  ["25", false],
  ["RHX", false],
])("%s is an ambulance pair: %s", (code, expected) => expect(isAmbulancePair(code)).toBe(expected));

test.each([
  ["2559", ["25", "59"]],
  ["25,59", ["25", "59"]],
  ["25 - 59 / RT", ["25", "59", "RT"]],
  ["25", undefined],
  ["25ZQ", undefined],
  ["255", undefined],
  ["2-5-5-9", undefined],
  ["", undefined],
])("%j holds %j", (text, expected) => expect(knownTogether(text)).toEqual(expected));

test.each([
  ["5O", "50"],
  ["2S", "25"],
  ["S9", "59"],
  ["98", undefined],
  ["ZZ", undefined],
])("%s looks like %s", (code, expected) => expect(lookalikeModifier(code)).toBe(expected));

test.each([
  ["A0428", ["QM"]],
  ["T2003", ["QM"]],
  ["S0215", ["QM"]],
  ["97110", ["GP", "ER", "QM"]],
])("what GP, ER and QM mean on %s", (code, expected) => {
  const procedure = { ...parseProcedure(code), blank: false, privacy: "none" } as ProcedureCode;
  expect(meantModifiers(["GP", "ER", "QM"], procedure)).toEqual(expected);
});
