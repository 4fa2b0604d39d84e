import { knownTogether } from "../../codes/modifier.ts";
import { isMangledDate } from "../../codes/spreadsheet.ts";
import { lineRule } from "../../contract/rule.ts";
import type { Modifier } from "../../model/values.ts";

/** SV101-3 to SV101-6 of 837P, SV202-3 to SV202-6 of 837I, item 24D of CMS-1500: four places. */
const PLACES = 4;

/** `25.0` and `2-Jan` have findings of their own (code-decimal-artifact, file-date-mangled-code). */
const hasOwnRule = ({ text }: Modifier): boolean => /^\s*\w+\.0+\s*$/.test(text) || isMangledDate(text);

export default lineRule({
  id: "modifier-format",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Modifier is not two characters, or stands in the wrong column",
  why: "A modifier is two letters or digits, and a claim line has four places for them, filled from the first.",
  fix: "Write one modifier into each column, from the first column on; with more than four, 99 and the rest as payer's rules say.",
  repair: "suggest",
  sources: [
    "ASC X12N 837P (005010X222A1), 2400 SV101-3 to SV101-6",
    "NUCC 1500 instruction manual, item 24D",
    "CPT, appendix A: modifiers are two characters",
  ],
  denial: { carc: ["CO-16", "CO-4"], rarc: ["N823", "N822"] },

  needs: [],
  reads: ["modifiers"],
  columns: ["modifiers"],
  message: 'Modifier "{raw}" {problem}',

  check({ modifiers }, { report }) {
    const gap = modifiers.indexOf(undefined);
    const behindGap = gap < 0 ? -1 : modifiers.findIndex((modifier, slot) => slot > gap && modifier !== undefined);
    modifiers.forEach((modifier, slot) => {
      if (modifier === undefined) return;
      const raw = modifier.text;
      if (slot >= PLACES) {
        report(
          ["modifiers", slot],
          { raw, problem: `is number ${slot + 1}; a claim line has four` },
          { severity: "warning" },
        );
      } else if (!modifier.ok) {
        if (hasOwnRule(modifier)) return;
        const parts = knownTogether(modifier.code);
        const problem = parts ? `holds ${parts.join(" and ")} in one cell` : "is not two letters or digits";
        report(["modifiers", slot], { raw, problem });
      } else if (slot === behindGap) {
        const problem = `stands in column ${slot + 1} while column ${gap + 1} is empty`;
        report(["modifiers", slot], { raw, problem }, { severity: "warning" });
      }
    });
  },

  examples: {
    passes: [
      { modifier_1: "25", modifier_2: "LT" },
      { modifier_1: "", modifier_2: "" },
      { modifier_1: " rt " },
      { modifier_1: "25.0" },
      { modifier_1: "25", modifier_2: "59", modifier_3: "RT", modifier_4: "KX" },
    ],
    finds: [
      { modifier_1: "5" },
      { modifier_1: "LTT" },
      { modifier_1: "2559" },
      { modifier_1: "", modifier_2: "25" },
      { modifier_1: "25", modifier_2: "59", modifier_3: "RT", modifier_4: "KX", modifier_5: "GA" },
    ],
    skips: [{ $csv: "claim_id,service_from,procedure_code,units,charge\nA,2026-03-02,99213,1,10\n" }],
  },
  notes: `A gap and a fifth modifier are warnings: payers' files do carry a fifth, and many programs close gaps on the way
out. Whether a modifier exists is \`modifier-unknown\`; lower case and spaces are \`code-whitespace-case\`.`,
});
