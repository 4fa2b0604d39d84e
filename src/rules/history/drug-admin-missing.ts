import { isEvaluationAndManagement, isLaboratory } from "../../codes/cpt.ts";
import { isInjectedDrug } from "../../codes/drug.ts";
import { isDrug, isHcpcsVisit } from "../../codes/hcpcs.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";
import { isVoid } from "../../model/encounter.ts";
import type { ProcedureCode } from "../../model/values.ts";

type Line = LineView<"serviceFrom", "procedure" | "placeOfService" | "modifiers" | "frequency">;

const OFFICE = "11";
/** Not given by the practice: brought by the patient, wasted, or supplied to somebody at home. */
const NOT_GIVEN = new Set(["RD", "JW", "KD"]);

/** Surely nothing that gives a drug: visits, laboratory tests, drugs, supplies, quality codes. */
function givesNothing(code: ProcedureCode): boolean {
  if (code.system === "HCPCS") return isDrug(code) || isHcpcsVisit(code) || /^[AEKLV]/.test(code.code);
  return isEvaluationAndManagement(code) || isLaboratory(code) || code.category === "II" || code.number === 36415;
}

export default historyRule({
  id: "drug-admin-missing",
  severity: "info",
  tier: "T3",
  since: "0.1.0",
  summary: "Injected drug in an office without anything that gives it",
  why: "The drug and its injection are paid apart; an injection that is not billed is not paid, and a drug alone may be questioned.",
  fix: "Look for the injection, infusion or procedure in the record; leave the line if the patient took the drug home.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 12, section 30.5, and chapter 17, section 20",
    "NCCI Policy Manual, chapter XI",
  ],
  denial: { carc: ["CO-16"] },
  forms: ["professional"],

  per: "patient+date",
  needs: ["serviceFrom"],
  reads: ["procedure", "placeOfService", "modifiers", "frequency"],
  message: "{drug} without an injection, infusion or procedure on this day",

  start: () => [] as Line[],
  step: (lines, line) => void (isVoid(line) || lines.push(line)),
  finish(lines, { report }) {
    const drug = lines.find(
      ({ procedure, placeOfService }) => procedure && isInjectedDrug(procedure) && placeOfService?.code === OFFICE,
    );
    if (drug?.procedure === undefined) return;
    if (modifierCodes(drug).some((modifier) => NOT_GIVEN.has(modifier))) return;
    // A code that cannot be read may be the one that is missed.
    if (lines.every(({ procedure }) => procedure?.ok && givesNothing(procedure)))
      report(drug, "procedure", { drug: drug.procedure.code });
  },

  examples: {
    passes: [
      [{ procedure_code: "J1885" }, { procedure_code: "96372" }],
      [{ procedure_code: "J3301" }, { procedure_code: "20610" }],
      [{ procedure_code: "J2785" }, { procedure_code: "93015" }],
      { procedure_code: "J7298" },
    ],
    finds: [{ procedure_code: "J1885" }, [{ procedure_code: "J3301" }, { procedure_code: "99213" }]],
  },
  notes:
    "Any procedure of the day that could give a drug makes the rule silent. Drugs by mouth, inhaled drugs, fluids, " +
    "contraceptives and hyaluronan (J7000–J8999) are not looked at.",
});
