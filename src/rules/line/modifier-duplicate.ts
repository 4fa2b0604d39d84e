import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "modifier-duplicate",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Same modifier twice on one line",
  why: "A repeated modifier says nothing new, takes one of four places, and is rejected by some payers' front ends.",
  fix: "Remove the repeat; where a second one was meant (F6 for F5), take it from the record.",
  repair: "safe",
  sources: ["ASC X12N 837P (005010X222A1), 2400 SV101-3 to SV101-6", "RARC N519: invalid combination of modifiers"],
  denial: { carc: ["CO-16"], rarc: ["N519"] },

  needs: ["modifiers"],
  message: "Modifier {modifier} stands in columns {first} and {second}",

  check({ modifiers }, { report }) {
    const seen = new Map<string, number>();
    modifiers.forEach((modifier, slot) => {
      if (!modifier?.ok) return;
      const first = seen.get(modifier.code);
      if (first === undefined) {
        seen.set(modifier.code, slot);
        return;
      }
      // Blanking the cell is without loss only where that leaves no gap.
      const last = modifiers.slice(slot + 1).every((later) => later === undefined);
      report(
        ["modifiers", slot],
        { modifier: modifier.code, first: first + 1, second: slot + 1 },
        last ? { suggestion: { safe: true, replacement: "" } } : undefined,
      );
    });
  },

  examples: {
    passes: [
      { modifier_1: "25", modifier_2: "57" },
      { modifier_1: "RT", modifier_2: "59" },
      { modifier_1: "25", modifier_2: "" },
    ],
    finds: [
      { modifier_1: "25", modifier_2: "25" },
      { modifier_1: "RT", modifier_2: "59", modifier_3: "rt" },
    ],
    skips: [{ modifier_1: "" }],
  },
});
