import type { CalendarDate } from "../model/values.ts";
import { dotted } from "./icd10cm.ts";
import { seventhCharacters } from "./icd10cm-seventh.ts";

/**
 * Stems that go on with one of the letters of a 7th character: S06.0XA, S30.81A, T45.A, M80.0A. A code that ends there is
 * cut off, not shifted. Every heading of the FY2026 order file that would else be taken for one.
 */
const LETTER_IN_STEM = /^(?:S06|S021|S024|S308|S309|S311|S316|W44|M80[08]A$|(?:T36|T45|T50|T74|T76|T79|T80|Y36|Y37)A$)/;

/**
 * The dotted code with the placeholder X where a 7th character follows the stem at once: `W19A` → `W19.XXXA`. Undefined
 * for a code that is not damaged so, and where the last character may belong to the stem.
 */
export function withPlaceholder(code: string, on?: CalendarDate): string | undefined {
  if (code.length < 4 || code.length > 6 || LETTER_IN_STEM.test(code)) return undefined;
  const last = code.slice(-1);
  const family = seventhCharacters(code, on);
  if (family === undefined || !/^[A-S]$/.test(last) || !family.allowed.includes(last)) return undefined;
  return dotted(code.slice(0, -1).padEnd(6, "X") + last);
}
