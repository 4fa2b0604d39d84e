import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "code-cdt-on-medical",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Dental (CDT) code on a professional claim",
  why: "Medical plans take dental services as CPT or HCPCS; CDT codes belong on a dental claim (837D, ADA form).",
  fix: "Bill a dental claim, or the CPT code if the medical plan covers the service. Some Medicaid programs take CDT here.",
  repair: "never",
  sources: ["45 CFR 162.1002: CDT is the code set for dental services"],
  denial: { carc: ["CO-16", "CO-96"], rarc: ["N34"] },
  forms: ["professional"],

  needs: ["procedure"],
  reads: ["placeOfService"],
  procedures: (code) => code.system === "CDT",
  message: "{code} is a dental (CDT) code on a professional claim",

  check(line, { report }) {
    // Dental services of a federally qualified health center go out on whichever form the state wants.
    if (line.placeOfService?.code === "50" || line.payerKind === "medicaid") return;
    report("procedure", { code: line.procedure.code });
  },

  examples: {
    passes: [
      { procedure_code: "41899" },
      { procedure_code: "D0120", claim_type: "dental" },
      { procedure_code: "D0120", place_of_service: "50" },
      { procedure_code: "D0120", $payer: "medicaid" },
    ],
    finds: [{ procedure_code: "D7140", $payer: "medicare" }, { procedure_code: "D0120" }],
  },
});
