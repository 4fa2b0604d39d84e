/**
 * The typed values a claim line is made of. One value stands for one distinct cell text of one column
 * (values are interned), so it is immutable and everything that can be known from the text alone is worked out once.
 */

/** How far a value identifies a person: `direct` (names, member ids), `quasi` (dates, claim numbers), `none` (codes, units). */
export type Privacy = "direct" | "quasi" | "none";

export interface CellValue {
  /** The cell's text exactly as it stands in the file (unquoted, not trimmed). */
  readonly text: string;
  /** Empty, white space only, or one of the null tokens that exports write for "nothing" (`NULL`, `N/A`, `NaN` …). */
  readonly blank: boolean;
  /** Well formed after lossless normalisation. A value that is not mutes the later rules that need it. */
  readonly ok: boolean;
  readonly privacy: Privacy;
}

/** What is left open when a parser makes a value: it knows the text, not the column. */
export type Parsed<V extends CellValue> = Omit<V, "privacy" | "blank">;

/** Days since 1970-01-01, proleptic Gregorian calendar. Never a JS `Date`: a claim date has no time zone. */
export type CalendarDate = number;

export type DateFormat = "YYYY-MM-DD" | "YYYYMMDD" | "MM/DD/YYYY" | "DD/MM/YYYY" | "DD-Mon-YYYY";

export interface TextValue extends CellValue {
  /** Trimmed text. */
  readonly trimmed: string;
}

export interface DateValue extends CellValue {
  /** Undefined where the text is not a calendar date in the column's format. */
  readonly days: CalendarDate | undefined;
}

export type CodeSystem =
  | "CPT"
  | "HCPCS"
  | "CDT"
  | "ICD-10-CM"
  | "ICD-9-CM"
  | "ICD-9-CM procedure"
  | "ICD-10-PCS"
  | "ICD-11"
  | "revenue code"
  | "NDC"
  | "MS-DRG"
  | "SNOMED CT"
  | "foreign procedure"
  | "malformed";

export type CptCategory = "I" | "II" | "III" | "PLA" | "MAAA" | "administrative";

export type CptSection =
  | "Evaluation and management"
  | "Anesthesia"
  | "Surgery"
  | "Radiology"
  | "Pathology and laboratory"
  | "Medicine";

/** The three-way view of the source texts: E/M, ancillary, surgical. */
export type ProcedureView = "E/M" | "ancillary" | "surgical";

/**
 * Why a procedure cell is not a usable CPT or HCPCS Level II code. Exactly one, so that one cause gives one finding.
 * `unknown-range` is a five-digit number outside every CPT section.
 */
export type ProcedureProblem =
  | "leading-zero-lost"
  | "unknown-range"
  | "cpt-format"
  | "hcpcs-format"
  | "other-system"
  | "multiple"
  | "embedded-modifier"
  | "decimal-artifact"
  | "lookalike-character"
  | "scientific-notation"
  | "date-mangled";

export interface ProcedureCode extends CellValue {
  /** Trimmed, upper case, without a spreadsheet's apostrophe; the code to compare and look up when `ok`. */
  readonly code: string;
  readonly system: CodeSystem;
  readonly problem: ProcedureProblem | undefined;
  /** The text is not already `code`, the difference being only white space, case, quotes or an apostrophe. */
  readonly untidy: boolean;
  /** What the writer probably meant (a zero-padded code, the base of `99213-25`), where exactly one reading exists. */
  readonly candidate: string | undefined;
  /** The codes of a `multiple` cell, or the modifiers of an `embedded-modifier` cell. */
  readonly parts: readonly string[];
  readonly category: CptCategory | undefined;
  readonly section: CptSection | undefined;
  /** The subsection in our own words ("digestive", "chemistry"). */
  readonly subsection: string | undefined;
  readonly view: ProcedureView | undefined;
  /** The numeric value of a five-digit Category I code, for range tests; −1 for every other code. */
  readonly number: number;
}

export type DiagnosisProblem =
  | "format"
  | "unknown-category"
  | "other-system"
  | "multiple"
  | "decimal-artifact"
  | "scientific-notation"
  | "date-mangled";

export interface DiagnosisCode extends CellValue {
  /** Undotted, upper case: the form to compare and look up. */
  readonly code: string;
  /** The printed form, with the dot after the third character. */
  readonly dotted: string;
  /** Read as ICD-10-CM wherever the text allows it; `ICD-9-CM` only where it does not. */
  readonly system: CodeSystem;
  readonly problem: DiagnosisProblem | undefined;
  readonly untidy: boolean;
  readonly candidate: string | undefined;
  readonly parts: readonly string[];
  /** The text also fits (or only fits) the ICD-9-CM grammar: `V70.0`, `E119`, `25000`. */
  readonly fitsIcd9: boolean;
  /** The three-character category, for range tests on `code`. */
  readonly category: string;
}

export interface Modifier extends CellValue {
  /** Trimmed and upper case, two characters when `ok`. */
  readonly code: string;
  readonly untidy: boolean;
}

export interface Npi extends CellValue {
  /** Digits only, where only white space or a trailing `.0` had to go. */
  readonly npi: string;
  /** Ten digits that start with 1 or 2. */
  readonly shaped: boolean;
  /** The Luhn check over `80840` + NPI holds. `ok` is `shaped && checkDigitHolds`. */
  readonly checkDigitHolds: boolean;
}

export interface PlaceOfService extends CellValue {
  /** Two digits when `ok`. */
  readonly code: string;
}

/** A diagnosis pointer cell: `1`, `A`, `1,2`, `AB`, `1:2`. */
export interface Pointer extends CellValue {
  readonly tokens: readonly string[];
  /** 1-based diagnosis positions, in the order given; a token that is no position is left out (then `ok` is false). */
  readonly positions: readonly number[];
  readonly letters: boolean;
}

export interface Quantity extends CellValue {
  /** Thousandths of a unit (837P SV104 carries at most three decimals); undefined where not a number. */
  readonly thousandths: number | undefined;
  /** `thousandths / 1000`, 0 where undefined. */
  readonly amount: number;
}

export interface Money extends CellValue {
  /** Whole cents; undefined where the text is not an amount. */
  readonly cents: number | undefined;
}

export interface WholeNumber extends CellValue {
  readonly number: number | undefined;
}

export type SexCode = "F" | "M" | "U";

export interface Sex extends CellValue {
  readonly sex: SexCode | undefined;
}
