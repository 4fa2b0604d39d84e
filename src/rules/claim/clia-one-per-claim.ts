import { cliaNumber } from "../../codes/clia.ts";
import { claimRule } from "../../contract/rule.ts";
import { modifierSlot } from "../../model/claim.ts";

export default claimRule({
  id: "clia-one-per-claim",
  severity: "error",
  tier: "T3",
  since: "0.1.0",
  summary: "Two CLIA numbers on one claim",
  why: "Medicare takes one CLIA number per claim; the tests of two laboratories are returned as unprocessable.",
  fix: "Bill the tests of each laboratory on a claim of its own.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 16, section 70.10"],
  denial: { carc: ["CO-16"], rarc: ["M91", "MA120"] },
  payers: ["medicare"],
  forms: ["professional"],

  needs: ["clia"],
  reads: ["modifiers"],
  message: "CLIA number {clia}, but another line of the claim has {other}",

  check({ lines }, { report }) {
    // A test that was sent on (90) names the other laboratory on purpose.
    const own = lines.filter((line) => line.payerKind === "medicare" && modifierSlot(line, "90") < 0);
    const [first] = own.filter((line) => cliaNumber(line.clia.trimmed) !== undefined);
    if (first === undefined) return;
    const number = cliaNumber(first.clia.trimmed) ?? "";
    const other = own.find((line) => (cliaNumber(line.clia.trimmed) ?? number) !== number);
    if (other === undefined) return;
    report(
      other,
      "clia",
      { clia: other.clia.text, other: number },
      { related: [{ line: first, at: "clia", label: "the other number" }] },
    );
  },

  examples: {
    passes: [
      [
        { procedure_code: "80053", clia: "05D1234567", $payer: "medicare" },
        { procedure_code: "85025", clia: "05d1234567", line_number: "2" },
      ],
      [
        { procedure_code: "80053", clia: "05D1234567", $payer: "medicare" },
        { procedure_code: "82306", clia: "06D1234567", modifier_1: "90", line_number: "2" },
      ],
    ],
    finds: [
      [
        { procedure_code: "80053", clia: "05D1234567", $payer: "medicare" },
        { procedure_code: "85025", clia: "06D1234567", line_number: "2" },
      ],
    ],
  },
  notes: "Medicare only. Lines with modifier 90 name the laboratory the test was sent to and are left out.",
});
