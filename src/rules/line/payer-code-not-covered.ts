import { lineRule } from "../../contract/rule.ts";
import payerLists, { inWords } from "../../datasets/payer-lists.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";

/** Billed for a denial: the biller knows that the service is excluded. */
const EXCLUDED = ["GY", "GX"];

export default lineRule({
  id: "payer-code-not-covered",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Service that your own list says the payer does not cover",
  why: "You wrote down that this payer does not pay for the code: the line will be denied again.",
  fix: "Bill the code that the payer takes, bill the patient where the contract allows it, or correct your list.",
  repair: "never",
  sources: ["Your own payer list (docs/data-lists.md)"],
  denial: { carc: ["CO-96", "PR-204"], rarc: ["N130"] },
  data: { lists: payerLists },

  needs: ["procedure", "serviceFrom"],
  reads: ["payer", "plan", "modifiers"],
  message: "{code}: your list {list} says that {payer} does not cover it{note}",

  check(line, { data, report }) {
    const { code } = line.procedure;
    const payer = (line.payer ?? line.plan)?.trimmed;
    const [entry] = data.lists.entries("not-covered", code, payer, daysOf(line.serviceFrom));
    if (entry === undefined || EXCLUDED.some((modifier) => modifierCodes(line).includes(modifier))) return;
    report("procedure", { code, ...inWords(entry) });
  },

  examples: {
    data: { lists: [["not-covered", "Acme Health", "99397", "", "2026-01-01", "", "policy 12"]] },
    passes: [
      { procedure_code: "99397", service_from: "2025-12-31", payer: "Acme Health" },
      { procedure_code: "99397", service_from: "2026-01-01", payer: "Acme Health", modifier_1: "GY" },
      { procedure_code: "99397", service_from: "2026-01-01", payer: "Other Health" },
      { procedure_code: "99396", service_from: "2026-01-01", payer: "Acme Health" },
    ],
    finds: [{ procedure_code: "99397", service_from: "2026-01-01", payer: "ACME  health" }],
  },
  notes: "Speaks only of what you wrote down yourself; lines billed as excluded (GY, GX) are not flagged.",
});
