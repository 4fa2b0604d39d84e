import { isImmuneGlobulin, isVaccineProduct } from "../../codes/cpt.ts";
import { isDrug } from "../../codes/hcpcs.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";
import type { ProcedureCode } from "../../model/values.ts";

/** State-supplied vaccine, research, no-charge upgrade, device or drug received free. */
const FREE = new Set(["SL", "Q1", "GL", "FB", "J1"]);

/** Quality measures and functional reporting (G8395–G9999, M1000 and above), which carry no price. */
const REPORTS_ONLY = /^(?:G8\d{3}|G9\d{3}|M1\d{3})$/;

function isFreeByNature(code: ProcedureCode): boolean {
  if (code.category === "II" || code.code === "99024" || REPORTS_ONLY.test(code.code)) return true;
  return isVaccineProduct(code) || isImmuneGlobulin(code) || isDrug(code);
}

export default lineRule({
  id: "charge-zero",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Service is billed at zero dollars",
  why: "A payer pays the lesser of its fee and the charge, so a charge of zero is paid nothing, or rejected.",
  fix: "Look the charge up in the fee schedule; leave it only where the service is reported and not billed.",
  repair: "never",
  sources: ["ASC X12N 837P (005010X222A1), 2400 SV102", "42 CFR 414.21 (payment is the lesser of charge and fee)"],
  denial: { carc: ["CO-16"], rarc: ["M79"] },
  forms: ["professional"],
  options: {
    exempt: {
      type: "list",
      default: [],
      describe: "Procedure codes that are reported at zero on purpose in this practice",
    },
  },

  needs: ["procedure", "charge"],
  reads: ["modifiers"],
  procedures: (code) => !isFreeByNature(code),
  message: "{code} is billed at $0.00",

  check(line, { options, report }) {
    const { code } = line.procedure;
    if (line.charge.cents !== 0 || options.exempt.includes(code)) return;
    if (modifierCodes(line).some((modifier) => FREE.has(modifier))) return;
    report("charge", { code });
  },

  examples: {
    passes: [
      { procedure_code: "99024", charge: "0.00" },
      { procedure_code: "90686", modifier_1: "SL", charge: "0.00" },
      { charge: "0.01" },
      { procedure_code: "36415", charge: "0", $options: '{"exempt":["36415"]}' },
    ],
    finds: [{ charge: "0.00" }, { procedure_code: "27447", charge: "$0" }],
  },
  notes:
    "Not flagged: 99024, Category II and quality measure codes; vaccines, immune globulins and drugs, which may have been " +
    "received free; modifiers SL, Q1, GL, FB and J1; institutional lines, where packaged services carry no charge.",
});
