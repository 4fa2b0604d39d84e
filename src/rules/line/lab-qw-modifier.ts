import { uselessQw } from "../../codes/clia.ts";
import { optional } from "../../contract/dataset.ts";
import { lineRule } from "../../contract/rule.ts";
import cliaList from "../../datasets/clia-list.ts";
import { modifierCodes, modifierSlot, modifiersReadable } from "../../model/claim.ts";

/** Where laboratories with a certificate of waiver are: pharmacy, office, retail clinic, urgent care. */
const WAIVER_PLACES = new Set(["01", "11", "17", "20"]);
/** Read only, sent out, repeated by a reference laboratory, not for payment: QW is nobody's business there. */
const NOT_OWN = ["26", "90", "GY", "GX"];

export default lineRule({
  id: "lab-qw-modifier",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "QW on a service that it says nothing about, or missing on a waived test",
  why: "QW marks a test as waived under CLIA; on another service the modifier is invalid, and the line comes back.",
  fix: "Take QW off, or check the code; on a waived test add QW where the laboratory has a certificate of waiver.",
  repair: "suggest",
  sources: ["Medicare Claims Processing Manual, chapter 16, section 70.8", "CMS, CR 11747 (waived tests without QW)"],
  doubt:
    "Whether a waived test lacks QW depends on the laboratory's certificate, which a claim does not show: information at most, and only with CMS's list of waived tests (data set clia-list).",
  denial: { carc: ["CO-4", "CO-B7"], rarc: ["N519"] },
  payers: ["medicare", "medicaid"],
  forms: ["professional"],

  data: { lists: optional(cliaList) },

  needs: ["procedure"],
  reads: ["modifiers", "placeOfService", "serviceFrom"],
  columns: ["modifiers"],
  message: "{code} {problem}",

  check(line, { data, report }) {
    const { code } = line.procedure;
    const slot = modifierSlot(line, "QW");
    const date = line.serviceFrom?.days;
    const waived = date === undefined ? undefined : data.lists?.waived(code, date);
    if (slot >= 0) {
      const why = waived === "with QW" ? undefined : uselessQw(line.procedure);
      if (why === undefined) return;
      // Contractors let QW pass on tests that are waived without it.
      const severity = why === "waived as it stands" ? "info" : "warning";
      return report(["modifiers", slot], { code, problem: `has QW, but is ${why}` }, { severity });
    }
    if (waived !== "with QW" || !modifiersReadable(line)) return;
    if (line.payerKind !== "medicare" && line.payerKind !== "medicaid") return;
    if (!WAIVER_PLACES.has(line.placeOfService?.code ?? "")) return;
    if (NOT_OWN.some((modifier) => modifierCodes(line).includes(modifier))) return;
    report(
      "procedure",
      { code, problem: "needs QW from a laboratory with a certificate of waiver" },
      { severity: "info" },
    );
  },

  examples: {
    data: { lists: { waived: ["87880QW", "81002"] } },
    passes: [
      { procedure_code: "87880", modifier_1: "QW", $payer: "medicare" },
      { procedure_code: "81002", modifier_1: "", $payer: "medicare" },
      { procedure_code: "87880", modifier_1: "", place_of_service: "22", $payer: "medicare" },
      { procedure_code: "0240U", modifier_1: "QW", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "81002", modifier_1: "QW", $payer: "medicare" },
      { procedure_code: "81015", modifier_1: "QW", $payer: "medicare" },
      { procedure_code: "99213", modifier_1: "QW", $payer: "medicare" },
      { procedure_code: "87880", modifier_1: "", place_of_service: "11", $payer: "medicare" },
    ],
    skips: [{ procedure_code: "", modifier_1: "QW" }],
  },
});
