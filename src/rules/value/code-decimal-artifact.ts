import { valueRule } from "../../contract/rule.ts";
import type { CellValue, DiagnosisCode, ProcedureCode } from "../../model/values.ts";

/** The code the cell stood for before a program made a decimal number of it. */
function withoutDecimals(
  value: CellValue | ProcedureCode | DiagnosisCode,
): { code?: string; lossless: boolean } | undefined {
  const digits = /^\s*(\w+)\.0+\s*$/.exec(value.text)?.[1];
  if ("problem" in value) {
    if (value.problem !== "decimal-artifact") return undefined;
    const { candidate } = value;
    return candidate === undefined ? { lossless: false } : { code: candidate, lossless: candidate === digits };
  }
  return digits === undefined ? undefined : { code: digits, lossless: true };
}

export default valueRule({
  id: "code-decimal-artifact",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Code ends in .0, as programs write numbers",
  why: "Codes are text. With a decimal point the payer does not know the code; zeros in front of it may be lost as well.",
  fix: "Export the column as text. `claimlint fix` removes the .0 where nothing else is missing.",
  repair: "safe",
  sources: ["ASC X12N 837P (005010X222A1), SV101 and CLM05: codes are identifiers, not numbers"],
  denial: { carc: ["CO-16"], rarc: ["M51", "M77"] },

  on: [
    "procedure",
    "diagnoses",
    "lineDiagnosis",
    "modifiers",
    "placeOfService",
    "revenueCode",
    "renderingNpi",
    "billingNpi",
    "referringNpi",
    "orderingNpi",
    "supervisingNpi",
    "facilityNpi",
  ],
  message: "{raw} has the decimals of a number",

  check(value, { key, report }) {
    const read = withoutDecimals(value);
    if (read === undefined) return;
    if (read.code === undefined) return report({ raw: value });
    const width = key === "placeOfService" || key === "modifiers" ? 2 : key === "revenueCode" ? 4 : 0;
    const replacement = read.code.padStart(width, "0");
    report({ raw: value }, { suggestion: { safe: read.lossless && replacement === read.code, replacement } });
  },

  examples: {
    passes: [
      { procedure_code: "99213" },
      { diagnosis_1: "M54.50" },
      { place_of_service: "11", modifier_1: "25" },
      { charge: "125.0", units: "1.0" },
      { diagnosis_1: "250.00", service_from: "2014-03-02" },
    ],
    finds: [
      { procedure_code: "99213.0" },
      { place_of_service: "11.0" },
      { modifier_1: "25.0" },
      { rendering_npi: "1245319599.0" },
    ],
  },
});
