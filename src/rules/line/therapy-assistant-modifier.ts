import { evaluationDiscipline, isAlwaysTherapy } from "../../codes/therapy.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes, modifierSlot, modifiersReadable } from "../../model/claim.ts";

/** The assistant's modifier and the plan it belongs to: physical and occupational therapy. */
const ASSISTANTS = [
  ["CQ", "GP"],
  ["CO", "GO"],
] as const;

const PLANS = ["GP", "GO", "GN"];

export default lineRule({
  id: "therapy-assistant-modifier",
  severity: "info",
  tier: "T3",
  since: "0.1.0",
  summary: "Therapy assistant modifier (CQ, CO) that does not fit the line",
  why: "CQ goes with a physical therapy plan (GP), CO with an occupational one (GO), and assistants do not evaluate; Medicare returns the line.",
  fix: "Check who furnished the service and under which plan; correct the modifier that is wrong.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 5, section 20.1",
    "42 CFR 410.59(a)(4) and 410.60(a)(4); Bipartisan Budget Act of 2018, section 53107",
  ],
  denial: { carc: ["CO-4", "CO-16"], rarc: ["N519"] },
  payers: ["medicare"],

  needs: ["procedure", "modifiers"],
  message: "{modifier} on {code}: {problem}",

  check(line, { report }) {
    if (!modifiersReadable(line)) return;
    const modifiers = modifierCodes(line);
    for (const [assistant, plan] of ASSISTANTS) {
      const slot = modifierSlot(line, assistant);
      if (slot < 0) continue;
      const say = (problem: string) =>
        report(["modifiers", slot], { modifier: assistant, code: line.procedure.code, problem });
      if (evaluationDiscipline(line.procedure) !== undefined) say("assistants do not furnish evaluations");
      else if (!modifiers.includes(plan)) {
        const others = PLANS.filter((other) => modifiers.includes(other));
        // No plan at all on a code that is always therapy is therapy-modifier-missing.
        if (others.length > 0) say(`it goes with ${plan}, not ${others.join(" and ")}`);
        else if (!isAlwaysTherapy(line.procedure)) say(`${plan} is missing beside it`);
      }
    }
  },

  examples: {
    passes: [
      { procedure_code: "97110", modifier_1: "GP", modifier_2: "CQ", $payer: "medicare" },
      { procedure_code: "97530", modifier_1: "CO", modifier_2: "GO", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "97110", modifier_1: "GO", modifier_2: "CQ", $payer: "medicare" },
      { procedure_code: "97161", modifier_1: "GP", modifier_2: "CQ", $payer: "medicare" },
    ],
  },
});
