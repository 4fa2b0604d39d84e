import type { Parsed, Pointer } from "../model/values.ts";
import { trimText } from "./text.ts";

const SEPARATORS = /[,;:|\s]+/;

/**
 * A diagnosis pointer cell (CMS-1500 box 24E letters, 837P SV107 digits). `ok` says that every token is a position 1–12;
 * how many there are, repeats and empty diagnosis slots are the business of rules.
 *
 * A run of digits is one number: `12` is the twelfth diagnosis, `123` no position (a spreadsheet may have eaten the
 * commas of `1,2,3`, but guessing that here would hide it). A run of letters A–L is one pointer per letter.
 */
export function parsePointer(text: string): Parsed<Pointer> {
  const tokens = trimText(text)
    .split(SEPARATORS)
    .filter((part) => part !== "")
    .flatMap((part) => (/^[A-L]+$/i.test(part) ? Array.from(part) : [part]));
  const positions = tokens.map(positionOf);
  const known = positions.filter((position) => position !== undefined);
  return {
    text,
    ok: tokens.length > 0 && known.length === tokens.length,
    tokens,
    positions: known,
    letters: tokens.some((token) => /^[A-L]$/i.test(token)),
  };
}

function positionOf(token: string): number | undefined {
  if (/^[A-L]$/i.test(token)) return token.toUpperCase().charCodeAt(0) - 64;
  const digits = /^0?(\d{1,2})(?:\.0+)?$/.exec(token)?.[1];
  const position = Number(digits ?? 0);
  return position >= 1 && position <= 12 ? position : undefined;
}
