import { type Discipline, evaluationDiscipline, isAlwaysTherapy, mayBeTherapy } from "../../codes/therapy.ts";
import { optional } from "../../contract/dataset.ts";
import { lineRule } from "../../contract/rule.ts";
import therapyList from "../../datasets/therapy-list.ts";
import { modifierCodes, modifiersReadable } from "../../model/claim.ts";

const DISCIPLINES: readonly Discipline[] = ["GP", "GO", "GN"];

/** Outpatient bills on which Medicare asks for the modifier; not inpatient, home health, hospice or RHC/FQHC ones. */
const OUTPATIENT_BILL = /^0?(?:12|13|22|23|34|74|75|85)/;
const CHIROPRACTOR = /^(?:111N[0-9A-Z]{5}X|35)$/i;
const EXCLUDED = ["GY", "GX"];

export default lineRule({
  id: "therapy-modifier-missing",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Therapy line without the modifier of its plan of care (GP, GO or GN)",
  why: "These codes are always therapy: without the plan's modifier, or with another discipline's, the line is denied.",
  fix: "Add GP (physical), GO (occupational) or GN (speech-language) for the plan of care the service belongs to.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 5, section 20.1",
    "CMS, annual therapy code list: disposition `always therapy`",
  ],
  doubt: "Many commercial plans and Medicaid programs ask for the modifier as Medicare does, but not all of them.",
  denial: { carc: ["CO-4", "CO-16"], rarc: ["N822"] },
  forms: ["professional", "institutional"],
  data: { list: optional(therapyList) },

  needs: ["procedure"],
  reads: ["modifiers", "taxonomy", "typeOfBill", "serviceFrom"],
  columns: ["modifiers"],
  procedures: mayBeTherapy,
  message: "{code} {problem}",

  check(line, { data, report }) {
    const date = line.serviceFrom?.days;
    const listed = date === undefined ? undefined : data.list?.isAlways(line.procedure.code, date);
    if (!(listed ?? isAlwaysTherapy(line.procedure)) || !modifiersReadable(line)) return;
    if (line.form === "institutional" && !OUTPATIENT_BILL.test(line.typeOfBill?.trimmed ?? "")) return;
    const { code } = line.procedure;
    const modifiers = modifierCodes(line);
    const given = DISCIPLINES.filter((discipline) => modifiers.includes(discipline));
    const wanted = evaluationDiscipline(line.procedure);
    if (given.length === 0) {
      const chiropractor = CHIROPRACTOR.test(line.taxonomy?.trimmed ?? "");
      if (EXCLUDED.some((modifier) => modifiers.includes(modifier))) return;
      if (chiropractor && line.payerKind !== "medicare") return;
      const severity = { medicare: "error", medicaid: "warning", commercial: "info", generic: "info" } as const;
      const problem = `has no therapy modifier (${wanted ?? "GP, GO or GN"})`;
      report("procedure", { code, problem }, { severity: severity[line.payerKind] });
    } else if (wanted !== undefined && !given.includes(wanted)) {
      report("procedure", { code, problem: `is an evaluation that goes with ${wanted}, not ${given.join(" and ")}` });
    }
  },

  examples: {
    passes: [
      { procedure_code: "97110", modifier_1: "GP", $payer: "medicare" },
      { procedure_code: "97165", modifier_1: "KX", modifier_2: "GO", $payer: "medicare" },
      { procedure_code: "97597", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "97110", $payer: "medicare" },
      { procedure_code: "97165", modifier_1: "GP" },
    ],
  },
  notes: `Missing: an error for Medicare, a warning for Medicaid, information for commercial plans and where the payer is not
known. Not flagged: \`sometimes therapy\` codes, lines billed as excluded (GY, GX), chiropractors billing other payers than Medicare.
With CMS's therapy code list of the year installed (data set \`therapy-list\`), it says which codes are always therapy.`,
});
