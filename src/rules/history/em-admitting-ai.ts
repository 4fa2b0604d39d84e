import { historyRule, type LineView } from "../../contract/rule.ts";
import { daysOf, modifierSlot } from "../../model/claim.ts";
import { isVoid } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom" | "renderingNpi", "modifiers" | "frequency" | "admissionDate">;

/** First visits further apart than this are taken for two stays. */
const DAYS_APART = 7;

const isHospital = (line: Line) => line.procedure.number < 99300;

function sameStay(a: Line, b: Line): boolean {
  if (isHospital(a) !== isHospital(b)) return false;
  const [admitted, other] = [a.admissionDate?.days, b.admissionDate?.days];
  if (admitted !== undefined && other !== undefined) return admitted === other;
  return Math.abs(daysOf(a.serviceFrom) - daysOf(b.serviceFrom)) <= DAYS_APART;
}

export default historyRule({
  id: "em-admitting-ai",
  severity: "info",
  defaultOff: true,
  tier: "T3",
  since: "0.1.0",
  summary: "Several first visits of a stay, and none is marked as the admitting physician's",
  why: "Medicare tells the admitting physician from the others by AI on the first visit; without it a first visit may be questioned.",
  fix: "Add AI to the first visit of the physician who is responsible for the stay.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 12, sections 30.6.9.1.F and 30.6.10"],
  doubt: "AI may stand on a claim that is not in the file.",
  payers: ["medicare"],
  forms: ["professional"],

  per: "patient",
  needs: ["procedure", "serviceFrom", "renderingNpi"],
  reads: ["modifiers", "frequency", "admissionDate"],
  procedures: ({ number }) => (number >= 99221 && number <= 99223) || (number >= 99304 && number <= 99306),
  message: "{code} and {count} more first visits of the stay: none of them has AI",

  start: () => [] as Line[],
  step: (lines, line) => void (line.payerKind === "medicare" && !isVoid(line) && lines.push(line)),
  finish(lines, { report }) {
    const seen = new Set<Line>();
    for (const line of lines) {
      if (seen.has(line)) continue;
      const stay = lines.filter((other) => sameStay(line, other));
      for (const other of stay) seen.add(other);
      const providers = new Set(stay.map((other) => other.renderingNpi.npi));
      if (providers.size === 1 || stay.some((other) => modifierSlot(other, "AI") >= 0)) continue;
      report(line, "procedure", { code: line.procedure.code, count: stay.length - 1 });
    }
  },

  examples: {
    passes: [
      [
        { procedure_code: "99223", place_of_service: "21", modifier_1: "AI", $payer: "medicare" },
        { procedure_code: "99222", place_of_service: "21", claim_id: "B", rendering_npi: "2123456784" },
      ],
      { procedure_code: "99223", place_of_service: "21", $payer: "medicare" },
    ],
    finds: [
      [
        { procedure_code: "99223", place_of_service: "21", $payer: "medicare" },
        { procedure_code: "99222", place_of_service: "21", claim_id: "B", rendering_npi: "2123456784" },
      ],
    ],
  },
});
