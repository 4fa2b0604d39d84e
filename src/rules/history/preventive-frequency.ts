import { isTooEarly, preventiveIntervals } from "../../codes/preventive-interval.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { isVoid } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", "modifiers" | "frequency">;

/** Broken off or cut short: the next one may follow at once. */
const UNFINISHED = ["52", "53", "73", "74"];

/** Reading and technical part, professional and facility claim of one service have dates of their own. */
const part = (line: Line) =>
  `${line.form} ${modifierCodes(line).find((modifier) => modifier === "26" || modifier === "TC") ?? ""}`;

export default historyRule({
  id: "preventive-frequency",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Preventive service sooner than Medicare pays it again",
  why: "Medicare pays each preventive service once in its interval, counted in full calendar months; an earlier one is denied.",
  fix: "Check the earlier date; keep to the next eligible month, or tell the patient beforehand that Medicare will not pay.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 18", "NCD 210 series", "42 CFR 410.15 and 410.16"],
  denial: { carc: ["CO-119", "CO-151", "PR-119"], rarc: ["N435"] },
  payers: ["medicare"],
  forms: ["professional", "institutional"],

  per: "patient",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "frequency"],
  procedures: (code) => preventiveIntervals(code).length > 0,
  message: "{code} on {date}: {earlierCode} was billed on {earlier}, and Medicare pays it {often}",

  start: (): Line[] => [],
  step(seen, line, { report }) {
    if (line.payerKind !== "medicare" || isVoid(line)) return;
    const on = daysOf(line.serviceFrom);
    for (const interval of preventiveIntervals(line.procedure)) {
      const earlier = seen.findLast(
        (other) =>
          preventiveIntervals(other.procedure).some(({ group }) => group === interval.group) &&
          daysOf(other.serviceFrom) < on &&
          part(other) === part(line),
      );
      if (earlier === undefined || !isTooEarly(interval, daysOf(earlier.serviceFrom), on)) continue;
      const often =
        interval.fullMonths === undefined ? "once in a lifetime" : `after ${interval.fullMonths} full months`;
      const before = { earlierCode: earlier.procedure.code, earlier: earlier.serviceFrom };
      const slots = { code: line.procedure.code, date: line.serviceFrom, often, ...before };
      report(line, "procedure", slots, { related: [{ line: earlier, at: "procedure", label: "the earlier service" }] });
      break;
    }
    if (!modifierCodes(line).some((modifier) => UNFINISHED.includes(modifier))) seen.push(line);
  },

  examples: {
    passes: [
      [
        { procedure_code: "G0439", service_from: "2025-03-31", $payer: "medicare" },
        { procedure_code: "G0439", service_from: "2026-03-01", claim_id: "B" },
      ],
    ],
    finds: [
      [
        { procedure_code: "G0439", service_from: "2025-04-01", $payer: "medicare" },
        { procedure_code: "G0439", service_from: "2026-03-31", claim_id: "B" },
      ],
      [
        { procedure_code: "G0438", service_from: "2021-04-01", $payer: "medicare" },
        { procedure_code: "G0438", service_from: "2026-03-31", claim_id: "B" },
      ],
    ],
  },
  notes:
    "Only what the files at hand show: an earlier service elsewhere is not seen. Intervals are those of patients at high risk.",
});
