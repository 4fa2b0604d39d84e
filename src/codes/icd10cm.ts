import type { CalendarDate } from "../model/values.ts";
import { isBillableCategory } from "./icd10cm-categories.ts";
import { seventhCharacters } from "./icd10cm-seventh.ts";

export interface Icd10cmChapter {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  /** In our own words. */
  readonly topic: string;
}

export interface Icd10cmBlock {
  readonly from: string;
  readonly to: string;
  /** The range as the tabular list prints it: `A00-A09`, `B20`. */
  readonly id: string;
}

export const ICD10CM_CHAPTERS: readonly Icd10cmChapter[] = [
  { number: 1, from: "A00", to: "B99", topic: "infections" },
  { number: 2, from: "C00", to: "D49", topic: "neoplasms" },
  { number: 3, from: "D50", to: "D89", topic: "blood and immune system" },
  { number: 4, from: "E00", to: "E89", topic: "endocrine, nutrition, metabolism" },
  { number: 5, from: "F01", to: "F99", topic: "mental and behavioural" },
  { number: 6, from: "G00", to: "G99", topic: "nervous system" },
  { number: 7, from: "H00", to: "H59", topic: "eye" },
  { number: 8, from: "H60", to: "H95", topic: "ear" },
  { number: 9, from: "I00", to: "I99", topic: "circulation" },
  { number: 10, from: "J00", to: "J99", topic: "respiration" },
  { number: 11, from: "K00", to: "K95", topic: "digestion" },
  { number: 12, from: "L00", to: "L99", topic: "skin" },
  { number: 13, from: "M00", to: "M99", topic: "muscles, bones, connective tissue" },
  { number: 14, from: "N00", to: "N99", topic: "urinary and genital" },
  { number: 15, from: "O00", to: "O9A", topic: "pregnancy, birth, puerperium" },
  { number: 16, from: "P00", to: "P96", topic: "perinatal" },
  { number: 17, from: "Q00", to: "QA0", topic: "congenital and genetic" },
  { number: 18, from: "R00", to: "R99", topic: "symptoms and abnormal findings" },
  { number: 19, from: "S00", to: "T88", topic: "injury and poisoning" },
  { number: 20, from: "V00", to: "Y99", topic: "external causes" },
  { number: 21, from: "Z00", to: "Z99", topic: "factors and contacts" },
  { number: 22, from: "U00", to: "U85", topic: "special purposes" },
];

/**
 * The blocks of the tabular list, innermost where they nest. From the FY2021 tabular (CDC, public domain), with the
 * later changes: I10-I1A, I30-I5A, J40-J4A, QA0.
 */
