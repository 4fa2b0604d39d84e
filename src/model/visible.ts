/**
 * Cell text made fit to print. A claim file is hostile text: one escape sequence in a member name can rewrite the
 * terminal, one line break can forge a finding, one right-to-left mark can turn a code around.
 */

const NOT_PRINTABLE =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]|(?! )\p{Zs}/gu;

/** Nearly every cell: printable ASCII that neither starts nor ends with a space. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/** A shape tells the form of a value; past 32 characters it would tell the length of a free text. */
const SHAPE_LENGTH = 32;

function mark(character: string): string {
  const code = character.codePointAt(0)!;
  if (code === 0x09) return "⇥";
  if (code === 0xa0) return "⍽";
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "␡";
  return `\\u{${code.toString(16).toUpperCase()}}`;
}

/** The first `limit` UTF-16 units, never ending in half a surrogate pair. */
function head(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

/**
 * The text on one line with everything invisible made visible: `␠` for a space at either end, `⍽` no-break space,
 * `⇥` tab, `␍` `␊` and the other control pictures, `\u{200B}` for whatever else has no glyph or moves others
 * (zero-width, bidirectional controls, lone surrogates). Past `limit` UTF-16 units the text is cut and ends in `…`.
 */
export function visible(text: string, limit = Number.POSITIVE_INFINITY): string {
  const kept = head(text, limit);
  const cut = kept.length < text.length;
  if (!cut && (kept === "" || PLAIN.test(kept))) return kept;
  // Not with / +$/: that is quadratic on a megabyte of spaces.
  let start = 0;
  while (start < kept.length && kept.charCodeAt(start) === 0x20) start++;
  let end = kept.length;
  if (!cut) while (end > start && kept.charCodeAt(end - 1) === 0x20) end--;
  const inner = kept.slice(start, end).replace(NOT_PRINTABLE, mark);
  // A combining mark in front would sit on the reporter's own text.
  const attached = /^\p{M}/u.test(inner)
    ? mark(inner) + inner.slice(String.fromCodePoint(inner.codePointAt(0)!).length)
    : inner;
  return "␠".repeat(start) + attached + "␠".repeat(kept.length - end) + (cut ? "…" : "");
}

/** The form of a text without its content: letters become `A`, digits `9`, the rest stays visible; cut at 32 characters. */
export function shapeOf(text: string): string {
  const characters = Array.from(head(text, SHAPE_LENGTH * 2 + 2));
  const shape = characters.slice(0, SHAPE_LENGTH).map(shapeOfCharacter).join("");
  const cut = characters.length > SHAPE_LENGTH;
  // The ellipsis goes on before the marking, so that a space at the cut does not count as trailing.
  return cut ? visible(`${shape}…`) : visible(shape);
}

function shapeOfCharacter(character: string): string {
  if (/^[A-Za-z]$/.test(character)) return "A";
  if (/^[0-9]$/.test(character)) return "9";
  if (character < "\u0080") return character;
  if (/[\p{Alphabetic}\p{M}]/u.test(character)) return "A";
  return /\p{N}/u.test(character) ? "9" : character;
}
