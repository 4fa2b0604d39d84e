import { claimRule } from "../../contract/rule.ts";

/** Facility 1–8, care 1–9, frequency; the zero in front is printed on paper and not sent in 837I. */
const TYPE_OF_BILL = /^0?[1-8][1-9][0-9A-Z]$/;
const WITHOUT_FREQUENCY = /^0?[1-8][1-9]$/;

export default claimRule({
  id: "tob-format",
  severity: "error",
  tier: "T3",
  since: "0.1.0",
  summary: "Type of bill is not a facility, care and frequency code",
  why: "The type of bill says what kind of facility sends what kind of claim; a claim without a valid one is returned.",
  fix: "Three characters: facility, kind of care, frequency (131: hospital, outpatient, admit through discharge).",
  repair: "suggest",
  sources: ["NUBC, UB-04 Data Specifications Manual, FL 4", "ASC X12N 837I (005010X223A2), CLM05"],
  denial: { carc: ["CO-16"], rarc: ["MA30"] },
  forms: ["institutional"],

  needs: ["typeOfBill"],
  reads: ["frequency"],
  message: 'Type of bill "{raw}" is not a facility, care and frequency code',

  check({ lines }, { report }) {
    const seen = new Set<string>();
    for (const line of lines) {
      const { text, trimmed } = line.typeOfBill;
      const code = trimmed.toUpperCase();
      if (seen.has(code) || TYPE_OF_BILL.test(code)) continue;
      seen.add(code);
      // Exports that have the frequency in a column of its own leave it out here.
      if (line.frequency !== undefined && WITHOUT_FREQUENCY.test(code)) continue;
      const replacement = /^(\d{3,4})\.0+$/.exec(code)?.[1];
      const lossless = replacement !== undefined && TYPE_OF_BILL.test(replacement);
      report(line, "typeOfBill", { raw: text }, lossless ? { suggestion: { safe: true, replacement } } : undefined);
    }
  },

  examples: {
    passes: [
      { type_of_bill: "131" },
      { type_of_bill: "0851" },
      { type_of_bill: "32G" },
      { type_of_bill: "13", frequency: "1" },
      { type_of_bill: "13", claim_type: "professional" },
    ],
    finds: [{ type_of_bill: "13" }, { type_of_bill: "0950" }],
    skips: [{ type_of_bill: "", revenue_code: "0450" }],
  },
});
