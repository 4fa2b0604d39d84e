import { meantModifiers } from "../../codes/modifier.ts";
import { wrongUse } from "../../codes/modifier-use.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes, modifierSlot } from "../../model/claim.ts";

/** On an institutional line these are wrong for another reason (facility-modifier-professional). */
const PROFESSIONAL = new Set("26 TC 54 55 56 62 66 80 81 82 AS".split(" "));

export default lineRule({
  id: "modifier-not-allowed",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Modifier that can never stand on this kind of procedure",
  why: "A modifier is defined for visits, for surgery, for tests or for equipment; elsewhere the line is denied for it.",
  fix: "Look at which line of the claim it belongs to, or which modifier says what is meant; never add one that the record does not support.",
  repair: "never",
  sources: [
    "CPT, appendix A (modifiers)",
    "NCCI Policy Manual, chapter I, section E",
    "Medicare Claims Processing Manual, chapter 12, sections 30.6 and 40; chapter 16, section 70.8",
  ],
  denial: { carc: ["CO-4", "CO-16"], rarc: ["N519", "N823"] },

  needs: ["procedure", "modifiers"],
  message: "Modifier {modifier} is not valid with {code}: {reason}",

  check(line, { report }) {
    const { procedure } = line;
    for (const modifier of new Set(meantModifiers(modifierCodes(line), procedure))) {
      if (line.form === "institutional" && PROFESSIONAL.has(modifier)) continue;
      const wrong = wrongUse(modifier, procedure);
      if (wrong === undefined || (wrong.payer !== undefined && wrong.payer !== line.payerKind)) continue;
      const { reason, severity } = wrong;
      report(["modifiers", modifierSlot(line, modifier)], { modifier, code: procedure.code, reason }, { severity });
    }
  },

  examples: {
    passes: [
      { procedure_code: "99213", modifier_1: "25" },
      { procedure_code: "20610", modifier_1: "59" },
      { procedure_code: "00142", modifier_1: "QZ", modifier_2: "P3" },
      { procedure_code: "36415", modifier_1: "90" },
      { procedure_code: "99396", modifier_1: "52", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "20610", modifier_1: "25" },
      { procedure_code: "99213", modifier_1: "59" },
      { procedure_code: "99213", modifier_1: "26" },
      { procedure_code: "99213", modifier_1: "52", $payer: "medicare" },
    ],
    skips: [{ procedure_code: "" }],
  },
  notes: `Whole families only: visits, anesthesia, surgery, radiology, laboratory. What depends on the fee schedule (50, 51,
26 or assistants on one procedure) is left to \`modifier-pctc\`, \`bilateral-50-invalid\` and their like, digits and
vessels to \`anatomic-modifier-mismatch\`. Medicine and HCPCS codes are not judged: payers differ too much there.`,
});
