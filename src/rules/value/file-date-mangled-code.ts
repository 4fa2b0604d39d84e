import { serialDate } from "../../codes/date.ts";
import { isMangledDate, numbersOfMangledDate } from "../../codes/spreadsheet.ts";
import { valueRule } from "../../contract/rule.ts";
import type { CellValue, DiagnosisCode, ProcedureCode } from "../../model/values.ts";

function isMangled(value: CellValue): boolean {
  if ("problem" in value) return (value as ProcedureCode | DiagnosisCode).problem === "date-mangled";
  if (value.ok && "tokens" in value) return false;
  // Five digits in a pointer cell are no positions, but a day number; elsewhere they may be a code.
  return isMangledDate(value.text) || ("tokens" in value && serialDate(value.text) !== undefined);
}

export default valueRule({
  id: "file-date-mangled-code",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Code or pointer that a spreadsheet has turned into a date or a time",
  why: "The payer gets a date where it expects a code, and rejects the line.",
  fix: "Export again with the column typed as text.",
  repair: "suggest",
  sources: ["ECMA-376, part 1, number formats 16 to 20 (d-mmm, mmm-yy, h:mm): what General turns 1-2 and 1:02 into"],
  denial: { carc: ["CO-16"], rarc: ["M76"] },

  on: ["procedure", "modifiers", "diagnoses", "lineDiagnosis", "pointers", "placeOfService", "revenueCode"],
  message: '"{text}" looks like a date or a time of day that a spreadsheet has made of a code',

  check(value, { report }) {
    if (!isMangled(value)) return;
    const numbers = "tokens" in value ? numbersOfMangledDate(value.text) : undefined;
    const positions = numbers?.every((n) => n >= 1 && n <= 12);
    report(
      { text: value.text },
      positions ? { suggestion: { safe: false, replacement: numbers!.join(",") } } : undefined,
    );
  },

  examples: {
    passes: [{ dx_pointer: "1,2" }, { dx_pointer: "1:2" }, { dx_pointer: "AB" }, { procedure_code: "46024" }],
    finds: [{ dx_pointer: "2-Jan" }, { dx_pointer: "1:02:00 AM" }, { dx_pointer: "46024" }],
  },
  notes: `Of a pointer the likely original is shown: \`1-2\` turns into \`2-Jan\`, \`1:02\` into \`1:02:00 AM\`. Date columns are
not looked at, and five digits in the procedure column are a code.`,
});
