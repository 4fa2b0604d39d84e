import type { CodeSystem } from "../model/values.ts";
import { isHcpcsShape } from "./hcpcs.ts";
import { isNdcShape } from "./ndc.ts";
import { revenueFamily } from "./revenue.ts";

/**
 * What a text is that stands in a procedure column and is neither CPT nor HCPCS. By shape only: no code set is at hand,
 * so a shape that two systems share goes to the one that claim files hold more often.
 */

// Second character by section (FY2026 PCS tables); it keeps `20610RT` (a CPT code with its modifier) from being PCS.
const PCS_SECTIONS = [
  // The nervous systems come with few operations; the rest of 00 and 01 are anesthesia codes with a modifier.
  /^0(?:[01][12589B-DFHJKNP-UWX]|[2-9B-DF-HJ-NP-Y][0-9B-HJ-NP-Y])[0-9A-HJ-NP-Z][03478X]..$/,
  // Approach F exists for the digestive, urinary and female reproductive systems only.
  /^0[DTU]..F..$/,
  /^10[29ADEHJP-TY][0-2][03478X]..$/,
  /^2[WY][0-6]/,
  /^3(?:02[3-8][03478]|C1|E[01])/,
  /^4[AB][0-1]/,
  /^5A[0-2]/,
  /^6A[0-9B]/,
  /^7W0/,
  /^8[CE]0/,
  /^9WB/,
  /^B[0-9BFHLNPRTUVWY][0-5].[01FHYZ][01ABZ]/,
  /^C[0-9BDFGHPTVW][1-7]...Z$/,
  /^D[0-9BDFGHMPTUVW][0-2Y]...[0Z]$/,
  /^F[01][0-9A-HJ-NP]/,
  /^[GH]Z[1-9B-J]/,
  // X01–X99 are external causes in ICD-10-CM; a new-technology procedure has a letter in one of the two places.
  /^X(?:[A-Y]|\d[A-Z])/,
];

/** An inpatient procedure code: seven characters without I and O, at least one letter, a section that exists. */
export function isIcd10Pcs(code: string): boolean {
  return /^(?=.*[A-Z])[0-9A-HJ-NP-Z]{7}$/.test(code) && PCS_SECTIONS.some((section) => section.test(code));
}

// Letters of FY2026 codes in positions 4–6; O and S are never used there, I in Y93.I only.
const ICD10_UNDOTTED = /^(?:[A-Z]\d|Q[A-Z])[0-9AB](?:I\d|[0-9A-HJ-LX-Z]{0,3}|[0-9A-HJ-LX-Z]{3}[0-9A-S])$/;

// `J11.0` and its like are headers in FY2026 that nobody bills, so `J110` is a drug code one digit short. All other
// J + three digits (`J069`) are billable diagnoses.
const J_HEADERS = new Set(
  (
    "J010 J011 J012 J013 J014 J018 J019 J030 J038 J039 J041 J043 J051 J100 J108 J110 J118 J128 J152 J156 J308 J348 " +
    "J350 J380 J448 J452 J453 J454 J455 J459 J828 J840 J841 J848 J931 J938 J950 J956 J957 J958 J960 J961 J962 J969 " +
    "J980 J981 J985"
  ).split(" "),
);

/**
 * Of the letters that HCPCS uses too, the categories that have codes of a letter and five digits (order files FY2021 and
 * FY2026). In all others such a text is a HCPCS code with a digit too many: no `A04.277`, no `J12.345`.
 */
const SIX_CHARACTERS = new Set(
  Object.entries({
    B: "08",
    C: "43 44 50 83",
    E: "08 09 10 11 13 20 28 34 66 70 71 72 74 75 76 78 83 88 89",
    G: "40 43 44 47 71 90 96",
    H: "00 01 02 04 05 10 11 15 16 17 18 20 21 25 26 27 30 31 33 34 35 36 40 43 44 47 49 50 52 53 54 57 59 60 61 65 66 68 70 72 73 74 81 93 95",
    J: "15 34 45 84 95",
    K: "05 06 08 22 31 35 50 51 52 55 56 60 63 90 91",
    L: "02 03 74 89 97 98",
    P: "03 74 91",
    Q: "51 52 53 66 71 72 75 76 87 99",
    R: "10 29 39 40 41 45 82 85 87 92 93 94",
  }).flatMap(([letter, numbers]) => numbers.split(" ").map((number) => letter + number)),
);

