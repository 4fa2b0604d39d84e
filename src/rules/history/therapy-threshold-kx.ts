import { therapyThresholdCents } from "../../codes/therapy.ts";
import { historyRule } from "../../contract/rule.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { datePartsOf } from "../../model/dates.ts";
import { isVoid } from "../../model/encounter.ts";

/** Speech-language pathology shares the amount of physical therapy. */
const AMOUNTS = { GP: "PT and SLP", GN: "PT and SLP", GO: "OT" } as const;

/** KX, or billed to be denied. */
const SETTLED = ["KX", "GA", "GX", "GY", "GZ"];

const dollars = (cents: number) => `$${(cents / 100).toFixed(2)}`;

export default historyRule({
  id: "therapy-threshold-kx",
  severity: "info",
  defaultOff: true,
  tier: "T3",
  since: "0.1.0",
  summary: "Therapy above the yearly threshold without KX",
  why: "Above the yearly amount Medicare denies therapy lines that do not confirm medical necessity with KX.",
  fix: "Add KX if the record supports the need for more therapy; otherwise give the patient a notice and bill GA.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 5, section 10.3",
    "CMS, therapy services: annual update of the KX modifier threshold",
  ],
  denial: { carc: ["CO-119", "PR-119"], rarc: ["N822"] },
  payers: ["medicare"],

  per: "patient",
  needs: ["procedure", "serviceFrom", "allowed"],
  reads: ["modifiers", "frequency"],
  message: "{discipline} of {year} comes to {total}, above {threshold}; {code} has no KX",

  start: () => new Map<string, number>(),
  step(totals, line, { report }) {
    const modifiers = modifierCodes(line);
    const plan = (["GP", "GO", "GN"] as const).find((modifier) => modifiers.includes(modifier));
    if (plan === undefined || line.payerKind !== "medicare" || isVoid(line)) return;
    const { year } = datePartsOf(daysOf(line.serviceFrom));
    const threshold = therapyThresholdCents(year);
    const discipline = AMOUNTS[plan];
    const key = `${year} ${discipline}`;
    const total = (totals.get(key) ?? 0) + (line.allowed.cents ?? 0);
    totals.set(key, total);
    if (threshold === undefined || total <= threshold || SETTLED.some((modifier) => modifiers.includes(modifier)))
      return;
    const { code } = line.procedure;
    report(line, "procedure", { code, discipline, year, total: dollars(total), threshold: dollars(threshold) });
  },

  examples: {
    passes: [
      { procedure_code: "97110", modifier_1: "GP", allowed: "2480.00", $payer: "medicare" },
      { procedure_code: "97110", modifier_1: "GP", modifier_2: "KX", allowed: "2500.00", $payer: "medicare" },
    ],
    finds: [{ procedure_code: "97110", modifier_1: "GP", allowed: "2480.01", $payer: "medicare" }],
    skips: [{ procedure_code: "97110", modifier_1: "GP", $payer: "medicare" }],
  },
  notes: "Off by default: the files must hold all therapy of the patient's year. Amounts of 2018 to 2026 are built in.",
});
