import { lineRule } from "../../contract/rule.ts";
import mpfs from "../../datasets/mpfs.ts";
import { daysOf, modifierSlot } from "../../model/claim.ts";

const KINDS = [
  { modifier: "62", fact: "coSurgeon", who: "two surgeons" },
  { modifier: "66", fact: "team", who: "a surgical team" },
] as const;

export default lineRule({
  id: "cosurgeon-not-payable",
  severity: "warning",
  tier: "T3",
  since: "0.1.0",
  summary: "Two surgeons or a team on a procedure for which they are not paid",
  why: "The fee schedule says for each procedure whether co-surgeons (62) or a team (66) are paid.",
  fix: "Indicator 0: one surgeon bills the procedure. Indicator 1: send the record that shows why more were needed.",
  repair: "never",
  sources: [
    "Medicare physician fee schedule, record layout: co-surgeons and team surgery",
    "Medicare Claims Processing Manual, chapter 12, section 40.8",
  ],
  denial: { carc: ["CO-54", "CO-4"] },
  forms: ["professional"],
  data: { fees: mpfs },

  needs: ["procedure", "serviceFrom", "modifiers"],
  message: "{code}-{modifier}: indicator {indicator}, {who} {paid}",

  check(line, { data, report }) {
    const indicators = data.fees.on(line.procedure.code, daysOf(line.serviceFrom));
    for (const { modifier, fact, who } of KINDS) {
      const slot = modifierSlot(line, modifier);
      const indicator = indicators?.[fact];
      if (slot < 0 || (indicator !== "0" && indicator !== "1")) continue;
      const paid = indicator === "0" ? "are not paid" : "are paid only with documentation";
      const slots = { code: line.procedure.code, modifier, indicator, who, paid };
      report(["modifiers", slot], slots, { severity: indicator === "0" ? "warning" : "info" });
    }
  },

  examples: {
    data: {
      fees: {
        "20610": { coSurgeon: "0" },
        "22558": { coSurgeon: "2" },
        "27447": { coSurgeon: "1" },
        "33945": { team: "2" },
        "66984": { team: "0" },
      },
    },
    passes: [
      { procedure_code: "22558", modifier_1: "62" },
      { procedure_code: "33945", modifier_1: "66" },
    ],
    finds: [
      { procedure_code: "20610", modifier_1: "62" },
      { procedure_code: "66984", modifier_1: "66" },
      { procedure_code: "27447", modifier_1: "62" },
    ],
    skips: [{ procedure_code: "20610" }],
  },
});
