import { claimRule } from "../../contract/rule.ts";

export default claimRule({
  id: "cpt-cat2-needs-companion",
  severity: "info",
  tier: "T3",
  since: "0.1.0",
  summary: "Claim holds nothing but Category II codes",
  why: "Medicare reads a quality code together with the service it describes, on the same claim; alone it counts for nothing.",
  fix: "Put the quality codes on the claim of the visit; a corrected claim cannot add them later.",
  repair: "never",
  sources: ["CPT, category II introduction", "CMS, Quality Payment Program: Medicare Part B claims measure submission"],
  denial: { carc: ["CO-246", "CO-16"], rarc: ["N620"] },
  payers: ["medicare"],
  forms: ["professional"],

  needs: ["procedure"],
  message: "Category II code {code} has no service beside it on the claim",

  check({ lines, size }, { report }) {
    const [first] = lines;
    // Commercial and Medicaid plans take claims with quality codes alone (HEDIS). A line that cannot be read may be the service.
    if (first === undefined || lines.length !== size || ["commercial", "medicaid"].includes(first.payerKind)) return;
    if (lines.every((line) => line.procedure.category === "II"))
      report(first, "procedure", { code: first.procedure.code });
  },

  examples: {
    passes: [
      [{ procedure_code: "99495" }, { procedure_code: "1111F", line_number: "2", charge: "0.00" }],
      { procedure_code: "3044F", charge: "0.00", $payer: "commercial" },
    ],
    finds: [
      { procedure_code: "1111F", charge: "0.00", $payer: "medicare" },
      { procedure_code: "3074F", charge: "0.01" },
    ],
  },
});
