import { INFORMATIONAL_MODIFIERS, meantModifiers, PRICING_FIRST_MODIFIERS } from "../../codes/modifier.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes, modifierSlot } from "../../model/claim.ts";

export default lineRule({
  id: "modifier-order",
  severity: "info",
  tier: "T3",
  since: "0.1.0",
  summary: "Modifier that decides the price stands behind an informational one",
  why: "Some payers price a line by its first modifiers only, and pay it as if the later one were not there.",
  fix: "Put the modifiers that change the payment first, then the informational ones.",
  repair: "suggest",
  sources: ["Medicare contractors (Noridian, Novitas): payment modifiers before informational modifiers"],
  doubt: "No rule of the standard: each payer says what it wants. Put under `off` for payers that order otherwise.",
  denial: { carc: ["CO-4"] },
  forms: ["professional"],

  needs: ["procedure", "modifiers"],
  message: "Put {pricing} before {information}",

  check(line, { report }) {
    const codes = meantModifiers(modifierCodes(line), line.procedure);
    const at = codes.findIndex((code) => INFORMATIONAL_MODIFIERS.has(code));
    if (at < 0) return;
    const pricing = codes.slice(at + 1).find((code) => PRICING_FIRST_MODIFIERS.has(code));
    if (pricing === undefined) return;
    report(["modifiers", modifierSlot(line, pricing)], { pricing, information: codes[at]! });
  },

  examples: {
    passes: [
      { procedure_code: "71046", modifier_1: "26", modifier_2: "GC" },
      { procedure_code: "00142", modifier_1: "QZ", modifier_2: "QS" },
      { procedure_code: "97110", modifier_1: "GP", modifier_2: "CQ" },
    ],
    finds: [
      { procedure_code: "71046", modifier_1: "GC", modifier_2: "26" },
      { procedure_code: "00142", modifier_1: "QS", modifier_2: "QZ" },
    ],
    skips: [{ procedure_code: "" }],
  },
  notes: `Only modifiers of which every contractor says the same are looked at: 26, TC, 50, 53–55, 62, 66, 78, 80–82, AS and
the anesthesia roles, behind GC, GE, KX, the liability and hospice modifiers, RT, LT, QS and physical status.`,
});
