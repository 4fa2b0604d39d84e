import { linkedInWords, listedDiagnoses } from "../../codes/listed.ts";
import { mayBeScreening, screeningReason } from "../../codes/screening.ts";
import { lineRule } from "../../contract/rule.ts";
import { linkedDiagnoses, modifierCodes } from "../../model/claim.ts";

/** The provider expects the denial. */
const EXPECTED_DENIAL = ["GA", "GX", "GY", "GZ"];

export default lineRule({
  id: "dx-screening-code-missing",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Screening or preventive service without the diagnosis that says so",
  why: "Payers cover a screening or a vaccine as such only with the diagnosis for it; with another one they deny it or charge the patient.",
  fix: "If it was a screening, add its diagnosis and point the line to it; if not, bill the diagnostic service.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 18",
    "National Coverage Determinations 210.1, 210.2, 210.4.1, 210.12, 210.14, 220.4",
    "ICD-10-CM Official Guidelines, sections I.C.21.c.2 and I.C.21.c.5",
  ],
  doubt: "Payers' own lists of diagnoses differ; the codes that most of them take are let pass.",
  denial: { carc: ["CO-11", "CO-50", "CO-167"], rarc: ["N386"] },
  forms: ["professional", "institutional"],

  needs: ["procedure", "diagnoses", "serviceFrom"],
  reads: ["pointers", "lineDiagnosis", "modifiers", "diagnosisVersion"],
  procedures: mayBeScreening,
  message: "{code} is normally billed with {usual}; {linked}{elsewhere}",

  check(line, { report }) {
    const modifiers = modifierCodes(line);
    const reason = screeningReason(line.procedure, modifiers);
    if (reason === undefined || modifiers.some((m) => EXPECTED_DENIAL.includes(m))) return;
    const listed = listedDiagnoses(line);
    // What a cell that is no ICD-10-CM code was meant to be is not known.
    if (listed.length < line.diagnoses.filter((d) => d !== undefined).length) return;
    const linked = linkedDiagnoses(line);
    if (linked.diagnoses.some((d) => reason.accepts(d.code))) return;
    const elsewhere = listed.find(({ diagnosis }) => reason.accepts(diagnosis.code))?.diagnosis.dotted;
    if (elsewhere !== undefined && reason.anywhere) return;
    report(linked.by === "pointer" ? "pointers" : linked.by === "line" ? "lineDiagnosis" : ["diagnoses", 0], {
      code: line.procedure.code,
      usual: reason.usual,
      linked: linkedInWords(linked),
      elsewhere: elsewhere === undefined ? "" : `, not to ${elsewhere}`,
    });
  },

  examples: {
    passes: [
      { procedure_code: "77067", diagnosis_1: "Z12.31", diagnosis_2: "R92.8" },
      { procedure_code: "45385", modifier_1: "33", diagnosis_1: "Z12.11", diagnosis_2: "D12.3", dx_pointer: "2" },
      { procedure_code: "90715", diagnosis_1: "S61.411A", diagnosis_2: "W26.0XXA" },
      { procedure_code: "G0103", modifier_1: "GY", diagnosis_1: "N40.1" },
      { procedure_code: "45378", diagnosis_1: "K62.5" },
    ],
    finds: [
      { procedure_code: "77067", diagnosis_1: "R92.8", diagnosis_2: "" },
      { procedure_code: "77067", diagnosis_1: "N63.11", diagnosis_2: "Z12.31", dx_pointer: "1" },
      { procedure_code: "45378", modifier_1: "33", diagnosis_1: "K64.8", diagnosis_2: "" },
      { procedure_code: "90686", diagnosis_1: "E11.9" },
    ],
  },
});
