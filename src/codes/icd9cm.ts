/**
 * The shape of ICD-9-CM codes, for dates of service before 2015-10-01. Shape only: the code list is not shipped.
 * Three digits, or V and two digits, or E and three digits; then up to two more digits (one after an E code).
 */
const NUMERIC = /^(?!000)\d{3}(?:\.?\d{1,2})?$/;
/** The supplementary classification ended at V91. */
const FACTORS = /^V(?:0[1-9]|[1-8]\d|9[01])(?:\.?\d{1,2})?$/;
/** External causes are E000–E030 (activity, place) and E800–E999; between them ICD-9-CM has nothing. */
const EXTERNAL = /^E(?:0[0-2]\d|030|[89]\d\d)(?:\.?\d)?$/;
/** 992–994 (heat, air pressure, other external causes) never took a fifth digit: 99213 is an office visit, not 992.13. */
const NO_FIFTH_DIGIT = /^99[2-4]\.?\d\d$/;

const PROCEDURE = /^\d{2}\.\d{1,2}$/;

/** Whether a tidy text (upper case, no white space) has the shape of an ICD-9-CM diagnosis code, dotted or not. */
export function isIcd9DiagnosisShape(text: string): boolean {
  return (NUMERIC.test(text) && !NO_FIFTH_DIGIT.test(text)) || FACTORS.test(text) || EXTERNAL.test(text);
}

/**
 * Whether a tidy text is an ICD-9-CM (volume 3) procedure code with its dot, `45.23`. Without the dot it cannot be told
 * from other numbers.
 */
export function isIcd9ProcedureShape(text: string): boolean {
  return PROCEDURE.test(text);
}

/** The printed form of an undotted ICD-9-CM diagnosis code: `25000` is `250.00`, `E8490` is `E849.0`. */
export function dottedIcd9(code: string): string {
  const at = code.startsWith("E") ? 4 : 3;
  return code.length > at ? `${code.slice(0, at)}.${code.slice(at)}` : code;
}
