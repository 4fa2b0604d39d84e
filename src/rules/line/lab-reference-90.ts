import { isLaboratory } from "../../codes/cpt.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierSlot } from "../../model/claim.ts";

/** Laboratories (291), other laboratory suppliers (292, 293), hospitals (28), technologists (246) and pathologists (207Z). */
const LABORATORY = /^(?:28|29[123]|246|207Z)/;
/** Independent clinical laboratory and pathology, as CMS specialty numbers. */
const LABORATORY_SPECIALTY = new Set(["69", "22"]);

export default lineRule({
  id: "lab-reference-90",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Test of an outside laboratory billed to Medicare by a provider that is no laboratory",
  why: "Medicare pays a clinical laboratory test only to the laboratory that did it or sent it on, not to the physician who ordered it.",
  fix: "Leave the test to the laboratory that performed it; bill only the specimen collection.",
  repair: "never",
  sources: [
    "Social Security Act, section 1833(h)(5)(A)",
    "Medicare Claims Processing Manual, chapter 16, sections 40.1 and 50.5",
  ],
  denial: { carc: ["CO-109", "CO-16"], rarc: ["MA120"] },
  payers: ["medicare"],
  forms: ["professional"],

  needs: ["procedure", "taxonomy", "placeOfService"],
  reads: ["modifiers"],
  // Surgical and other anatomic pathology (88000 and above) is paid under the fee schedule, with rules of its own.
  procedures: (code) => isLaboratory(code) && code.number < 88000,
  message:
    "Modifier 90 on {code} says that an outside laboratory did the test; Medicare pays that only to a laboratory",

  check(line, { report }) {
    const slot = modifierSlot(line, "90");
    if (slot < 0 || line.payerKind !== "medicare" || line.placeOfService.code !== "11") return;
    const specialty = line.taxonomy.trimmed.toUpperCase();
    // Only a specialty that is surely no laboratory's: a taxonomy code, or one of the CMS numbers.
    if (!/^(?:[0-9A-Z]{9}X|\d{2})$/.test(specialty)) return;
    if (LABORATORY.test(specialty) && specialty.length > 2) return;
    if (LABORATORY_SPECIALTY.has(specialty)) return;
    report(["modifiers", slot], { code: line.procedure.code });
  },

  examples: {
    passes: [
      { procedure_code: "80053", modifier_1: "90", taxonomy: "291U00000X", $payer: "medicare" },
      { procedure_code: "80053", modifier_1: "90", taxonomy: "207Q00000X", $payer: "commercial" },
      { procedure_code: "80053", taxonomy: "207Q00000X", $payer: "medicare" },
    ],
    finds: [{ procedure_code: "80053", modifier_1: "90", taxonomy: "207Q00000X", $payer: "medicare" }],
    skips: [{ procedure_code: "80053", modifier_1: "90", taxonomy: "", $payer: "medicare" }],
  },
  notes: "Only in an office (11) and where the specialty of the provider is known to be no laboratory's.",
});
