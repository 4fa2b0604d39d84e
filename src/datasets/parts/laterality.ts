import type { DiagnosisCode, ProcedureCode } from "../../model/values.ts";
import type { Icd10cm } from "../icd10cm.ts";

/** A lesion of the brain shows on the other side of the body. */
const CENTRAL = /^(?:G8[13]|I6[0-9])/;
/** Prophylactic removal is often of the healthy side. */
const PROPHYLACTIC = /^Z40/;

/** Grafts and vessels are taken from wherever they can be spared. */
export function isHarvest({ number }: ProcedureCode): boolean {
  return (number >= 20900 && number <= 20938) || [35500, 35572, 35600].includes(number);
}

/** Both sides are often filmed to compare them. */
export function isImaging({ number }: ProcedureCode): boolean {
  return number >= 70000 && number <= 79999;
}

/**
 * The first of a line's ICD-10-CM diagnoses, with its side, where it and all others that have a side name one that
 * `wanted` does not include. Undefined where the first has none: a diagnosis without a side may be of either, and the
 * first is why the procedure was done.
 */
export function contrarySide(
  diagnoses: readonly DiagnosisCode[],
  wanted: "right" | "left" | "both",
  codes: Icd10cm,
): { readonly diagnosis: DiagnosisCode; readonly side: "right" | "left" } | undefined {
  if (diagnoses.some(({ code }) => PROPHYLACTIC.test(code))) return undefined;
  const [diagnosis] = diagnoses;
  const side = diagnosis === undefined || CENTRAL.test(diagnosis.code) ? undefined : codes.sideOf(diagnosis.code);
  if (diagnosis === undefined || (side !== "right" && side !== "left") || side === wanted) return undefined;
  const others = diagnoses.filter(({ code }) => !CENTRAL.test(code)).map(({ code }) => codes.sideOf(code));
  return others.some((other) => other !== undefined && other !== side) ? undefined : { diagnosis, side };
}