/** An ICD-10-CM code written without its dot; never a text of HCPCS shape. */
export function isUndottedIcd10(code: string): boolean {
  if (!ICD10_UNDOTTED.test(code) || isHcpcsShape(code) || J_HEADERS.has(code)) return false;
  if (/^[ABCEGHJKLPQR]\d{5}$/.test(code) && !SIX_CHARACTERS.has(code.slice(0, 3))) return false;
  // V, W and X causes always have seven characters: `W1234` is a code of no system. Of U only U07 and U09 exist.
  if (/^[WX]\d{3,5}$/.test(code)) return false;
  return !code.startsWith("U") || /^U0[79]/.test(code);
}

/** Seven characters that ICD-10-CM fills in practice, ending as a 7th-character extension does (`S82201P`, `H353122`). */
export function isIcd10WithExtension(code: string): boolean {
  return /^(?:[EHLMORSTV]\d{4}[0-9X][0-9A-S]|S\d{4}A[ADS]|S02\d{2}[A-H][ABDGKS]|C44\d{4}|H54\d{2}A\d)$/.test(code);
}

const VERHOEFF_PERMUTED = [
  "0123456789",
  "1576283094",
  "5803796142",
  "8916043527",
  "9453126870",
  "4286573901",
  "2793806415",
  "7046913258",
];

function verhoeffHolds(digits: string): boolean {
  let check = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    check = dihedral(check, Number(VERHOEFF_PERMUTED[i % 8]![digit]));
  }
  return check === 0;
}

/** Product in the dihedral group of order ten, on which the Verhoeff check digit rests. */
function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
}

/**
 * A SNOMED CT concept: 6–18 digits, partition 00 or 10 before the check digit, and the check digit holds. Length alone
 * would take claim numbers and mistyped CPT codes (`992133`) for concepts.
 */
export function isSnomedConcept(code: string): boolean {
  return /^[1-9]\d{2,14}[01]0\d$/.test(code) && verhoeffHolds(code);
}

// ACHI (`49518-00`), CCI, OPS and CCAM. The extension of ACHI is 00–09 nearly always; from 10 on it is rather a CPT code
// with a mistyped modifier. OPCS-4 (`W40.1`) has the shape of ICD-10 and cannot be told from it.
const FOREIGN = [
  /^[1-9]\d{4}-0\d$/,
  /^\d\.[A-Z]{2}\.\d{2}/,
  /^\d-\d{2}[0-9A-Z](?:\.[0-9A-Z]{1,2})?$/,
  // Before PCS, whose codes of four letters and three digits all start with X.
  /^[A-WYZ][A-Z]{3}\d{3}$/,
];

/** The system of a tidied text that is no CPT or HCPCS code; undefined where no grammar takes it. */
export function otherSystemOf(code: string): CodeSystem | undefined {
  if (FOREIGN.some((system) => system.test(code))) return "foreign procedure";
  if (/^V\d{2}\.\d{1,2}$|^E\d{3}\.\d$|^\d{3}\.\d{1,2}$/.test(code)) return "ICD-9-CM";
  if (/^[A-Z][0-9A-Z]{2}\.[0-9A-Z]{1,4}$/.test(code)) return "ICD-10-CM";
  if (/^\d{2}\.\d{1,2}$/.test(code)) return "ICD-9-CM procedure";
  if (isIcd10Pcs(code)) return "ICD-10-PCS";
  if (isUndottedIcd10(code)) return "ICD-10-CM";
  if (/^[1-9A-HJ-NP-X][A-HJ-NP-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,2})?$/.test(code)) return "ICD-11";
  if (isSnomedConcept(code)) return "SNOMED CT";
  if (isNdcShape(code)) return "NDC";
  if (/^\d{3,4}$/.test(code) && revenueFamily(code.padStart(4, "0")) !== undefined) return "revenue code";
  return /^\d{3}$/.test(code) && code !== "000" ? "MS-DRG" : undefined;
}
