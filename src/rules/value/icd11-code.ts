import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "icd11-code",
  severity: "error",
  tier: "T3",
  since: "0.1.0",
  summary: "ICD-11 code in a diagnosis column",
  why: "ICD-11 is in international use since 2022 but has not been adopted for US claims.",
  fix: "Code the diagnosis from the record with ICD-10-CM.",
  repair: "never",
  sources: ["45 CFR 162.1002", "WHO, ICD-11 MMS: code structure"],
  denial: { carc: ["CO-16"], rarc: ["M76"] },

  on: ["diagnoses", "lineDiagnosis"],
  message: "{code} looks like ICD-11; US claims take ICD-10-CM",

  check(value, { report }) {
    if (value.problem === "other-system" && value.system === "ICD-11") report({ code: value.text });
  },

  examples: {
    passes: [{ diagnosis_1: "E11.9" }, { diagnosis_1: "QA0.0101" }],
    finds: [{ diagnosis_1: "5A11" }, { diagnosis_1: "BA00.Z" }],
  },
});
