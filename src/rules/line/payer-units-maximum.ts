import { lineRule } from "../../contract/rule.ts";
import payerLists, { inWords } from "../../datasets/payer-lists.ts";
import { daysOf } from "../../model/claim.ts";

const MINUTES = "MJ";

export default lineRule({
  id: "payer-units-maximum",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "More units on a line than your own list says the payer takes",
  why: "You wrote down how many units this payer takes on a line: with more the line is denied or cut.",
  fix: "Check the units against the record; where they are right, bill them as the payer wants, or correct your list.",
  repair: "never",
  sources: ["Your own payer list (docs/data-lists.md)"],
  denial: { carc: ["CO-151", "CO-222"], rarc: ["N362"] },
  data: { lists: payerLists },

  needs: ["procedure", "serviceFrom", "units"],
  reads: ["payer", "plan", "unitType"],
  message: "{units} units of {code}: your list {list} says that {payer} takes {maximum} at most{note}",

  check(line, { data, report }) {
    const { code } = line.procedure;
    const payer = (line.payer ?? line.plan)?.trimmed;
    const [entry] = data.lists.entries("max-units", code, payer, daysOf(line.serviceFrom));
    const { amount } = line.units;
    if (entry === undefined || amount === undefined || amount <= entry.units) return;
    if (line.unitType?.trimmed.toUpperCase() === MINUTES) return;
    report("units", { units: amount, code, maximum: entry.units, ...inWords(entry) });
  },

  examples: {
    data: {
      lists: [
        ["max-units", "Acme*", "97110", 4],
        ["max-units", "*", "97110", 6],
      ],
    },
    passes: [
      { procedure_code: "97110", units: "4", payer: "Acme Health" },
      { procedure_code: "97110", units: "6", payer: "Other" },
      { procedure_code: "97140", units: "9", payer: "Acme Health" },
    ],
    finds: [
      { procedure_code: "97110", units: "5", payer: "Acme Health" },
      { procedure_code: "97110", units: "7", payer: "Other" },
    ],
  },
  notes: `Each line by itself. Of several rows the one that names the payer and the code most exactly holds: a row for the payer
before one for \`*\`. Anesthesia minutes (unit of measure MJ) are not counted as units.`,
});
