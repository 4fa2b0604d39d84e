import { isIcd10Code, linkedInWords } from "../../codes/listed.ts";
import { sideOf } from "../../codes/modifier.ts";
import { lineRule } from "../../contract/rule.ts";
import icd10cm from "../../datasets/icd10cm.ts";
import { contrarySide, isHarvest, isImaging } from "../../datasets/parts/laterality.ts";
import { linkedDiagnoses, modifierCodes, modifierSlot } from "../../model/claim.ts";

export default lineRule({
  id: "dx-laterality-vs-modifier",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Modifier and diagnosis name different sides of the body",
  why: "A procedure on one side with a diagnosis of the other looks like the wrong site; payers deny it.",
  fix: "Compare both with the record: the modifier, the diagnosis or the pointer is of another line.",
  repair: "never",
  sources: [
    "ICD-10-CM Official Guidelines, section I.B.13 (laterality)",
    "NCCI Policy Manual, chapter I, section E (anatomic modifiers)",
  ],
  denial: { carc: ["CO-4", "CO-11", "CO-16"], rarc: ["M76"] },
  data: { codes: icd10cm },

  needs: ["procedure", "modifiers", "diagnoses", "serviceFrom"],
  reads: ["pointers", "lineDiagnosis", "diagnosisVersion"],
  procedures: (code) => code.system === "CPT" && !isHarvest(code),
  message: "Modifier {modifier} ({side}) does not agree with {code} ({other}): {linked}",

  check(line, { data, report }) {
    const modifiers = modifierCodes(line);
    const [side, second] = new Set(modifiers.map(sideOf).filter((each) => each !== undefined));
    const both = modifiers.includes("50");
    if (second !== undefined || both === (side !== undefined) || (both && isImaging(line.procedure))) return;
    const linked = linkedDiagnoses(line);
    const icd10 = linked.diagnoses.filter((diagnosis) => isIcd10Code(line, diagnosis));
    const contrary = contrarySide(icd10, side ?? "both", data.codes);
    if (contrary === undefined) return;
    const modifier = both ? "50" : modifiers.find((each) => sideOf(each) !== undefined)!;
    const slots = {
      modifier,
      side: both ? "both sides" : `${side} side`,
      code: contrary.diagnosis.dotted,
      other: contrary.side,
      linked: linkedInWords(linked),
    };
    report(["modifiers", modifierSlot(line, modifier)], slots, isImaging(line.procedure) ? { severity: "info" } : {});
  },

  examples: {
    data: {
      codes: [
        { code: "M25.561", title: "Pain in right knee" },
        { code: "M25.562", title: "Pain in left knee" },
        { code: "M17.0", title: "Bilateral primary osteoarthritis of knee" },
        { code: "M17.11", title: "Unilateral primary osteoarthritis, right knee" },
        { code: "M17.12", title: "Unilateral primary osteoarthritis, left knee" },
      ],
    },
    passes: [
      { procedure_code: "20610", modifier_1: "RT", diagnosis_1: "M25.561" },
      { procedure_code: "20610", modifier_1: "50", diagnosis_1: "M17.0" },
      { procedure_code: "20610", modifier_1: "LT", diagnosis_1: "M25.561", diagnosis_2: "M25.562", dx_pointer: "1,2" },
      { procedure_code: "20610", modifier_1: "LT", diagnosis_1: "E11.9", diagnosis_2: "M25.561", dx_pointer: "1,2" },
    ],
    finds: [
      { procedure_code: "20610", modifier_1: "LT", diagnosis_1: "M25.561" },
      { procedure_code: "20610", modifier_1: "50", diagnosis_1: "M17.11" },
    ],
  },
  notes:
    "The side is read from the official title. Not flagged: lesions of the brain, which show on the other side, " +
    "prophylactic operations (Z40.-), harvested grafts, supplies, and lines whose first diagnosis has no side.",
});
