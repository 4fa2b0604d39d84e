// Marks that spreadsheets, word processors and web pages leave around a code. None of them can be part of one.
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const BEFORE = /^(?:[\s'"‘’‚“”„`´]|=")+/;
const AFTER = /[\s'"‘’‚“”„`´,;]+$/;

/**
 * The text of a code without white space (no-break space and zero-width characters too), quotes, a spreadsheet's
 * apostrophe or `="…"`, and a trailing comma or semicolon. Case is kept.
 */
export function trimCode(text: string): string {
  return text.replace(INVISIBLE, "").replace(BEFORE, "").replace(AFTER, "");
}

/** The first four of some codes, sorted; `none` where there are none. */
export function codesInWords(codes: Iterable<string>, none: string): string {
  const all = [...codes].sort();
  if (all.length === 0) return none;
  return all.length > 4 ? `${all.slice(0, 4).join(", ")} and ${all.length - 4} others` : all.join(", ");
}

/** `trimCode` and upper case, ASCII letters only: `toUpperCase` would make an S of `ſ` and so a code of no code. */
export function tidyCode(text: string): string {
  return trimCode(text).replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
