import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "pathology-units-gross",
  severity: "info",
  defaultOff: true,
  tier: "T3",
  since: "0.1.0",
  summary: "Unusually many surgical pathology specimens on one line",
  why: "A unit of 88300–88309 is one specimen with its own diagnosis; many units are reviewed, and cut to the payer's maximum.",
  fix: "Compare the units with the specimens of the report; blocks and slides of one specimen are not counted.",
  repair: "never",
  sources: ["NCCI Policy Manual, chapter X", "CPT, surgical pathology guidelines: the specimen is the unit"],
  denial: { carc: ["CO-151"], rarc: ["N362"] },
  options: {
    maximum: { type: "integer", default: 16, minimum: 1, describe: "Units of one line that are still usual" },
  },

  needs: ["procedure", "units"],
  procedures: (code) => code.number >= 88300 && code.number <= 88309,
  message: "{units} units of {code}: one unit is one specimen, not a block or slide",

  check(line, { options, report }) {
    if (line.units.amount <= options.maximum) return;
    report("units", { units: line.units.amount, code: line.procedure.code });
  },

  examples: {
    passes: [
      { procedure_code: "88305", units: "16" },
      { procedure_code: "88342", units: "30" },
    ],
    finds: [{ procedure_code: "88305", units: "30" }],
  },
  notes: "Off by default: the published maximums are `mue-exceeded`. 88341 without 88342 is `addon-without-primary`.",
});
