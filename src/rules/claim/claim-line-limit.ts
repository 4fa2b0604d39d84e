import { claimRule } from "../../contract/rule.ts";
import type { ClaimForm } from "../../model/claim.ts";

const ELECTRONIC: Readonly<Record<ClaimForm, number>> = {
  professional: 50,
  institutional: 999,
  dental: 50,
  other: Number.POSITIVE_INFINITY,
};
/** Service rows printed on one CMS-1500 (02/12). */
const PAPER = 6;

export default claimRule({
  id: "claim-line-limit",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Claim has more lines than its form holds",
  why: "The transaction has no room for the lines beyond the limit; the front end rejects the claim.",
  fix: "Split the claim, and keep services of one date and provider together.",
  repair: "suggest",
  sources: ["ASC X12N 837P, 837I and 837D, loop 2400 repeat counts", "NUCC 1500 instruction manual, item 24"],
  options: {
    paper: { type: "boolean", default: false, describe: "Professional claims go out on paper (CMS-1500, 6 lines)" },
  },

  needs: ["claimId"],
  message: "The claim has {count} lines; the {form} claim holds {limit}",

  check({ lines }, { options, report }) {
    const { form } = lines[0]!;
    const limit = options.paper && form === "professional" ? PAPER : ELECTRONIC[form];
    const beyond = lines[limit];
    if (beyond) report(beyond, "claimId", { count: lines.length, form: options.paper ? `${form} paper` : form, limit });
  },

  examples: {
    passes: [
      Array.from({ length: 50 }, (_, i) => ({ line_number: String(i + 1) })),
      Array.from({ length: 6 }, (_, i) => ({ line_number: String(i + 1), $options: '{"paper":true}' })),
      Array.from({ length: 51 }, (_, i) => ({ line_number: String(i + 1), type_of_bill: "0131" })),
    ],
    finds: [
      Array.from({ length: 51 }, (_, i) => ({ line_number: String(i + 1) })),
      Array.from({ length: 7 }, (_, i) => ({ line_number: String(i + 1), $options: '{"paper":true}' })),
    ],
  },
});
