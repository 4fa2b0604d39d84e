import { meantModifiers } from "../../codes/modifier.ts";
import { modifierConflict } from "../../codes/modifier-conflict.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes, modifierSlot } from "../../model/claim.ts";

export default lineRule({
  id: "modifier-conflict",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Two modifiers on one line that exclude each other",
  why: "The two say opposite things about the service, so the payer rejects the line or denies it for its modifier.",
  fix: "Keep the one that the record supports; where both are true of different parts, bill a line for each.",
  repair: "never",
  sources: [
    "CPT, appendix A (modifiers)",
    "NCCI Policy Manual, chapter I, section E",
    "Medicare Claims Processing Manual, chapter 12, sections 20.4, 40 and 50; chapter 17, section 40; chapter 20, section 30",
  ],
  denial: { carc: ["CO-4", "CO-16"], rarc: ["N519"] },

  needs: ["procedure", "modifiers"],
  message: "Modifiers {first} and {second} on {code}: {reason}",

  check(line, { report }) {
    const codes = meantModifiers(modifierCodes(line), line.procedure);
    for (let later = 1; later < codes.length; later++) {
      const second = codes[later]!;
      const first = codes.slice(0, later).find((code) => modifierConflict(code, second) !== undefined);
      if (first === undefined) continue;
      const { reason, severity } = modifierConflict(first, second)!;
      const slots = { first, second, code: line.procedure.code, reason };
      report(["modifiers", modifierSlot(line, second)], slots, { severity });
    }
  },

  examples: {
    passes: [
      { procedure_code: "71046", modifier_1: "26" },
      { procedure_code: "66984", modifier_1: "54", modifier_2: "RT" },
      { procedure_code: "27447", modifier_1: "80", modifier_2: "AS" },
      { procedure_code: "99214", modifier_1: "24", modifier_2: "25" },
      { procedure_code: "A0428", modifier_1: "PN", modifier_2: "QM" },
    ],
    finds: [
      { procedure_code: "71046", modifier_1: "26", modifier_2: "TC" },
      { procedure_code: "J9271", modifier_1: "JW", modifier_2: "JZ" },
      { procedure_code: "28285", modifier_1: "LT", modifier_2: "T6" },
    ],
    skips: [{ procedure_code: "71046", modifier_1: "" }],
  },
  notes: `Not flagged: \`AS\` with 80, 81 or 82, which several payers ask for; 24 with 25; combinations of 54, 55 and 56.
\`RT\` with \`LT\` on one line and \`95\` with \`GT\` are shown as information only. Pairs with \`GX\` are
\`abn-modifier-conflict\`. On ambulance and transport lines two letters of the origin–destination grammar are places.`,
});
