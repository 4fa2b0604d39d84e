import { expect, test } from "vitest";
import { parseProcedure } from "../../src/codes/procedure.ts";
import { readShortNumber } from "../../src/codes/short-number.ts";
import type { ProcedureCode, TextValue } from "../../src/model/values.ts";

const cell = (text: string): TextValue => ({ text, trimmed: text, ok: true, privacy: "none", blank: false });

test.each([
  ["142", "professional", "", "", "", "CPT"],
  ["450", "professional", "", "", "", "CPT"],
  ["0450", "professional", "", "", "", "revenue code"],
  ["450", "institutional", "131", "", "", "revenue code"],
  ["54T", "institutional", "131", "", "", "CPT"],
  ["470", "institutional", "131", "0360", "", "CPT"],
  ["470", "institutional", "111", "0360", "", "MS-DRG"],
  ["470", "institutional", "0111", "0360", "", "MS-DRG"],
  ["470", "institutional", "111", "0360", "470", "CPT"],
  ["0470", "institutional", "111", "0360", "", "revenue code"],
  ["450", "institutional", "131", "0450", "", "revenue code"],
  ["450", "institutional", "131", "0451", "", "CPT"],
  ["99213", "professional", "", "", "", undefined],
  ["992133", "professional", "", "", "", undefined],
] as const)("%s on a %s line (bill %s, revenue %s, DRG %s) is %s", (text, form, bill, revenue, drg, expected) => {
  const code: ProcedureCode = { ...parseProcedure(text), privacy: "none", blank: false };
  const line = {
    form,
    typeOfBill: bill === "" ? undefined : cell(bill),
    revenueCode: revenue === "" ? undefined : cell(revenue),
    drg: drg === "" ? undefined : cell(drg),
  };
  expect(readShortNumber(code, line)).toBe(expected);
});
