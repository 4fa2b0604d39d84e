import { isInternationalIcd10 } from "../../codes/international-icd10.ts";
import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "icd10-international-variant",
  severity: "warning",
  tier: "T3",
  since: "0.1.0",
  summary: "Diagnosis of the WHO's ICD-10 or another country's edition",
  why: "The WHO's ICD-10 is used worldwide, but US claims take its US clinical modification, ICD-10-CM, which has other codes.",
  fix: "Code the diagnosis from the record with ICD-10-CM.",
  repair: "never",
  sources: ["WHO, ICD-10 (2019)", "45 CFR 162.1002"],
  denial: { carc: ["CO-16"], rarc: ["M76"] },

  on: ["diagnoses", "lineDiagnosis"],
  message: '"{raw}" belongs to the international ICD-10; US claims take ICD-10-CM',

  check(value, { report }) {
    if (isInternationalIcd10(value)) report({ raw: value.text });
  },

  examples: {
    passes: [{ diagnosis_1: "I63.9" }, { diagnosis_1: "A17.0" }],
    finds: [{ diagnosis_1: "I64" }, { diagnosis_1: "A17.0†" }, { diagnosis_1: "J06.9 G" }],
  },
  notes:
    "Codes such as K35.9, whose category both editions have, need the ICD-10-CM file and are found as unknown codes.",
});
