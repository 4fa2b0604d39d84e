import { lineRule } from "../../contract/rule.ts";
import { linkedDiagnoses } from "../../model/claim.ts";
import type { DiagnosisCode, ProcedureCode } from "../../model/values.ts";

type Patient = "mother" | "newborn";

/** Care of the newborn, and delivery with or without its package. Numbers only. */
function patientOf({ number }: ProcedureCode): Patient | undefined {
  if ((number >= 99460 && number <= 99463) || [99465, 99468, 99469, 99477].includes(number)) return "newborn";
  return number >= 59400 && number <= 59622 ? "mother" : undefined;
}

/** Chapter 15 (pregnancy) with outcome and weeks is the mother's record; chapter 16 and Z38 are the newborn's. */
function recordOf({ ok, code }: DiagnosisCode): Patient | undefined {
  if (ok && /^(?:O|Z37|Z3A)/.test(code)) return "mother";
  return ok && /^(?:P|Z38)/.test(code) ? "newborn" : undefined;
}

export default lineRule({
  id: "newborn-mother-mixup",
  severity: "info",
  tier: "T3",
  since: "0.1.0",
  summary: "Service for the newborn with the mother's diagnoses, or the reverse",
  why: "Mother and newborn have claims of their own; with the other's diagnoses the line is denied.",
  fix: "Check whose service it is, and bill it with that patient's own diagnoses.",
  repair: "never",
  sources: ["ICD-10-CM Official Guidelines, sections I.C.15.a and I.C.16.a", "RARC N15"],
  denial: { carc: ["CO-16"], rarc: ["N15"] },

  needs: ["procedure", "diagnoses"],
  reads: ["pointers", "lineDiagnosis"],
  procedures: (code) => patientOf(code) !== undefined,
  message: "{code} is for the {patient}; the diagnoses of the {by} are the {other}'s ({first})",

  check(line, { report }) {
    const patient = patientOf(line.procedure)!;
    const other = patient === "mother" ? "newborn" : "mother";
    const { by, diagnoses } = linkedDiagnoses(line);
    const [first] = diagnoses;
    if (first === undefined || !diagnoses.every((diagnosis) => recordOf(diagnosis) === other)) return;
    const slots = { code: line.procedure.code, patient, by: by === "claim" ? "claim" : "line", other };
    report("procedure", { ...slots, first: first.dotted });
  },

  examples: {
    passes: [
      { procedure_code: "99460", diagnosis_1: "Z38.00", diagnosis_2: "" },
      { procedure_code: "59400", diagnosis_1: "O80", diagnosis_2: "Z37.0", dx_pointer: "1,2" },
    ],
    finds: [
      { procedure_code: "99460", diagnosis_1: "O80", diagnosis_2: "Z37.0" },
      { procedure_code: "59400", diagnosis_1: "Z38.00" },
    ],
  },
  notes:
    "Silent as soon as one linked diagnosis is not the other patient's: some states bill mother and newborn together.",
});
