import { bypassingModifiers } from "../../codes/ncci.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import payerLists, { inWords, isMeant } from "../../datasets/payer-lists.ts";
import { daysOf } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, groupByBiller } from "../../model/encounter.ts";

const READS = ["claimId", "modifiers", "plan", ...ENCOUNTER_COLUMNS] as const;

type Line = LineView<"procedure" | "serviceFrom", (typeof READS)[number]>;

const isDistinct = (line: Line): boolean => bypassingModifiers(line, 2).length > 0;

export default historyRule({
  id: "payer-code-pair",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Two services of a day that your own list says the payer does not pay together",
  why: "You wrote down that this payer denies the second code beside the first on the same day.",
  fix: "Bill one of them, add the modifier the record supports where the payer takes one, or correct your list.",
  repair: "never",
  sources: ["Your own payer list (docs/data-lists.md)"],
  denial: { carc: ["CO-97", "CO-236"] },
  data: { lists: payerLists },

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: READS,
  message: "{denied} beside {code}: your list {list} says that {payer} does not pay both on a day{note}",

  start: (): Line[] => [],
  step(lines, line) {
    lines.push(line);
  },
  finish(all, { data, report }) {
    for (const lines of all.length < 2 ? [] : groupByBiller(all)) {
      const reported = new Set<Line>();
      for (const line of lines) {
        if (isDistinct(line) || reported.has(line)) continue;
        const { code } = line.procedure;
        const payer = (line.payer ?? line.plan)?.trimmed;
        for (const entry of data.lists.entries("pair", code, payer, daysOf(line.serviceFrom))) {
          const fits = (other: Line) => other !== line && isMeant(entry.code2, other.procedure.code);
          const denied = lines.find((other) => fits(other) && !reported.has(other) && !isDistinct(other));
          if (denied === undefined) continue;
          reported.add(denied);
          const slots = { denied: denied.procedure.code, code, ...inWords(entry) };
          report(denied, "procedure", slots, { related: [{ line, at: "procedure", label: "the code beside it" }] });
        }
      }
    }
  },

  examples: {
    data: { lists: [["pair", "Acme Health", "99213", "36415"]] },
    passes: [
      [{ payer: "Acme Health" }, { procedure_code: "36415", modifier_1: "59", payer: "Acme Health", line_number: "2" }],
      [{ payer: "Other" }, { procedure_code: "36415", payer: "Other", line_number: "2" }],
      [{ payer: "Acme Health" }, { procedure_code: "36416", payer: "Acme Health", line_number: "2" }],
    ],
    finds: [[{ payer: "Acme Health" }, { procedure_code: "36415", payer: "Acme Health", line_number: "2" }]],
  },
  notes: `Same patient, day and biller, across claims. Not flagged where either line has a modifier that tells the services
apart (25, 59, XE, XP, XS, XU, anatomic ones), and what \`ncci-ptp\` reports may be reported here too: it is your list.`,
});
