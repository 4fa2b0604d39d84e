import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "taxonomy-format",
  severity: "warning",
  tier: "T3",
  since: "0.1.0",
  summary: "Provider taxonomy is not ten characters ending in X",
  why: "Payers that price by specialty reject a claim whose taxonomy they do not know.",
  fix: "Copy the code from the provider's NPPES record: three digits first, X last, ten characters.",
  repair: "never",
  sources: ["NUCC Health Care Provider Taxonomy code set, structure of the code", "ASC X12N 837P, PRV03"],
  denial: { carc: ["CO-16"], rarc: ["N255", "N288"] },

  on: ["taxonomy"],
  message: 'Taxonomy "{taxonomy}" is not ten characters ending in X',

  check(value, { report }) {
    const code = value.trimmed.toUpperCase();
    // A shorter number is a CMS or state specialty code, a word is a specialty's name: both are common in this column.
    if (/^\d[0-9A-Z]{5,}$/.test(code) && !/^[0-9A-Z]{9}X$/.test(code)) report({ taxonomy: value.trimmed });
  },

  examples: {
    passes: [
      { taxonomy: "207Q00000X" },
      { taxonomy: "261qf0400x" },
      { taxonomy: "08" },
      { taxonomy: "Family Medicine" },
      { taxonomy: "" },
    ],
    finds: [{ taxonomy: "207Q00000" }, { taxonomy: "207Q00000XX" }, { taxonomy: "207Q000000" }],
  },
  doubt: "Whether the code exists is not checked: the NUCC list is not part of claimlint.",
});
