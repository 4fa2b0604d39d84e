import { claimRule } from "../../contract/rule.ts";

const LATER_PAYER = /^(?:s|t|sec|ter|secondary|tertiary|2|3)$/i;

export default claimRule({
  id: "cob-primary-missing",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Secondary claim without what the primary payer paid",
  why: "A secondary payer needs the primary payer's decision; without it the claim is rejected or denied.",
  fix: "Wait for the primary payer's remittance and add its payment (0 if it paid nothing) and adjustments.",
  repair: "never",
  sources: ["ASC X12N 837P (005010X222A1), loops 2320 (SBR, AMT*D) and 2430 (SVD, CAS)"],
  doubt:
    "Judged by the paid amount: an export that keeps the primary payer's payment elsewhere should switch the rule off.",
  denial: { carc: ["CO-22", "CO-16"], rarc: ["MA04", "N4"] },

  needs: ["responsibility"],
  reads: ["paid", "frequency"],
  columns: ["paid"],
  message: "The claim goes to a later payer ({sequence}) and no line has a paid amount",

  check({ lines, size }, { report }) {
    const [first] = lines;
    // A line without its own sequence may hold the payment.
    if (first === undefined || lines.length < size || lines.some((line) => line.paid)) return;
    if (first.frequency?.trimmed === "8") return;
    if (!lines.every((line) => LATER_PAYER.test(line.responsibility.trimmed))) return;
    report(first, "responsibility", { sequence: first.responsibility.trimmed });
  },

  examples: {
    passes: [
      { payer_responsibility: "P", paid: "" },
      { payer_responsibility: "S", paid: "0.00" },
      [
        { payer_responsibility: "S", paid: "80.00" },
        { payer_responsibility: "S", paid: "", line_number: "2" },
      ],
    ],
    finds: [
      { payer_responsibility: "S", paid: "" },
      { payer_responsibility: "T", paid: "" },
    ],
    skips: [{ payer_responsibility: "S" }],
  },
});