export const ICD10CM_BLOCKS: readonly Icd10cmBlock[] = [
  "A00-A09 A15-A19 A20-A28 A30-A49 A50-A64 A65-A69 A70-A74 A75-A79 A80-A89 A90-A99 B00-B09 B10 B15-B19 B20 " +
    "B25-B34 B35-B49 B50-B64 B65-B83 B85-B89 B90-B94 B95-B97 B99", // chapter 1
  "C00-C14 C15-C26 C30-C39 C40-C41 C43-C44 C45-C49 C50 C51-C58 C60-C63 C64-C68 C69-C72 C73-C75 C7A C7B C76-C80 " +
    "C81-C96 D00-D09 D10-D36 D3A D37-D48 D49", // chapter 2
  "D50-D53 D55-D59 D60-D64 D65-D69 D70-D77 D78 D80-D89", // chapter 3
  "E00-E07 E08-E13 E15-E16 E20-E35 E36 E40-E46 E50-E64 E65-E68 E70-E88 E89", // chapter 4
  "F01-F09 F10-F19 F20-F29 F30-F39 F40-F48 F50-F59 F60-F69 F70-F79 F80-F89 F90-F98 F99", // chapter 5
  "G00-G09 G10-G14 G20-G26 G30-G32 G35-G37 G40-G47 G50-G59 G60-G65 G70-G73 G80-G83 G89-G99", // chapter 6
  "H00-H05 H10-H11 H15-H22 H25-H28 H30-H36 H40-H42 H43-H44 H46-H47 H49-H52 H53-H54 H55-H57 H59", // chapter 7
  "H60-H62 H65-H75 H80-H83 H90-H94 H95", // chapter 8
  "I00-I02 I05-I09 I10-I1A I20-I25 I26-I28 I30-I5A I60-I69 I70-I79 I80-I89 I95-I99", // chapter 9
  "J00-J06 J09-J18 J20-J22 J30-J39 J40-J4A J60-J70 J80-J84 J85-J86 J90-J94 J95 J96-J99", // chapter 10
  "K00-K14 K20-K31 K35-K38 K40-K46 K50-K52 K55-K64 K65-K68 K70-K77 K80-K87 K90-K95", // chapter 11
  "L00-L08 L10-L14 L20-L30 L40-L45 L49-L54 L55-L59 L60-L75 L76 L80-L99", // chapter 12
  "M00-M02 M04 M05-M14 M15-M19 M20-M25 M26-M27 M30-M36 M40-M43 M45-M49 M50-M54 M60-M63 M65-M67 M70-M79 M80-M85 " +
    "M86-M90 M91-M94 M95 M96 M97 M99", // chapter 13
  "N00-N08 N10-N16 N17-N19 N20-N23 N25-N29 N30-N39 N40-N53 N60-N65 N70-N77 N80-N98 N99", // chapter 14
  "O00-O08 O09 O10-O16 O20-O29 O30-O48 O60-O77 O80-O82 O85-O92 O94-O9A", // chapter 15
  "P00-P04 P05-P08 P09 P10-P15 P19-P29 P35-P39 P50-P61 P70-P74 P76-P78 P80-P83 P84 P90-P96", // chapter 16
  "Q00-Q07 Q10-Q18 Q20-Q28 Q30-Q34 Q35-Q37 Q38-Q45 Q50-Q56 Q60-Q64 Q65-Q79 Q80-Q89 Q90-Q99 QA0", // chapter 17
  "R00-R09 R10-R19 R20-R23 R25-R29 R30-R39 R40-R46 R47-R49 R50-R69 R70-R79 R80-R82 R83-R89 R90-R94 R97 R99", // chapter 18
  "S00-S09 S10-S19 S20-S29 S30-S39 S40-S49 S50-S59 S60-S69 S70-S79 S80-S89 S90-S99 T07 T14 T15-T19 T20-T25 " +
    "T26-T28 T30-T32 T33-T34 T36-T50 T51-T65 T66-T78 T79 T80-T88", // chapter 19
  "V00-V09 V10-V19 V20-V29 V30-V39 V40-V49 V50-V59 V60-V69 V70-V79 V80-V89 V90-V94 V95-V97 V98-V99 W00-W19 " +
    "W20-W49 W50-W64 W65-W74 W85-W99 X00-X08 X10-X19 X30-X39 X50 X52-X58 X71-X83 X92-Y09 Y21-Y33 Y35-Y38 Y62-Y69 " +
    "Y70-Y82 Y83-Y84 Y90-Y99", // chapter 20
  "Z00-Z13 Z14-Z15 Z16 Z17 Z18 Z19 Z20-Z29 Z30-Z39 Z40-Z53 Z55-Z65 Z66 Z67 Z68 Z69-Z76 Z77-Z99", // chapter 21
  "U00-U49", // chapter 22
]
  .flatMap((line) => line.split(" "))
  .map((id) => {
    const [from = "", to = from] = id.split("-");
    return { from, to, id };
  });

/**
 * Where the tabular list puts a category whose third character is a letter and which plain text order would put
 * elsewhere: C4A between C43 and C44, M1A before M10.
 */
const PLACED_AFTER: Readonly<Record<string, string>> = {
  C4A: "C43",
  C7A: "C75",
  C7B: "C75",
  D3A: "D36",
  M1A: "M09",
  Z3A: "Z36",
};

/** A text that sorts as the tabular list does. Chapter 22 (letter U) comes last. */
function tabularOrder(category: string): string {
  const after = PLACED_AFTER[category];
  if (after !== undefined) return after + category.charAt(2);
  return category.startsWith("U") ? `~${category}` : category;
}

/** Whether a code (dotted, undotted or a category) lies in a range of categories, both ends included. */
export function inCategoryRange(code: string, from: string, to: string): boolean {
  const place = tabularOrder(code.slice(0, 3));
  return tabularOrder(from) <= place && place <= tabularOrder(to);
}

/** The chapter a code belongs to; undefined where its letters lie in none. Does not ask whether the category exists. */
export function chapterOf(code: string): Icd10cmChapter | undefined {
  return code.length < 3 ? undefined : ICD10CM_CHAPTERS.find(({ from, to }) => inCategoryRange(code, from, to));
}

/** The innermost block a code belongs to. */
export function blockOf(code: string): Icd10cmBlock | undefined {
  return code.length < 3 ? undefined : ICD10CM_BLOCKS.find(({ from, to }) => inCategoryRange(code, from, to));
}

/** The printed form of an undotted ICD-10-CM code: `E119` is `E11.9`, `I10` stays. A dotted code comes back as it is. */
export function dotted(code: string): string {
  const plain = undotted(code);
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}

/** The form without the dot, as the 837 carries it. */
export function undotted(code: string): string {
  return code.replaceAll(".", "");
}

/**
 * Whether an undotted code is certainly incomplete: a category that is a header, or a code that ends before a 7th
 * character its subcategory requires. Undefined where only the order file knows (`E119` and `E1165` alike).
 */
export function needsMoreCharacters(code: string, on?: CalendarDate): boolean | undefined {
  if (code.length >= 7) return false;
  if (code.length === 3) {
    const state = isBillableCategory(code, on);
    return state === "unknown" ? undefined : state === "header";
  }
  return seventhCharacters(code, on) !== undefined ? true : undefined;
}
