import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "cpt-cat2-charge",
  severity: "info",
  tier: "T1",
  since: "0.1.0",
  summary: "Category II code carries a charge",
  why: "Category II codes report quality measures and are never paid; a charge on one ends as a write-off or a balance.",
  fix: "Bill $0.00, or $0.01 where the clearinghouse rejects a zero charge.",
  repair: "suggest",
  sources: ["CPT, category II introduction", "CMS, National Physician Fee Schedule relative value file: status I"],
  denial: { carc: ["CO-246", "CO-96"], rarc: ["N620"] },

  needs: ["procedure", "charge"],
  procedures: (code) => code.category === "II",
  message: "Category II code {code} is charged {charge}; it reports a measure and is not paid",

  check(line, { report }) {
    const { cents } = line.charge;
    if (cents === undefined || cents <= 1) return;
    report("charge", { code: line.procedure.code, charge: `$${(cents / 100).toFixed(2)}` });
  },

  examples: {
    passes: [
      { procedure_code: "3044F", charge: "0.01" },
      { procedure_code: "1111F", charge: "0.00" },
      { procedure_code: "99213", charge: "45.00" },
    ],
    finds: [
      { procedure_code: "1111F", charge: "45.00" },
      { procedure_code: "3044F", charge: "0.02" },
    ],
  },
});
