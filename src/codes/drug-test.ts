import type { ProcedureCode } from "../model/values.ts";

export type DrugTestKind = "presumptive" | "definitive" | "by drug class";

const DEFINITIVE = new Set(["G0480", "G0481", "G0482", "G0483", "G0659"]);

/**
 * Drug tests: presumptive 80305–80307, one a day by definition; definitive G0480–G0483 and G0659 by the number of drug
 * classes; definitive 80320–80377, one code for each class, which Medicare does not take.
 */
export function drugTestKind(code: ProcedureCode): DrugTestKind | undefined {
  if (code.number >= 80305 && code.number <= 80307) return "presumptive";
  if (code.number >= 80320 && code.number <= 80377) return "by drug class";
  return DEFINITIVE.has(code.code) ? "definitive" : undefined;
}
