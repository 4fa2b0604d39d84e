import { valueRule } from "../../contract/rule.ts";
import type { CodeSystem } from "../../model/values.ts";

/** Diagnosis systems, as a procedure cell may hold them; the others have rules of their own. */
const IN_PROCEDURE: ReadonlyMap<CodeSystem, string> = new Map([
  ["ICD-10-CM", "an ICD-10-CM diagnosis code"],
  ["ICD-9-CM", "an ICD-9-CM diagnosis code"],
  ["ICD-11", "an ICD-11 diagnosis code"],
]);

const IN_DIAGNOSIS: ReadonlyMap<CodeSystem, string> = new Map([
  ["CPT", "a CPT procedure code"],
  ["HCPCS", "a HCPCS Level II code"],
  ["CDT", "a dental (CDT) procedure code"],
  ["ICD-9-CM procedure", "an ICD-9-CM procedure code"],
  ["ICD-10-PCS", "an ICD-10-PCS procedure code"],
  ["revenue code", "a revenue code"],
  ["NDC", "a National Drug Code"],
  ["MS-DRG", "an MS-DRG"],
  ["foreign procedure", "a procedure code of another country"],
]);

export default valueRule({
  id: "code-system-swapped",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Diagnosis code in the procedure column, or procedure code in a diagnosis column",
  why: "Procedures are billed with CPT or HCPCS Level II, their reasons with ICD-10-CM. The payer rejects the line.",
  fix: "Look whether the columns are mapped the wrong way round (`--map`); else move the code to its own column.",
  repair: "suggest",
  sources: ["45 CFR 162.1002: the code set for each kind of information"],
  denial: { carc: ["CO-16"], rarc: ["M51", "M76"] },

  on: ["procedure", "diagnoses", "lineDiagnosis"],
  message: "{code} is {found}; this column takes {expected}",

  check(value, { key, report }) {
    if (value.problem !== "other-system") return;
    const procedure = key === "procedure";
    const found = (procedure ? IN_PROCEDURE : IN_DIAGNOSIS).get(value.system);
    if (found === undefined) return;
    report({ code: value.text, found, expected: procedure ? "CPT or HCPCS Level II" : "ICD-10-CM" });
  },

  examples: {
    passes: [
      { procedure_code: "J1100", diagnosis_1: "J01.90" },
      { procedure_code: "E0601", diagnosis_1: "G47.33" },
      { diagnosis_1: "E0840" },
      { diagnosis_1: "J9312" },
    ],
    finds: [{ procedure_code: "E11.9" }, { procedure_code: "M54.16" }, { diagnosis_1: "G2211" }],
  },
  notes:
    "One letter and four digits is the shape of a HCPCS Level II code and of an ICD-10-CM code without its dot " +
    "(J1100 is a drug and J11.00 influenza). The column decides; a dot always means a diagnosis.",
});
