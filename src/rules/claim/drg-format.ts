import { isInpatientBill } from "../../codes/short-number.ts";
import { claimRule } from "../../contract/rule.ts";

/** MS-DRG 001–999, or an APR-DRG with its severity of illness (`139-2`, `1392`). */
const DRG = /^(?!000)\d{3}(?:-?[1-4])?$/;

export default claimRule({
  id: "drg-format",
  severity: "warning",
  tier: "T3",
  since: "0.1.0",
  summary: "DRG is not three digits",
  why: "The DRG decides what an inpatient stay is paid; a spreadsheet that drops its zeros makes another one of it.",
  fix: "Export the column as text; MS-DRG are three digits from 001 to 999.",
  repair: "suggest",
  sources: ["CMS, MS-DRG Definitions Manual", "ASC X12N 837I (005010X223A2), 2300 HI (DR)"],
  denial: { carc: ["CO-16"], rarc: ["N208"] },
  forms: ["institutional"],

  needs: ["drg"],
  reads: ["typeOfBill"],
  message: 'DRG "{raw}" is not three digits',

  check({ lines }, { report }) {
    const seen = new Set<string>();
    for (const line of lines) {
      const { text, trimmed } = line.drg;
      // Exports write 0 or 000 on bills that are not grouped.
      if (seen.has(trimmed) || DRG.test(trimmed) || /^0+$/.test(trimmed)) continue;
      if (line.typeOfBill !== undefined && !isInpatientBill(line.typeOfBill)) continue;
      seen.add(trimmed);
      const digits = /^(\d{1,3})(?:\.0+)?$/.exec(trimmed)?.[1];
      const extra =
        digits === undefined ? undefined : { suggestion: { safe: false, replacement: digits.padStart(3, "0") } };
      report(line, "drg", { raw: text }, extra);
    }
  },

  examples: {
    passes: [
      { type_of_bill: "111", drg: "470" },
      { type_of_bill: "111", drg: "003" },
      { type_of_bill: "111", drg: "139-2" },
      { type_of_bill: "131", drg: "7O" },
    ],
    finds: [
      { type_of_bill: "111", drg: "7O" },
      { type_of_bill: "111", drg: "1000" },
      { type_of_bill: "111", drg: "3" },
    ],
    skips: [{ type_of_bill: "111", drg: "" }],
  },
});
