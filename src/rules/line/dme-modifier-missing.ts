import { isBoughtOrRented } from "../../codes/equipment.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";

/** NU, UE, NR bought; RR, LL rented; MS maintenance; RA, RB replaced or repaired; GY must be denied anyway. */
const SAYS_HOW = new Set(["NU", "UE", "NR", "RR", "LL", "KR", "MS", "RA", "RB", "GY"]);

export default lineRule({
  id: "dme-modifier-missing",
  severity: "error",
  tier: "T2",
  since: "0.1.0",
  summary: "Equipment line does not say whether it was bought or rented",
  why: "Medicare has one fee for a purchase and another for a month of rental; without NU, UE or RR it prices neither.",
  fix: "Take NU, UE or RR from the order and the delivery record; a rental also carries its month (KH, KI, KJ).",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 20, sections 30 and 130",
    "DMEPOS fee schedule: categories IN, CR, FS, OX",
  ],
  doubt: "A built-in list of common items; other equipment is not looked at.",
  denial: { carc: ["CO-4", "CO-16"], rarc: ["N822"] },
  payers: ["medicare"],
  forms: ["professional"],

  needs: ["procedure"],
  reads: ["modifiers"],
  procedures: isBoughtOrRented,
  message: "{code} needs NU (new), UE (used) or RR (rental)",

  check(line, { report }) {
    if (modifierCodes(line).some((code) => SAYS_HOW.has(code))) return;
    report("procedure", { code: line.procedure.code });
  },

  examples: {
    passes: [
      { procedure_code: "E0601", modifier_1: "RR", modifier_2: "KH", modifier_3: "KX", $payer: "medicare" },
      { procedure_code: "E0143", modifier_1: "NU", $payer: "medicare" },
      { procedure_code: "A7030", $payer: "medicare" },
      { procedure_code: "L3908", modifier_1: "RT", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "E0601", $payer: "medicare" },
      { procedure_code: "E0260", modifier_1: "KX", $payer: "medicare" },
    ],
    skips: [{ procedure_code: "" }],
  },
});
