import { isAnesthesia } from "../../codes/cpt.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes, modifiersReadable } from "../../model/claim.ts";

/** Who gave the anesthesia, and under whose direction. P1–P6, QS, G8, G9 and 23 say something else. */
const PROVIDER = new Set("AA AD QK QX QY QZ".split(" "));

/** Daily epidural management and the burn add-on carry no anesthesia time; payers differ on their modifier. */
const EXEMPT = new Set(["01953", "01996"]);

export default lineRule({
  id: "anesthesia-modifier-missing",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Anesthesia line without a modifier for who gave the anesthesia",
  why: "AA, AD, QK, QX, QY or QZ decides how much is paid to whom; without one Medicare returns the line.",
  fix: "Add the modifier for who gave or directed the anesthesia, as the anesthesia record shows it.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 12, section 50.K"],
  doubt: "Most other payers ask for the same modifiers, but not all of them.",
  denial: { carc: ["CO-4", "CO-16"], rarc: ["N822"] },
  payers: ["medicare"],
  forms: ["professional"],

  needs: ["procedure"],
  reads: ["modifiers"],
  columns: ["modifiers"],
  procedures: (code) => isAnesthesia(code) && !EXEMPT.has(code.code),
  message: "{code} has no anesthesia provider modifier (AA, AD, QK, QX, QY or QZ)",

  check(line, { report }) {
    if (!modifiersReadable(line) || modifierCodes(line).some((modifier) => PROVIDER.has(modifier))) return;
    report("procedure", { code: line.procedure.code });
  },

  examples: {
    passes: [
      { procedure_code: "00142", modifier_1: "QZ", $payer: "medicare" },
      { procedure_code: "00731", modifier_1: "QK", modifier_2: "QS", $payer: "medicare" },
      { procedure_code: "01996", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "00142", $payer: "medicare" },
      { procedure_code: "00731", modifier_1: "QS", modifier_2: "P3", $payer: "medicare" },
    ],
  },
});
