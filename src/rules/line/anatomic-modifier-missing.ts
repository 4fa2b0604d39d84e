import { wantedSite } from "../../codes/anatomic-site.ts";
import { ANATOMIC_MODIFIERS } from "../../codes/modifier.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";

export default lineRule({
  id: "anatomic-modifier-missing",
  severity: "info",
  defaultOff: true,
  tier: "T3",
  since: "0.1.0",
  summary: "Procedure on one of several like parts without the modifier that names the part",
  why: "Without it a second line for the other side or digit looks like a duplicate, and some payers ask for it on the first.",
  fix: "Take the side, digit, eyelid or vessel from the operative note.",
  repair: "never",
  sources: ["NCCI Policy Manual, chapter I, section E", "Medicare contractors' articles on anatomic modifiers"],
  doubt: "Payers differ; switch it on for those that ask.",
  denial: { carc: ["CO-4", "CO-16"], rarc: ["N822"] },

  needs: ["procedure"],
  reads: ["modifiers"],
  procedures: (code) => wantedSite(code) !== undefined,
  message: "{code} normally carries a modifier for {what}",

  check(line, { report }) {
    if (modifierCodes(line).some((code) => ANATOMIC_MODIFIERS.has(code) || code === "50")) return;
    report("procedure", { code: line.procedure.code, what: wantedSite(line.procedure)! });
  },

  examples: {
    passes: [
      { procedure_code: "28285", modifier_1: "T6" },
      { procedure_code: "66984", modifier_1: "79", modifier_2: "RT" },
      { procedure_code: "27447", modifier_1: "50" },
      { procedure_code: "11042" },
    ],
    finds: [{ procedure_code: "28285" }, { procedure_code: "66984", modifier_1: "55" }],
    skips: [{ procedure_code: "" }],
  },
});
