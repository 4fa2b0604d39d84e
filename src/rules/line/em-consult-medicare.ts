import { deletedCode } from "../../codes/cpt-changes.ts";
import { isConsultation } from "../../codes/visit.ts";
import { lineRule } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";
import { day } from "../../model/dates.ts";

const NOT_PAID_FROM = day("2010-01-01");

export default lineRule({
  id: "em-consult-medicare",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Consultation code billed to Medicare",
  why: "Medicare has not paid consultation codes since 2010; the line is returned or denied.",
  fix: "Report the visit code of the setting that the record supports; the admitting physician adds AI to the initial visit.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 12, section 30.6.10",
    "CMS, National Physician Fee Schedule relative value file: status I",
  ],
  denial: { carc: ["CO-16", "CO-96"], rarc: ["M51"] },
  payers: ["medicare"],
  forms: ["professional"],

  needs: ["procedure", "serviceFrom"],
  reads: ["responsibility"],
  procedures: isConsultation,
  message: "Medicare does not pay consultation code {code}; it takes {instead}",

  check(line, { report }) {
    const on = daysOf(line.serviceFrom);
    if (line.payerKind !== "medicare" || on < NOT_PAID_FROM) return;
    // A code that no longer existed is cpt-deleted-code; a primary payer may have asked for the consultation code.
    const deleted = deletedCode(line.procedure.code);
    if (deleted !== undefined && on > deleted.lastValid) return;
    if (/^(?:[ST]|second|terti|[23])/i.test(line.responsibility?.trimmed ?? "")) return;
    const instead =
      line.procedure.number < 99250
        ? "the visit code of the setting (99202–99215 in an office)"
        : "99221–99233 in a hospital, 99304–99310 in a nursing home";
    report("procedure", { code: line.procedure.code, instead });
  },

  examples: {
    passes: [
      { procedure_code: "99244", $payer: "commercial" },
      { procedure_code: "99244" },
      { procedure_code: "99244", payer_responsibility: "S", $payer: "medicare" },
      { procedure_code: "99204", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "99244", $payer: "medicare" },
      { procedure_code: "99253", place_of_service: "21", $payer: "medicare" },
    ],
  },
  notes:
    "Only where the payer is known to be Medicare fee-for-service: Medicare Advantage plans may pay these codes. Silent " +
    "where Medicare is the secondary payer.",
});
