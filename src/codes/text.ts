import type { Kind } from "../model/columns.ts";
import type { Parsed, TextValue } from "../model/values.ts";

/**
 * White space of any script (`\s` holds U+00A0 and U+FEFF already) and the zero-width characters that ride along
 * when a code is copied out of a web page or a PDF.
 */
const INVISIBLE = "[\\s\\u200B-\\u200D\\u2060\\u00AD]";
const ONE = new RegExp(INVISIBLE, "u");
const ANYWHERE = new RegExp(INVISIBLE, "gu");

/** The text without white space and zero-width characters at its ends. */
export function trimText(text: string): string {
  // Not with a pattern that ends in `+$`: that is quadratic on a megabyte of spaces.
  let start = 0;
  let end = text.length;
  while (start < end && isInvisible(text, start)) start++;
  while (end > start && isInvisible(text, end - 1)) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isInvisible(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code > 0x20 && code < 0x7f) return false;
  return ONE.test(text[index]!);
}

/** The text without any white space or zero-width character, for identifiers. */
export function stripText(text: string): string {
  return text.replace(ANYWHERE, "");
}

export function parseText(text: string): Parsed<TextValue> {
  const trimmed = trimText(text);
  return { text, ok: trimmed !== "", trimmed };
}

/** What exports write for "nothing"; domain notes, `required-field-missing`. */
const NULL_TOKENS: ReadonlySet<string> = new Set(["null", "n/a", "nan", "#n/a", "-", "none", "unknown"]);

/** In these columns a lone `0` is no code and no identifier, but an empty numeric cell. */
const ZERO_IS_NOTHING: ReadonlySet<Kind> = new Set<Kind>(["procedure", "npi", "diagnosis"]);

/** `CellValue.blank`: empty, white space only, or one of the tokens that stand for an empty cell of this kind. */
export function isNullToken(text: string, kind: Kind): boolean {
  const token = trimText(text).toLowerCase();
  if (token === "") return true;
  if (token === "0") return ZERO_IS_NOTHING.has(kind);
  // `Unknown` is an answer in a sex column: 837 DMG03 = U.
  return NULL_TOKENS.has(token) && !(kind === "sex" && token === "unknown");
}
