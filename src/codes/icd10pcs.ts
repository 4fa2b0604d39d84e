import { tidyCode } from "./code-text.ts";

/** Seven characters without I and O; the first is a section: 0–9, B, C, D, F, G, H, X. */
const ICD10PCS = /^[0-9BCDFGHX][0-9A-HJ-NP-Z]{6}$/;

/** The shape of an ICD-10-PCS code, in capitals. Whether the code exists is another question. */
export function isIcd10PcsShape(code: string): boolean {
  return ICD10PCS.test(code);
}

/** The code that is meant where a letter I or O, which ICD-10-PCS never uses, stands for 1 or 0. */
export function icd10PcsMeant(text: string): string | undefined {
  const read = tidyCode(text).replaceAll("O", "0").replaceAll("I", "1");
  return ICD10PCS.test(read) ? read : undefined;
}
