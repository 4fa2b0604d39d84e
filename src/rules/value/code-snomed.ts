import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "code-snomed",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "SNOMED CT concept in a claim's code column",
  why: "SNOMED CT is the language of the medical record. Claims take CPT or HCPCS procedures and ICD-10-CM diagnoses.",
  fix: "Export the billing codes, or have the service and the diagnosis coded from the record.",
  repair: "never",
  sources: ["45 CFR 162.1002", "SNOMED CT Technical Implementation Guide: SCTID, check digit and partition"],
  denial: { carc: ["CO-16"], rarc: ["M51", "M76"] },

  on: ["procedure", "diagnoses", "lineDiagnosis"],
  message: "{code} is a SNOMED CT concept; this column takes {expected}",

  check(value, { key, report }) {
    if (value.problem !== "other-system" || value.system !== "SNOMED CT") return;
    report({ code: value.text, expected: key === "procedure" ? "CPT or HCPCS Level II" : "ICD-10-CM" });
  },

  examples: {
    passes: [{ procedure_code: "99213", diagnosis_1: "I10" }],
    finds: [{ procedure_code: "430193006" }, { diagnosis_1: "44054006" }],
  },
  notes: "Synthetic exports (Synthea) carry SNOMED CT in their claim files.",
});
