/**
 * Which subcategories of ICD-10-CM take a 7th character, and which ones they allow. From the FY2026 order file and the
 * `sevenChrDef` notes of the FY2021 tabular (CMS/NCHS, public domain). The test holds the table against every code of
 * both releases: the sets are exact for each six-character stem.
 */
import { day } from "../model/dates.ts";
import type { CalendarDate } from "../model/values.ts";

export interface SeventhCharacters {
  /** The characters allowed in position 7, in ascending order. */
  readonly allowed: string;
  /** What the character says, in our own words. */
  readonly family: string;
}

interface Family extends SeventhCharacters {
  /** Prefixes and ranges of prefixes (`S00-S17`, `S490-S491`); the longest prefix that fits a code decides. */
  readonly prefixes: string;
}

const FAMILIES: readonly Family[] = [
  {
    family: "encounter",
    allowed: "ADS",
    prefixes:
      "M97 S00-S99 T07 T14-T28 T33-T34 T36-T85 T88 V00-V99 W00-W99 X00-X99 Y00-Y04 Y08 Y21-Y38 " +
      "S128-S129 S498-S499 S598-S599 S798-S799 S898-S899 S998-S999",
  },
  { family: "encounter, skull, neck and trunk fracture", allowed: "ABDGKS", prefixes: "S02 S12 S22 S32" },
  { family: "encounter, limb fracture", allowed: "ABDGKPS", prefixes: "S42 S62 S92 S990-S992" },
  { family: "encounter, long bone fracture by open type", allowed: "ABCDEFGHJKMNPQRS", prefixes: "S52 S72 S82" },
  {
    family: "encounter, growth plate, torus or pathological fracture",
    allowed: "ADGKPS",
    prefixes:
      "M80 M843-M846 M847 S4227 S4231 S4248 S49 S5201 S5211 S5221 S5231 S5252 S5262 S59 S7247 S79 " +
      "S8216 S8231 S8281-S8282 S89",
  },
  { family: "encounter, fatigue or collapsed vertebra", allowed: "ADGS", prefixes: "M484-M485" },
  {
    // Death before regaining consciousness: a later encounter does not exist.
    family: "initial encounter only",
    allowed: "A",
    prefixes:
      "S061X7-S061X8 S062X7-S062X8 S06307-S06308 S06317-S06318 S06327-S06328 S06337-S06338 S06347-S06348 " +
      "S06357-S06358 S06367-S06368 S06377-S06378 S06387-S06388 S064X7-S064X8 S065X7-S065X8 S066X7-S066X8 " +
      "S06817-S06818 S06827-S06828 S06897-S06898 S068A7-S068A8 S069X7-S069X8",
  },
  { family: "fetus", allowed: "0123459", prefixes: "O31-O32 O333-O337 O35-O36 O40-O41 O601-O602 O64 O69" },
  { family: "tophus", allowed: "01", prefixes: "M1A" },
  {
    family: "eye",
    allowed: "1239",
    prefixes: "E0832-E0835 E0837 E0932-E0935 E0937 E1032-E1035 E1037 E1132-E1135 E1137 E1332-E1335 E1337 T8684",
  },
  { family: "stage", allowed: "01234", prefixes: "H3531 H4010-H4014 H4020 H4022 H403-H406" },
  { family: "stage", allowed: "0123", prefixes: "H3532" },
  { family: "stage", allowed: "012", prefixes: "H3481 H3483" },
  { family: "time of the coma score", allowed: "01234", prefixes: "R4021-R4024" },
  // Below here the 7th character is one more level of the classification, not an extension shared by a category.
  {
    family: "eyelid",
    allowed: "12",
    prefixes: "C44102 C44109 C44112 C44119 C44122 C44129 C44132 C44139 C44192 C44199",
  },
  { family: "vision category", allowed: "12", prefixes: "H5411 H542 H5452" },
  { family: "vision category", allowed: "345", prefixes: "H540 H5412 H5442" },
  { family: "vision category", allowed: "A", prefixes: "H5441 H5451" },
  { family: "subdivision", allowed: "0129", prefixes: "G71034 Z86010" },
  { family: "subdivision", allowed: "012", prefixes: "J34820-J34821 Z91011-Z91012" },
  { family: "subdivision", allowed: "129", prefixes: "K63821 QA0010 QA0014" },
  { family: "subdivision", allowed: "19", prefixes: "QA0013 QA0015" },
  { family: "ulcer depth", allowed: "12345689", prefixes: "L98A" },
];

/**
 * Subcategories whose shorter codes were complete until the day given (FY2026 conversion table). Before it they take
 * no 7th character.
 */
const EXTENDED_FROM: readonly (readonly [CalendarDate, string])[] = [
  [day("2016-10-01"), "E0832-E0835 E0932-E0935 E1032-E1035 E1132-E1135 E1332-E1335 H3481 H3483 H3531-H3532 O337 R4024"],
  [day("2017-10-01"), "H540 H5411 H5412 H542 H5441-H5442 H5451-H5452 T07 T14"],
  [day("2018-10-01"), "C441"],
  [day("2020-10-01"), "T8684"],
  [day("2024-10-01"), "Z86010"],
  [day("2025-10-01"), "Z91011-Z91012"],
];

function expand(prefixes: string): string[] {
  return prefixes.split(" ").flatMap((entry) => {
    const [from = "", to = from] = entry.split("-");
    // The ends of a range differ in their trailing digits only.
    let same = 0;
    while (same < from.length && from[same] === to[same]) same++;
    const width = from.length - same;
    if (width === 0) return [from];
    const list: string[] = [];
    for (let n = Number(from.slice(same)); n <= Number(to.slice(same)); n++) {
      list.push(from.slice(0, same) + String(n).padStart(width, "0"));
    }
    return list;
  });
}

const FAMILY_BY_PREFIX: ReadonlyMap<string, SeventhCharacters> = new Map(
  FAMILIES.flatMap(({ allowed, family, prefixes }) => {
    const value: SeventhCharacters = { allowed, family };
    return expand(prefixes).map((prefix) => [prefix, value] as const);
  }),
);

const EXTENDED_BY_PREFIX: ReadonlyMap<string, CalendarDate> = new Map(
  EXTENDED_FROM.flatMap(([from, prefixes]) => expand(prefixes).map((prefix) => [prefix, from] as const)),
);

function byLongestPrefix<V>(table: ReadonlyMap<string, V>, code: string): V | undefined {
  for (let length = Math.min(6, code.length); length >= 3; length--) {
    const value = table.get(code.slice(0, length));
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * The 7th characters a code's subcategory requires, for an undotted ICD-10-CM code of any length; undefined where it
 * takes none. A code that ends above the level where families part (`S52`) gets the one most of its codes have.
 * `on` is the date of service: a few subcategories came to require one after 2015-10-01.
 */
export function seventhCharacters(code: string, on?: CalendarDate): SeventhCharacters | undefined {
  const family = byLongestPrefix(FAMILY_BY_PREFIX, code);
  if (family === undefined || on === undefined) return family;
  const from = byLongestPrefix(EXTENDED_BY_PREFIX, code);
  return from !== undefined && on < from ? undefined : family;
}
