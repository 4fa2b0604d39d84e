import type { ProcedureCode } from "../model/values.ts";

/** Codes that bill imaging guidance by itself: ultrasound, fluoroscopy, CT, MR. */
const ULTRASOUND = [76942, 76998];
const FLUOROSCOPY = [77002, 77003];
const CT = [77012];
const MR = [77021];

const ANY = [...ULTRASOUND, ...FLUOROSCOPY, ...CT, ...MR];

/**
 * Procedures whose code includes the guidance. Source: CPT, parenthetical notes under the codes; NCCI Policy Manual,
 * chapter IX. Joints, aspiration by needle, breast biopsy, injections along the spine.
 */
const INCLUDED: readonly (readonly [first: number, last: number, guidance: readonly number[]])[] = [
  [10005, 10006, ULTRASOUND],
  [10007, 10008, FLUOROSCOPY],
  [10009, 10010, CT],
  [10011, 10012, MR],
  [19081, 19086, ANY],
  [20604, 20604, ULTRASOUND],
  [20606, 20606, ULTRASOUND],
  [20611, 20611, ULTRASOUND],
  [27096, 27096, [...FLUOROSCOPY, ...CT]],
  ...[62321, 62323, 62325, 62327].map((code) => [code, code, [...ULTRASOUND, ...FLUOROSCOPY, ...CT]] as const),
  [64479, 64484, [...ULTRASOUND, ...FLUOROSCOPY, ...CT]],
  [64490, 64495, [...ULTRASOUND, ...FLUOROSCOPY, ...CT]],
  [64633, 64636, [...FLUOROSCOPY, ...CT]],
];

export function isImagingGuidance(code: ProcedureCode): boolean {
  return ANY.includes(code.number);
}

/** The procedure's own code pays for this guidance. */
export function includesGuidance(procedure: ProcedureCode, guidance: ProcedureCode): boolean {
  return INCLUDED.some(
    ([first, last, codes]) => first <= procedure.number && procedure.number <= last && codes.includes(guidance.number),
  );
}
