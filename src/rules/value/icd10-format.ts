import { isInternationalIcd10 } from "../../codes/international-icd10.ts";
import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "icd10-format",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Diagnosis has not the form of an ICD-10-CM code",
  why: "The payer cannot read the diagnosis and rejects the claim.",
  fix: "Check the code against the record: a letter first, three to seven characters, the dot after the third.",
  repair: "suggest",
  sources: ["ICD-10-CM Official Guidelines, section I.A.2 (format and structure)", "45 CFR 162.1002"],
  denial: { carc: ["CO-16", "CO-146"], rarc: ["M76"] },

  on: ["diagnoses", "lineDiagnosis"],
  message: '"{raw}" is not an ICD-10-CM code: three to seven characters, a letter first, the dot after the third',

  check(value, { report }) {
    if (value.problem !== "format" || isInternationalIcd10(value)) return;
    const { candidate } = value;
    report({ raw: value.text }, candidate === undefined ? {} : { suggestion: { safe: false, replacement: candidate } });
  },

  examples: {
    passes: [
      { diagnosis_1: "E119" },
      { diagnosis_1: "O9A.211" },
      { diagnosis_1: "U07.1" },
      { diagnosis_1: "C4A.0" },
      { diagnosis_1: "A17.0†" },
    ],
    finds: [{ diagnosis_1: "1E11" }, { diagnosis_1: "E11.9.1" }, { diagnosis_1: "E1.19" }],
  },
  notes:
    "ICD-10-CM codes have three to seven characters, not three or four: the extra ones hold the detail payers ask for.",
});
