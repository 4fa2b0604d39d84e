import { lineRule } from "../../contract/rule.ts";
import mpfs from "../../datasets/mpfs.ts";
import { daysOf, modifierSlot } from "../../model/claim.ts";

export default lineRule({
  id: "assistant-surgeon-not-payable",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Assistant at surgery on a procedure for which none is paid",
  why: "The fee schedule says for each procedure whether an assistant is paid: never, with documentation, or always.",
  fix: "Indicator 1: do not bill the assistant. Indicator 0: send the record that shows why one was needed.",
  repair: "never",
  sources: [
    "Medicare physician fee schedule, record layout: assistant at surgery",
    "Medicare Claims Processing Manual, chapter 12, section 20.4.3",
  ],
  denial: { carc: ["CO-54"] },
  forms: ["professional"],
  data: { fees: mpfs },

  needs: ["procedure", "serviceFrom", "modifiers"],
  message: "{code}-{modifier}: assistant indicator {indicator}, {meaning}",

  check(line, { data, report }) {
    const indicator = data.fees.on(line.procedure.code, daysOf(line.serviceFrom))?.assistant;
    if (indicator !== "0" && indicator !== "1") return;
    for (const modifier of ["80", "81", "82", "AS"]) {
      const slot = modifierSlot(line, modifier);
      if (slot < 0) continue;
      const never = indicator === "1";
      const meaning = never ? "an assistant is not paid" : "an assistant is paid only with documentation";
      const slots = { code: line.procedure.code, modifier, indicator, meaning };
      report(["modifiers", slot], slots, { severity: never ? "warning" : "info" });
    }
  },

  examples: {
    data: {
      fees: {
        "20610": { assistant: "1" },
        "66984": { assistant: "1" },
        "27447": { assistant: "2" },
        "28805": { assistant: "0" },
      },
    },
    passes: [
      { procedure_code: "27447", modifier_1: "AS" },
      { procedure_code: "20610", modifier_1: "RT" },
    ],
    finds: [
      { procedure_code: "20610", modifier_1: "AS" },
      { procedure_code: "66984", modifier_1: "RT", modifier_2: "80" },
      { procedure_code: "28805", modifier_1: "80" },
    ],
    skips: [{ procedure_code: "20610" }],
  },
});
