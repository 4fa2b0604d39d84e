import type { ProcedureCode } from "../model/values.ts";

type Range = readonly [first: number, last: number];

/** Clinical laboratory; without pathology consultations (80503–80506), anatomic pathology and what follows it. */
const LABORATORY: readonly Range[] = [
  [80047, 80439],
  [81000, 87999],
];

/**
 * Diagnostic imaging. Left out: guidance and supervision of procedures, angiography, contrast studies done by an
 * operator, screening mammography (77063, 77067, no order needed), radiation oncology.
 */
const IMAGING: readonly Range[] = [
  [70030, 70160],
  [70190, 70330],
  [70336, 70336],
  [70355, 70380],
  [70450, 72220],
  [72240, 73725],
  [74018, 74185],
  [76506, 76886],
  [77046, 77062],
  [77065, 77066],
  [77072, 77086],
  [78012, 78999],
];

const within = (number: number, ranges: readonly Range[]): boolean =>
  ranges.some(([first, last]) => first <= number && number <= last);

/** Equipment, orthoses, wheelchairs, enteral and parenteral feeding; not implants or supplies used in an office. */
const EQUIPMENT = /^(?:B[49]\d{3}|E\d{4}|K0\d{3}|L[0-4]\d{3})$/;

/**
 * Does Medicare ask who ordered it? Clinical laboratory tests, diagnostic imaging, equipment: the services of the
 * ordering and referring edits. Source: Affordable Care Act, section 6405; CMS MLN SE1305.
 */
export function needsOrder(code: ProcedureCode): boolean {
  return code.category === "PLA" || within(code.number, [...LABORATORY, ...IMAGING]) || EQUIPMENT.test(code.code);
}
