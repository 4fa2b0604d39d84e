import { isInternationalIcd10 } from "../../codes/international-icd10.ts";
import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "icd10-category-unknown",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "ICD-10-CM has no category of these three characters",
  why: "A diagnosis outside the code set is rejected, whatever stands behind its first three characters.",
  fix: "Look for a slip of the key, and code the diagnosis from the record.",
  repair: "suggest",
  sources: ["CMS/NCHS, ICD-10-CM order file FY2026: the 1,918 categories", "45 CFR 162.1002"],
  doubt: "A category that a release after FY2026 brings is not known yet; the ICD-10-CM file of the date decides.",
  denial: { carc: ["CO-16", "CO-146"], rarc: ["M76"] },

  on: ["diagnoses", "lineDiagnosis"],
  message: "{code}: ICD-10-CM has no category {category}",

  check(value, { report }) {
    if (value.problem !== "unknown-category" || isInternationalIcd10(value)) return;
    const slots = { code: value.dotted, category: value.category };
    const { candidate } = value;
    report(slots, candidate === undefined ? {} : { suggestion: { safe: false, replacement: candidate } });
  },

  examples: {
    passes: [{ diagnosis_1: "U09.9" }, { diagnosis_1: "Z3A.20" }, { diagnosis_1: "I64" }],
    finds: [{ diagnosis_1: "E17.9" }, { diagnosis_1: "Z96.1", diagnosis_2: "K97.1" }],
  },
});
