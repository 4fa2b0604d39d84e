import { npiCheckDigitHolds } from "../../codes/npi.ts";
import { isScientificNotation, wholeOfScientific } from "../../codes/spreadsheet.ts";
import { valueRule } from "../../contract/rule.ts";
import type { CellValue, DiagnosisCode, ProcedureCode } from "../../model/values.ts";

/** The code parsers have looked already, and know that `E0601` and `5E3` mean other things in other columns. */
function isLost(value: CellValue): boolean {
  return "problem" in value
    ? (value as ProcedureCode | DiagnosisCode).problem === "scientific-notation"
    : isScientificNotation(value.text);
}

export default valueRule({
  id: "file-scientific-notation",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Identifier or code that a spreadsheet has turned into scientific notation",
  why: "The digits behind the mantissa are gone; what the payer gets is not the number that was entered.",
  fix: "Export again with the column typed as text; do not type the digits in from the rounded number.",
  repair: "suggest",
  sources: ["ECMA-376, part 1, number format 11 (0.00E+00): spreadsheets keep 15 digits and show fewer"],
  denial: { carc: ["CO-16"], rarc: ["N290", "M119"] },

  on: [
    "claimId",
    "patientId",
    "memberId",
    "procedure",
    "diagnoses",
    "lineDiagnosis",
    "renderingNpi",
    "billingNpi",
    "referringNpi",
    "orderingNpi",
    "supervisingNpi",
    "facilityNpi",
    "taxId",
    "ndc",
    "clia",
    "authorization",
    "payerControlNumber",
  ],
  message: "{value} is scientific notation; the original digits are lost",

  check(value, { report }) {
    if (!isLost(value)) return;
    const digits = "npi" in value ? wholeOfScientific(value.text) : undefined;
    const suggestion =
      digits !== undefined && npiCheckDigitHolds(digits) ? { safe: false, replacement: digits } : undefined;
    report({ value }, suggestion && { suggestion });
  },

  examples: {
    passes: [{ rendering_npi: "1245319599" }, { procedure_code: "E0601" }, { claim_id: "5E3" }, { charge: "1E2" }],
    finds: [{ rendering_npi: "1.24532E+09" }, { ndc: "5.02421E+10" }, { claim_id: "2.02611E+11" }],
  },
  notes: `An NPI whose mantissa still holds all ten digits (\`1.245319599E9\`) comes with the number written out, if its
check digit holds. Amounts are not looked at. A short id such as \`5E3\` is taken for what it says: spreadsheets write
\`5E+03\`.`,
});
