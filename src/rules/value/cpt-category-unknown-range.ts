import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "cpt-category-unknown-range",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Number lies outside every CPT section",
  why: "No CPT code has this number; the payer rejects the line as an invalid procedure.",
  fix: "Look for a transposed or missing digit, and code the service from the record.",
  repair: "never",
  sources: [
    "CPT sections: 00100–01999, 10004–69990, 70010–79999, 80047–89398, 90281–99607",
    "OPPS Addendum B, April 2026: all its numeric codes lie in these ranges",
  ],
  denial: { carc: ["CO-181", "CO-16"], rarc: ["M51"] },

  on: ["procedure"],
  message: "{code} lies outside every CPT section",

  check(value, { report }) {
    if (value.problem === "unknown-range") report({ code: value.code });
  },

  examples: {
    passes: [{ procedure_code: "99607" }, { procedure_code: "10004" }, { procedure_code: "00100" }],
    finds: [{ procedure_code: "09123" }, { procedure_code: "69995" }],
  },
});
