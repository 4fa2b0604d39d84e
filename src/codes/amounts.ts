import type { Money, Parsed, Quantity, WholeNumber } from "../model/values.ts";
import { trimText } from "./text.ts";

/**
 * A number of units, exact to thousandths (837P SV104 carries at most three decimals). No thousands separators, no
 * exponent: `1,000` may be a pointer list, `1e2` a spreadsheet's doing. Zeros past the third decimal lose nothing.
 */
export function parseQuantity(text: string): Parsed<Quantity> {
  const thousandths = scaled(trimText(text), 3);
  return {
    text,
    ok: thousandths !== undefined,
    thousandths,
    amount: thousandths === undefined ? 0 : thousandths / 1000,
  };
}

/**
 * An amount of US dollars in whole cents: `125`, `125.5`, `$1,250.00`; `(85.00)`, `-85.00` and `85.00-` are negative.
 * A part of a cent, or commas that do not group by three, make it no amount.
 */
export function parseMoney(text: string): Parsed<Money> {
  const cents = centsOf(trimText(text));
  return { text, ok: cents !== undefined, cents };
}

function centsOf(text: string): number | undefined {
  const inner = /^\((.*)\)$/.exec(text)?.[1];
  const match = /^([+-]?)\s*\$?\s*([+-]?)([\d.,]+)(-?)$/.exec((inner ?? text).trim());
  if (!match) return undefined;
  const [, outerSign = "", innerSign = "", digits = "", trailing = ""] = match;
  const signs = outerSign + innerSign + trailing;
  if (signs.length > 1 || (inner !== undefined && signs !== "")) return undefined;
  if (digits.includes(",") && !/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(digits)) return undefined;
  const cents = scaled(digits.replaceAll(",", ""), 2);
  if (cents === undefined) return undefined;
  return inner !== undefined || signs === "-" ? negated(cents) : cents;
}

/** A whole number, as line numbers are; `1.0` is one. The sign is kept: whether a range is allowed is for a rule. */
export function parseWhole(text: string): Parsed<WholeNumber> {
  const number = scaled(trimText(text), 0);
  return { text, ok: number !== undefined, number };
}

/** The decimal times 10^places, by text so that it is exact; undefined where that is not a whole number. */
function scaled(text: string, places: number): number | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  if (whole === "" && fraction === "") return undefined;
  if (/[1-9]/.test(fraction.slice(places))) return undefined;
  const value = Number(whole + fraction.slice(0, places).padEnd(places, "0"));
  if (!Number.isSafeInteger(value)) return undefined;
  return sign === "-" ? negated(value) : value;
}

/** Never −0: it would print as `-0` and differ from 0 under Object.is. */
function negated(value: number): number {
  return value === 0 ? 0 : -value;
}
