import type { ProcedureCode } from "../model/values.ts";

/**
 * Common procedures with a global period of 0 or 10 days in the Medicare fee schedule (PPRRVU25D, October 2025), by
 * number; add-on codes and those of 90 days are left out. By far not all of them: a code that is missing here is not known
 * to be anything. Groups: skin, nails, repair, destruction; injections and joints; casts; nose and larynx; lines; lower
 * endoscopy without anesthesia; bladder; genital; spine and nerve blocks; eye; ear; osteopathic and chiropractic treatment.
 */
// biome-ignore format: spans of numbers
const MINOR: readonly (readonly [first: number, last: number])[] = [
  [10060, 10061], [10080, 10081], [10120, 10121], [10140, 10180], [11000, 11000], [11042, 11044], [11055, 11057],
  [11102, 11102], [11104, 11104], [11106, 11106], [11200, 11200], [11300, 11313], [11400, 11446], [11600, 11646],
  [11719, 11730], [11740, 11765], [11900, 11901], [11976, 11983], [12001, 12018], [12031, 12057], [16000, 16030],
  [17000, 17000], [17004, 17004], [17110, 17111], [17250, 17286],
  [20520, 20553], [20600, 20612], [26010, 26011], [29075, 29131], [29405, 29580],
  [30300, 30300], [30901, 30906], [31231, 31231], [31575, 31575], [36555, 36556], [40800, 40801], [41800, 41800],
  [46083, 46083], [46221, 46221], [46600, 46606], [46900, 46924], [51701, 51703], [52000, 52000], [54050, 54065],
  [56405, 56420], [56501, 56605], [56820, 56821], [57061, 57061], [57100, 57100], [57150, 57170], [57452, 57456],
  [57500, 57505], [57511, 57511], [58100, 58100], [58301, 58301], [62270, 62270], [62320, 62323], [64400, 64420],
  [64445, 64455], [64479, 64479], [64483, 64483], [64490, 64490], [64493, 64493], [64612, 64617],
  [65205, 65222], [65430, 65435], [67028, 67028], [67700, 67805], [67810, 67830], [67840, 67840], [68020, 68040],
  [68761, 68761], [68801, 68810], [69000, 69020], [69200, 69222], [69420, 69420], [98925, 98929], [98940, 98942],
];

/** A procedure of 0 or 10 global days, as far as the short built-in list goes. */
export function isMinorProcedure({ number }: ProcedureCode): boolean {
  return MINOR.some(([first, last]) => first <= number && number <= last);
}
