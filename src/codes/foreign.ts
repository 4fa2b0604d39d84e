/** No-break and odd spaces, soft hyphen, zero-width and bidirectional marks, curly quotes, NUL, the replacement character. */
const FOREIGN = /[\u0000\u00A0\u00AD\u2000-\u200F\u2018-\u201F\u202A-\u202F\u2060\u2066-\u2069\u3000\uFEFF\uFFFD]/u;

/** What can go without a trace, and the spaces that are no plain space. U+FEFF is a space too, but only outer ones go. */
const MARKS = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069]/gu;
const SPACES = /[\u00A0\u2000-\u200A\u202F\u3000]/gu;

/** The first character of an identifier, date or number that cannot be meant. */
export function foreignCharacter(text: string): string | undefined {
  return FOREIGN.exec(text)?.[0];
}

/**
 * The text without its invisible characters and outer spaces. Undefined where something else is wrong: a curly quote may
 * have been a straight one, and what the replacement character stands for is lost.
 */
export function withoutForeign(text: string): string | undefined {
  const plain = text.replace(MARKS, "").replace(SPACES, " ").trim();
  return FOREIGN.test(plain) ? undefined : plain;
}
