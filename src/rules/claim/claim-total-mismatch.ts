import { claimRule, type LineView } from "../../contract/rule.ts";

type Line = LineView<"charge", "claimTotal" | "units">;

function dollars(cents: number): string {
  return `${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
}

/** A "total" that is the line's own: charge times units, or the charge again, and different from line to line. */
function isLineTotal(lines: readonly Line[]): boolean {
  const told = lines.filter((line) => line.claimTotal?.cents !== undefined);
  const priced = (line: Line) => (line.units?.ok ? Math.round(line.charge.cents! * line.units.amount) : undefined);
  const multiplied = told.some((line) => line.units?.ok && line.units.amount !== 1);
  if (multiplied && told.every((line) => line.claimTotal!.cents === priced(line))) return true;
  const totals = new Set(told.map((line) => line.claimTotal!.cents));
  return totals.size > 1 && told.every((line) => line.claimTotal!.cents === line.charge.cents);
}

export default claimRule({
  id: "claim-total-mismatch",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Claim total is not the sum of its line charges",
  why: "The 837 must balance: a claim whose total differs from the sum of its lines is rejected before it is read.",
  fix: "Correct the total, or find the line that is missing or counted twice.",
  repair: "suggest",
  sources: ["ASC X12N 837P (005010X222A1), section 1.4.4 balancing: CLM02 is the sum of SV102"],
  denial: { carc: ["CO-16"], rarc: ["M54"] },

  needs: ["charge"],
  reads: ["claimTotal", "units"],
  columns: ["claimTotal"],
  message: "Claim total {total}; the charges of its {count} lines add up to {sum}",

  check({ lines, size }, { report }) {
    // With one charge blank or unreadable there is no sum to compare.
    if (lines.length < size || isLineTotal(lines)) return;
    const sum = lines.reduce((cents, line) => cents + line.charge.cents!, 0);
    for (const line of lines) {
      const total = line.claimTotal?.cents;
      if (total === undefined || total === sum) continue;
      return report(line, "claimTotal", { total: dollars(total), count: lines.length, sum: dollars(sum) });
    }
  },

  examples: {
    passes: [
      [
        { charge: "100.00", claim_total: "190.00" },
        { line_number: "2", charge: "90.00", claim_total: "190.00" },
      ],
      [
        { charge: "100.00", claim_total: "190" },
        { line_number: "2", charge: "$90.00" },
      ],
      { charge: "125.00", claim_total: "" },
      { charge: "100.00", units: "3", claim_total: "300.00" },
      [
        { charge: "100.00", claim_total: "200.00" },
        { line_number: "2", charge: "", claim_total: "200.00" },
      ],
    ],
    finds: [
      [
        { charge: "100.00", claim_total: "200.00" },
        { line_number: "2", charge: "90.00", claim_total: "200.00" },
      ],
      { charge: "150.00", claim_total: "0.00" },
    ],
  },
  notes: `A total that stands on every line is compared once. Exports whose "total" column holds the line's own amount
(charge times units, or the charge again) are recognized and not flagged.`,
});
