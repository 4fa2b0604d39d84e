/**
 * National Drug Codes. The FDA writes ten digits in three hyphenated shapes (4-4-2, 5-3-2, 5-4-1); claims carry eleven
 * (5-4-2) without hyphens. Twelve digits (6-4-2) come with 2033-03-07 (91 FR 10749) and are known here but not converted.
 */

export type NdcReading =
  | { readonly ok: true; readonly ndc: string }
  | {
      readonly ok: false;
      /** `ambiguous`: ten digits without hyphens fit three shapes. `twelve-digit`: the form of 2033. */
      readonly reason: "ambiguous" | "twelve-digit" | "format";
    };

const HYPHENATED = /^(?:\d{4}-\d{4}-\d{2}|\d{5}-\d{3}-\d{2}|\d{5}-\d{4}-\d{1,2})$/;

// The X12 qualifier N4 is often left in front of the number when a CMS-1500 shaded line is exported, and the unit with
// the quantity behind it (`N400026064871 UN1.0`).
const bare = (text: string): string =>
  text
    .trim()
    .replace(/^(N4[\s\d-]+?)\s*(?:F2|GR|ME|ML|UN)[\d.]*$/i, "$1")
    .replace(/^N4\s*/i, "");

/** A drug code by its shape: hyphenated, ten or eleven digits, or either of them after the X12 qualifier `N4`. */
export function isNdcShape(text: string): boolean {
  const code = bare(text);
  return HYPHENATED.test(code) || /^\d{10,11}$/.test(code);
}

/** Hyphenated in one of the FDA's shapes or as 5-4-2: a drug code and nothing else. */
export function isHyphenatedNdc(text: string): boolean {
  return HYPHENATED.test(bare(text));
}

/** The eleven digits to bill, where the hyphens (or eleven digits) decide; else why not. */
export function normaliseNdc(text: string): NdcReading {
  const code = bare(text);
  if (/^\d{11}$/.test(code)) return { ok: true, ndc: code };
  if (HYPHENATED.test(code)) {
    const [labeler = "", product = "", packaging = ""] = code.split("-");
    return { ok: true, ndc: labeler.padStart(5, "0") + product.padStart(4, "0") + packaging.padStart(2, "0") };
  }
  if (/^\d{10}$/.test(code)) return { ok: false, reason: "ambiguous" };
  return { ok: false, reason: /^(?:\d{12}|\d{6}-\d{4}-\d{2})$/.test(code) ? "twelve-digit" : "format" };
}

/** The three 5-4-2 readings of ten digits without hyphens: a zero before the labeler, the product or the package. */
export function ndcCandidates(text: string): readonly string[] {
  const code = bare(text);
  if (!/^\d{10}$/.test(code)) return [];
  return [`0${code}`, `${code.slice(0, 5)}0${code.slice(5)}`, `${code.slice(0, 9)}0${code.slice(9)}`];
}

/** The units an NDC quantity is counted in: international units, grams, milligrams, milliliters, pieces (X12 CTP05). */
export const NDC_UNITS: ReadonlySet<string> = new Set(["F2", "GR", "ME", "ML", "UN"]);
