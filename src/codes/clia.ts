import type { ProcedureCode } from "../model/values.ts";
import { isLaboratory } from "./cpt.ts";

/** CLIA certificate numbers: two digits of the state, `D`, seven digits. Source: CMS, Medicare Claims Processing Manual, chapter 16, section 70.10. */

/** The number as a claim carries it (upper case, no spaces, no `X4` or `CLIA` in front); undefined where it is none. */
export function cliaNumber(text: string): string | undefined {
  const tidy = text
    .toUpperCase()
    .replace(/[\s#:-]/g, "")
    .replace(/^(?:CLIA|X4)/, "");
  return /^\d{2}D\d{7}$/.test(tidy) ? tidy : undefined;
}

/** The number that a lost leading zero leaves open: `5D1234567` is `05D1234567`. */
export function cliaCandidate(text: string): string | undefined {
  return cliaNumber(`0${text.trim()}`);
}

/** Laboratory work under HCPCS Level II codes. */
const HCPCS_TESTS = new Set(
  (
    "G0103 G0123 G0143 G0144 G0145 G0147 G0148 G0306 G0307 G0328 G0432 G0433 G0435 G0480 G0481 G0482 G0483 G0659 " +
    "Q0111 Q0112 Q0113 Q0114 Q0115 U0001 U0002 U0003 U0004 U0005"
  ).split(" "),
);

/**
 * In the laboratory numbers, but left out of CMS's CLIA edits, or in doubt: consults, skin and breath tests, blood
 * products, autopsy and tissue, tests on the body, reproduction. From memory of CMS's list of codes excluded from CLIA
 * edits (as of 2026): wider than the list, so that what is in doubt stays silent.
 */
const NOT_JUDGED: readonly (readonly [number, number])[] = [
  [80503, 80506],
  [81050, 81050],
  [82075, 82075],
  [83013, 83014],
  [83987, 83987],
  [86077, 86079],
  [86485, 86580],
  [86910, 86911],
  [86945, 86999],
  [88000, 88099],
  [88125, 88125],
  [88240, 88241],
  [88300, 88399],
  [88720, 89220],
  [89230, 89398],
];

/** Laboratory numbers, and the letters of HCPCS under which laboratory work stands: what a list of CMS may name. */
export function mayNeedClia(code: ProcedureCode): boolean {
  return code.ok && (code.system === "HCPCS" ? /^[GPQU]/.test(code.code) : isLaboratory(code));
}

/** A test that Medicare and Medicaid pay only to a laboratory with a CLIA certificate, whose number is on the claim. */
export function needsClia(code: ProcedureCode): boolean {
  if (!code.ok) return false;
  if (code.system === "HCPCS") return HCPCS_TESTS.has(code.code);
  return isLaboratory(code) && !NOT_JUDGED.some(([from, to]) => from <= code.number && code.number <= to);
}

/** Waived tests that are billed without QW. Source: CMS, CR 11747. */
const WAIVED_AS_THEY_STAND = new Set("81002 81025 82270 82272 82962 83026 84830 85013 85651".split(" "));

/** Microscopy by the provider and other tests that are not waived. */
const NEVER_WAIVED = new Set("Q0111 Q0112 Q0113 Q0114 Q0115 81015 89190".split(" "));

/** Why QW says nothing on the code; undefined where it may stand. */
export function uselessQw(code: ProcedureCode): "waived as it stands" | "not a waived test" | undefined {
  if (WAIVED_AS_THEY_STAND.has(code.code)) return "waived as it stands";
  return NEVER_WAIVED.has(code.code) || !needsClia(code) ? "not a waived test" : undefined;
}
