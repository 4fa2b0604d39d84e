import type { ProcedureCode } from "../model/values.ts";
import { modifierAbout } from "./modifier.ts";

type Range = readonly [first: number, last: number];

/** Sites that a modifier of one character pair names: a digit of the hand, of the foot, a lid, a coronary vessel. */
type Site = "finger" | "toe" | "eyelid" | "coronary vessel";

function siteOf(modifier: string): Site | undefined {
  if (/^F[1-9A]$/.test(modifier)) return "finger";
  if (/^T[1-9A]$/.test(modifier)) return "toe";
  if (/^E[1-4]$/.test(modifier)) return "eyelid";
  return /^(?:L[CDM]|R[CI])$/.test(modifier) ? "coronary vessel" : undefined;
}

// Lymph nodes and abdomen to thyroid; brain and spine; ear. Not the vessels (34xxx–37xxx) and nerves (64xxx) of a limb.
const TRUNK: readonly Range[] = [
  [30000, 34999],
  [38500, 60699],
  [62000, 63999],
  [69000, 69979],
];
const BREAST: readonly Range[] = [
  [19000, 19499],
  [77046, 77067],
];
const EYEBALL: readonly Range[] = [[66500, 67299]];

/**
 * CPT numbers that are surely elsewhere in the body. Skin, nerves, tendons of forearm and leg and Medicine are left out,
 * and the transfers of a toe to the hand (26551–26556).
 */
const ELSEWHERE: Readonly<Record<Site, readonly Range[]>> = {
  finger: [
    ...TRUNK,
    ...BREAST,
    ...EYEBALL,
    [21010, 24999],
    [27000, 28899],
    [29305, 29584],
    [29805, 29828],
    [29850, 29899],
    [70010, 72295],
    [73501, 73723],
    [74000, 75574],
  ],
  toe: [
    ...TRUNK,
    ...BREAST,
    ...EYEBALL,
    [21010, 26550],
    [26557, 27599],
    [29000, 29280],
    [29800, 29848],
    [70010, 72295],
    [73000, 73225],
    [74000, 75574],
  ],
  eyelid: [...TRUNK.slice(1), ...BREAST, ...EYEBALL, [21501, 29999], [31300, 34999], [71045, 75574]],
  "coronary vessel": [
    ...BREAST,
    [10004, 32999],
    [38100, 69990],
    [70010, 74999],
    [76506, 77045],
    [77068, 77999],
    [80047, 89398],
    [99202, 99499],
  ],
};

/** What the modifier names, where the procedure is surely done elsewhere; undefined where it may fit. */
export function wrongSite(modifier: string, { number }: ProcedureCode): string | undefined {
  const site = siteOf(modifier);
  if (site === undefined || !ELSEWHERE[site].some(([first, last]) => first <= number && number <= last))
    return undefined;
  return modifierAbout(modifier)?.meaning ?? site;
}

const DIGITS_OF_HAND = "a finger (FA, F1–F9)";
const DIGITS_OF_FOOT = "a toe (TA, T1–T9)";
const SIDE = "a side (RT, LT, or 50)";

/** Procedures on one of several like parts, which payers want named. A short list of the common ones. */
// biome-ignore format: one part a line
const WANTS: readonly (readonly [first: number, last: number, what: string])[] = [
  [11730, 11730, "a finger or toe"], [11750, 11750, "a finger or toe"],
  [19301, 19307, SIDE], [20610, 20611, SIDE],
  [26055, 26055, DIGITS_OF_HAND], [26951, 26952, DIGITS_OF_HAND],
  [27130, 27130, SIDE], [27447, 27447, SIDE],
  [28285, 28285, DIGITS_OF_FOOT], [28291, 28299, "a side or a toe"], [28820, 28825, DIGITS_OF_FOOT],
  [29827, 29827, SIDE], [29880, 29881, SIDE],
  [66821, 66821, SIDE], [66982, 66984, SIDE], [67028, 67028, SIDE],
  [67900, 67904, "an eyelid (E1–E4) or a side"],
  [92920, 92920, "a vessel (LC, LD, LM, RC, RI)"], [92928, 92928, "a vessel (LC, LD, LM, RC, RI)"],
];

/** The part a payer expects a modifier for; undefined for every other procedure. */
export function wantedSite({ number }: ProcedureCode): string | undefined {
  return WANTS.find(([first, last]) => first <= number && number <= last)?.[2];
}
