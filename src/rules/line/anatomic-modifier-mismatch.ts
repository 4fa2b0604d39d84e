import { wrongSite } from "../../codes/anatomic-site.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes, modifierSlot } from "../../model/claim.ts";

export default lineRule({
  id: "anatomic-modifier-mismatch",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Modifier names a finger, toe, eyelid or coronary vessel that the procedure does not reach",
  why: "The payer denies the line: either the modifier or the procedure is not what was done.",
  fix: "Compare both with the operative note; a modifier of the line above or below is a common cause.",
  repair: "never",
  sources: [
    "CMS, HCPCS Level II modifiers E1–E4, FA–F9, TA–T9, LC, LD, LM, RC, RI",
    "NCCI Policy Manual, chapter I, section E",
  ],
  denial: { carc: ["CO-4", "CO-16"], rarc: ["N519"] },

  needs: ["procedure", "modifiers"],
  message: "Modifier {modifier} ({site}) does not fit {code} ({area})",

  check(line, { report }) {
    const { procedure } = line;
    for (const modifier of new Set(modifierCodes(line))) {
      const site = wrongSite(modifier, procedure);
      if (site === undefined) continue;
      const area = procedure.subsection ?? procedure.section ?? "another part of the body";
      report(["modifiers", modifierSlot(line, modifier)], { modifier, site, code: procedure.code, area });
    }
  },

  examples: {
    passes: [
      { procedure_code: "26055", modifier_1: "F7" },
      { procedure_code: "28285", modifier_1: "T6" },
      { procedure_code: "11042", modifier_1: "TA" },
      { procedure_code: "64450", modifier_1: "T1" },
      { procedure_code: "92928", modifier_1: "LD" },
      { procedure_code: "A0428", modifier_1: "RI" },
    ],
    finds: [
      { procedure_code: "66984", modifier_1: "F5" },
      { procedure_code: "27447", modifier_1: "T1" },
      { procedure_code: "45378", modifier_1: "LC" },
    ],
    skips: [{ procedure_code: "" }],
  },
  notes: `Only procedures that are surely elsewhere. Skin, nail, nerve, tendon and vessel procedures take any digit, and
Medicine codes are not judged. Sides (LT, RT) are not looked at; with a diagnosis they are \`dx-laterality-vs-modifier\`.`,
});
