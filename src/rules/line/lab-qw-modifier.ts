import { uselessQw } from "../../codes/clia.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierSlot } from "../../model/claim.ts";

export default lineRule({
  id: "lab-qw-modifier",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "QW on a service that it says nothing about",
  why: "QW marks a test as waived under CLIA; on another service the modifier is invalid, and the line comes back.",
  fix: "Take QW off, or check the code: waived tests have codes of their own.",
  repair: "suggest",
  sources: ["Medicare Claims Processing Manual, chapter 16, section 70.8", "CMS, CR 11747 (waived tests without QW)"],
  doubt:
    "Whether a waived test lacks QW depends on the certificate and on CMS's quarterly list; that half is not checked.",
  denial: { carc: ["CO-4", "CO-B7"], rarc: ["N519"] },
  payers: ["medicare", "medicaid"],
  forms: ["professional"],

  needs: ["procedure", "modifiers"],
  message: "QW on {code}, which is {why}",

  check(line, { report }) {
    const slot = modifierSlot(line, "QW");
    const why = slot < 0 ? undefined : uselessQw(line.procedure);
    if (why === undefined) return;
    // Contractors let QW pass on tests that are waived without it.
    const severity = why === "waived as it stands" ? "info" : "warning";
    report(["modifiers", slot], { code: line.procedure.code, why }, { severity });
  },

  examples: {
    passes: [
      { procedure_code: "87880", modifier_1: "QW", $payer: "medicare" },
      { procedure_code: "81002", $payer: "medicare" },
      { procedure_code: "0240U", modifier_1: "QW", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "81002", modifier_1: "QW", $payer: "medicare" },
      { procedure_code: "81015", modifier_1: "QW", $payer: "medicare" },
      { procedure_code: "99213", modifier_1: "QW", $payer: "medicare" },
    ],
    skips: [{ procedure_code: "87880" }],
  },
});
