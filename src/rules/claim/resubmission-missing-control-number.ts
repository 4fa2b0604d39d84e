import { claimRule, type LineView } from "../../contract/rule.ts";

type Line = LineView<never, "frequency" | "payerControlNumber" | "typeOfBill">;

/** `7`, `07` or `7 - Replacement`; on a UB-04 the last digit of the type of bill. */
function frequencyOf(line: Line): string | undefined {
  if (line.frequency) return /^0?(\d)(?!\d)/.exec(line.frequency.trimmed)?.[1];
  if (line.form !== "institutional") return undefined;
  return /^0?\d{2}(\d)$/.exec(line.typeOfBill?.trimmed ?? "")?.[1];
}

export default claimRule({
  id: "resubmission-missing-control-number",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Replacement or void does not name the claim it corrects",
  why: "Without the payer's number of the original claim the correction cannot be matched, and is rejected or denied as a duplicate.",
  fix: "Take the control number from the payer's remittance of the original claim (ICN, DCN or TCN).",
  repair: "never",
  sources: ["ASC X12N 837P (005010X222A1), CLM05-3 and 2300 REF*F8", "NUCC 1500 instruction manual, item 22"],
  denial: { carc: ["CO-16"], rarc: ["M47"] },

  needs: [],
  reads: ["frequency", "payerControlNumber", "typeOfBill"],
  columns: ["payerControlNumber"],
  message: "Frequency {frequency} ({meaning}) without the payer's control number of the original claim",

  check({ lines }, { report }) {
    if (lines.some((line) => line.payerControlNumber && !/^[0-]+$/.test(line.payerControlNumber.trimmed))) return;
    for (const line of lines) {
      const frequency = frequencyOf(line);
      if (frequency !== "7" && frequency !== "8") continue;
      return report(line, "payerControlNumber", { frequency, meaning: frequency === "7" ? "replacement" : "void" });
    }
  },

  examples: {
    passes: [
      { frequency: "7", payer_control_number: "2026123456789" },
      { frequency: "1", payer_control_number: "" },
      [
        { frequency: "7", payer_control_number: "2026123456789" },
        { line_number: "2", frequency: "7", payer_control_number: "" },
      ],
      { type_of_bill: "0131", payer_control_number: "" },
    ],
    finds: [
      { frequency: "7", payer_control_number: "" },
      { frequency: "8", payer_control_number: "0" },
      { type_of_bill: "0137", payer_control_number: "" },
    ],
    skips: [{ frequency: "7" }],
  },
});
