import { historyRule, type LineView } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";
import { payerSequence } from "../../model/encounter.ts";

const PARTIES = ["renderingNpi", "billingNpi", "payer", "responsibility"] as const;
const READS = ["claimId", "modifiers", "serviceTo", "placeOfService", "ndc", "frequency", ...PARTIES] as const;

type Line = LineView<"procedure" | "serviceFrom" | "units", (typeof READS)[number]>;

/** Everything that makes two service lines the same service to a payer. The order of the modifiers does not. */
function identity(line: Line): string {
  return [
    line.procedure.code,
    modifierCodes(line).toSorted().join(","),
    line.serviceTo?.days ?? line.serviceFrom.days,
    line.placeOfService?.code,
    line.renderingNpi?.npi ?? line.billingNpi?.npi,
    line.units.amount,
    line.ndc?.trimmed,
    line.payer?.trimmed.toUpperCase(),
    payerSequence(line),
  ].join("|");
}

export default historyRule({
  id: "duplicate-line",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "The same service line stands twice",
  why: "The payer pays one of them and denies the other as an exact duplicate.",
  fix: "Remove one, combine the units, or add the modifier that the record supports (76, 77, 91, 59 or XE–XU, RT/LT).",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 1, section 120", "NCCI Policy Manual, chapter I"],
  denial: { carc: ["CO-18"], rarc: ["N522"] },

  per: "patient+date",
  needs: ["procedure", "serviceFrom", "units"],
  reads: READS,
  message: "{code}{modifiers} repeats {where}: same patient, date, provider, place and units",

  start: () => new Map<string, Line>(),
  step(seen, line, { report }) {
    // A replacement or void (frequency 7, 8) repeats the claim it corrects on purpose.
    if (line.frequency && ["7", "8"].includes(line.frequency.trimmed)) return;
    const key = identity(line);
    const first = seen.get(key);
    if (first === undefined) return void seen.set(key, line);
    const modifiers = modifierCodes(line)
      .map((m) => `-${m}`)
      .join("");
    const sameClaim = first.claimId?.trimmed === line.claimId?.trimmed;
    const where = sameClaim ? "another line of this claim" : "a line of another claim";
    const related = [{ line: first, at: "procedure" as const, label: "the first of them" }];
    report(line, "procedure", { code: line.procedure.code, modifiers, where }, { related });
  },

  examples: {
    passes: [
      [
        { procedure_code: "20610", modifier_1: "RT" },
        { procedure_code: "20610", modifier_1: "LT", line_number: "2" },
      ],
      [{ procedure_code: "71046" }, { procedure_code: "71046", modifier_1: "76", line_number: "2" }],
      [{ claim_id: "A" }, { claim_id: "B", patient_id: "P-200" }],
    ],
    finds: [
      [{ procedure_code: "99213" }, { procedure_code: "99213", line_number: "2" }],
      [{ claim_id: "A" }, { claim_id: "B" }],
    ],
  },
});
