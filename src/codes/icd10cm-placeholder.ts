import type { CalendarDate } from "../model/values.ts";
import { dotted } from "./icd10cm.ts";
import { seventhCharacters } from "./icd10cm-seventh.ts";

/**
 * The dotted code with the placeholder X where a 7th character follows the stem at once: `W19A` → `W19.XXXA`. Undefined
 * for a code that is not damaged so, and where the last character may belong to the stem: digits, and S06, the one
 * category of injuries with letters of its own (S06.0XA, S06.A0).
 */
export function withPlaceholder(code: string, on?: CalendarDate): string | undefined {
  if (code.length < 4 || code.length > 6 || code.startsWith("S06")) return undefined;
  const last = code.slice(-1);
  const family = seventhCharacters(code, on);
  if (family === undefined || !/^[A-S]$/.test(last) || !family.allowed.includes(last)) return undefined;
  return dotted(code.slice(0, -1).padEnd(6, "X") + last);
}
