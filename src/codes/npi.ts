import type { Npi, Parsed } from "../model/values.ts";
import { stripText } from "./text.ts";

/**
 * The Luhn sum of the constant prefix 80840 (ISO/IEC 7812: 80 = health, 840 = United States) that stands in front of an
 * NPI for the check: 0+8+0+8+8 with the doubling that ten following digits imply.
 */
const PREFIX_SUM = 24;

/** Whether ten digits satisfy the NPI check digit (45 CFR 162.406; CMS check-digit specification). */
export function npiCheckDigitHolds(npi: string): boolean {
  if (!/^\d{10}$/.test(npi)) return false;
  return (luhnSum(npi.slice(0, 9)) + Number(npi[9])) % 10 === 0;
}

/** The check digit that the first nine digits of an NPI ask for. For messages only: never a repair. */
export function npiCheckDigit(firstNine: string): number {
  return (10 - (luhnSum(firstNine) % 10)) % 10;
}

function luhnSum(firstNine: string): number {
  let sum = PREFIX_SUM;
  for (let i = 0; i < 9; i++) {
    const digit = firstNine.charCodeAt(i) - 48;
    const weighted = i % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum;
}

/** An NPI cell; white space and the `.0` of a spreadsheet's number are dropped as lossless. */
export function parseNpi(text: string): Parsed<Npi> {
  const npi = stripText(text).replace(/^(\d+)\.0+$/, "$1");
  const shaped = /^[12]\d{9}$/.test(npi);
  const checkDigitHolds = shaped && npiCheckDigitHolds(npi);
  return { text, ok: checkDigitHolds, npi, shaped, checkDigitHolds };
}
