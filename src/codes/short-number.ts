import type { ClaimForm, LineFields } from "../model/claim.ts";
import type { ProcedureCode } from "../model/values.ts";
import { revenueFamily } from "./revenue.ts";

/**
 * What three or four digits in a procedure cell are. CPT codes always have five characters, so the number has lost its
 * zeros or belongs to another system; the rest of the line tells which. One answer, so that one rule speaks.
 */
export type ShortNumber = "CPT" | "revenue code" | "MS-DRG";

type Context = Pick<LineFields, "revenueCode" | "typeOfBill" | "drg"> & { readonly form: ClaimForm };

/** An inpatient hospital bill (type of bill 11x): the only one paid by MS-DRG, and the only one with ICD-10-PCS. */
export function isInpatientBill(typeOfBill: LineFields["typeOfBill"]): boolean {
  return /^0?11/.test(typeOfBill?.trimmed ?? "");
}

/** Undefined where the cell holds anything but a short number (or a short code with its letter, `54T`). */
export function readShortNumber(code: ProcedureCode, line: Context): ShortNumber | undefined {
  const { problem, system } = code;
  const other = problem === "other-system" && (system === "revenue code" || system === "MS-DRG");
  if (problem !== "leading-zero-lost" && !other) return undefined;
  const read = other ? system : "CPT";
  if (line.form !== "institutional" || !/^\d{3,4}$/.test(code.code)) return read;
  if (line.revenueCode === undefined)
    return revenueFamily(code.code.padStart(4, "0")) === undefined ? read : "revenue code";
  // Its revenue code typed, or copied, into both columns.
  if (line.revenueCode.trimmed.padStart(4, "0") === code.code.padStart(4, "0")) return "revenue code";
  // The line has its revenue code already, so 470 in the next column is how the stay was grouped.
  return isInpatientBill(line.typeOfBill) && line.drg === undefined && code.code.length === 3 ? "MS-DRG" : read;
}
