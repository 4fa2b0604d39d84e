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
