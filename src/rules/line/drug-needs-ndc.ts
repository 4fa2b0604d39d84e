import { isRebateDrug, isUnclassifiedDrug } from "../../codes/drug.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";

/** State-supplied, or bought under 340B, for which the states have rules of their own. */
const OTHER_RULES = new Set(["SL", "JG", "TB", "UD"]);

export default lineRule({
  id: "drug-needs-ndc",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Drug line without the National Drug Code that the payer asks for",
  why: "Medicaid programs collect rebates by NDC and deny the drug without it; an unclassified code names no drug at all.",
  fix: "Add the NDC of the package that was used (N4 and eleven digits), with its unit (F2, GR, ME, ML, UN) and quantity.",
  repair: "never",
  sources: [
    "Social Security Act, section 1927(a)(7) (Deficit Reduction Act of 2005, section 6002)",
    "ASC X12N 837P (005010X222A1), 2410 LIN and CTP",
  ],
  doubt: "States exempt some drugs; the list of the payer decides.",
  denial: { carc: ["CO-16"], rarc: ["M119", "N378"] },
  payers: ["medicaid", "commercial"],
  forms: ["professional"],
  options: {
    payers: {
      type: "list",
      default: [],
      describe: "Names of other payers, as they stand in the payer column, that ask for the NDC on every drug",
    },
  },

  needs: ["procedure"],
  reads: ["ndc", "modifiers", "payer"],
  columns: ["ndc"],
  procedures: (code) => isRebateDrug(code) || isUnclassifiedDrug(code),
  message: "{code} {reason} needs the NDC (N4 and 11 digits), its unit and its quantity",

  check(line, { options, report }) {
    if (line.ndc !== undefined || modifierCodes(line).some((modifier) => OTHER_RULES.has(modifier))) return;
    const { code } = line.procedure;
    const named = line.payer?.trimmed.toLowerCase();
    if (line.payerKind === "medicaid") report("ndc", { code, reason: "billed to Medicaid" });
    else if (options.payers.some((payer) => payer.toLowerCase() === named))
      report("ndc", { code, reason: "billed to this payer" });
    // Medicare takes the drug's name and dose in the line's note instead.
    else if (isUnclassifiedDrug(line.procedure) && line.payerKind !== "medicare")
      report("ndc", { code, reason: "names no drug and" });
  },

  examples: {
    passes: [
      { procedure_code: "J1100", ndc: "63323016501", $payer: "medicaid" },
      { procedure_code: "J1100", ndc: "", $payer: "medicare" },
      { procedure_code: "J1100", ndc: "", $payer: "commercial" },
      { procedure_code: "90686", modifier_1: "SL", ndc: "", $payer: "medicaid" },
      { procedure_code: "J3490", ndc: "", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "J1100", ndc: "", $payer: "medicaid" },
      { procedure_code: "J3490", ndc: "", $payer: "commercial" },
      {
        procedure_code: "J1100",
        ndc: "",
        payer: "Blue Plan",
        $options: '{"payers":["blue plan"]}',
        $payer: "commercial",
      },
    ],
    skips: [{ procedure_code: "J1100", $payer: "medicaid" }],
  },
  notes:
    "Needs an NDC column: an export without one cannot be judged. Not flagged: vaccines, hyaluronan and other devices " +
    "under J codes, modifiers SL, JG, TB and UD. The number itself is `ndc-format`.",
});
