import type { ProcedureCode } from "../model/values.ts";

export interface MonthlyCare {
  readonly name: string;
  /** One per patient whoever in the practice does it; else one per provider. */
  readonly perPractice: boolean;
}

// biome-ignore format: one family a line
const FAMILIES: readonly (MonthlyCare & { readonly codes: string })[] = [
  { name: "chronic or advanced primary care management", perPractice: true, codes: "99487 99490 99491 G0556 G0557 G0558" },
  { name: "principal care management", perPractice: false, codes: "99424 99426" },
  { name: "behavioral health integration", perPractice: false, codes: "99484 99492 99493" },
  { name: "remote physiologic monitoring", perPractice: true, codes: "99457" },
  { name: "remote therapeutic monitoring", perPractice: false, codes: "98980" },
];

const BY_CODE: ReadonlyMap<string, MonthlyCare> = new Map(
  FAMILIES.flatMap((family) => family.codes.split(" ").map((code) => [code, family] as const)),
);

/**
 * The family of a service that is reported once in a calendar month, and instead of the others of its family. Add-on
 * codes (99437, 99439, 99489, 99494, 99458 …) are left out. Source: CPT care management guidelines, by number.
 */
export function monthlyCare(code: ProcedureCode): MonthlyCare | undefined {
  return BY_CODE.get(code.code);
}
