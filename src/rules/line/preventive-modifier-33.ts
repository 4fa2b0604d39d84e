import { type LineView, lineRule } from "../../contract/rule.ts";
import { linkedDiagnoses, modifierCodes } from "../../model/claim.ts";
import type { ProcedureCode } from "../../model/values.ts";

type Line = LineView<"procedure" | "diagnoses", "modifiers" | "pointers" | "lineDiagnosis">;

/** Screening for malignant neoplasm of colon and rectum. */
const SCREENING = new Set(["Z1211", "Z1212"]);

const isLowerEndoscopy = ({ number }: ProcedureCode): boolean =>
  (number >= 45330 && number <= 45350) || (number >= 45378 && number <= 45398);
/** Medicare has G codes for the screening itself; what became of it carries PT. */
const isDiagnosticOnly = ({ number }: ProcedureCode): boolean => number === 45330 || number === 45378;

function expected(line: Line): "33" | "PT" | undefined {
  if (line.payerKind === "commercial") return "33";
  return line.payerKind === "medicare" && !isDiagnosticOnly(line.procedure) ? "PT" : undefined;
}

export default lineRule({
  id: "preventive-modifier-33",
  severity: "info",
  defaultOff: true,
  tier: "T3",
  since: "0.1.0",
  summary: "Screening colonoscopy or sigmoidoscopy without the modifier for a preventive service",
  why: "Without 33 (Medicare: PT) the patient is charged a share of a service that the law makes free of it.",
  fix: "Add the modifier if the record says that the endoscopy began as a screening.",
  repair: "never",
  sources: ["Public Health Service Act, section 2713", "Medicare Claims Processing Manual, chapter 18, section 60.1.1"],
  denial: { carc: ["PR-1", "PR-3"] },
  forms: ["professional"],

  needs: ["procedure", "diagnoses"],
  reads: ["modifiers", "pointers", "lineDiagnosis"],
  procedures: isLowerEndoscopy,
  message: "Consider {modifier} on {code}: the first diagnosis of the line is {diagnosis}, a screening",

  check(line, { report }) {
    const modifier = expected(line);
    if (modifier === undefined || modifierCodes(line).some((code) => code === "33" || code === "PT")) return;
    const { by, diagnoses } = linkedDiagnoses(line);
    const first = diagnoses[0];
    if (by === "claim" || first === undefined || !SCREENING.has(first.code)) return;
    report("procedure", { modifier, code: line.procedure.code, diagnosis: first.dotted });
  },

  examples: {
    passes: [
      { procedure_code: "45385", modifier_1: "PT", diagnosis_1: "Z12.11", $payer: "medicare" },
      { procedure_code: "45378", modifier_1: "33", diagnosis_1: "Z12.11", $payer: "commercial" },
      { procedure_code: "45385", diagnosis_1: "K62.5", $payer: "commercial" },
      { procedure_code: "45385", diagnosis_1: "Z12.11" },
    ],
    finds: [
      { procedure_code: "45385", diagnosis_1: "Z12.11", $payer: "medicare" },
      { procedure_code: "45385", diagnosis_1: "Z12.11", $payer: "commercial" },
    ],
    skips: [{ procedure_code: "45385", diagnosis_1: "", diagnosis_2: "" }],
  },
  notes:
    "Only where the line itself points to the screening diagnosis first. Other preventive services are not looked at.",
});
