import { placedCells } from "../../codes/icd-version.ts";
import { ICD10CM_FIRST_DAY } from "../../codes/icd10cm-categories.ts";
import { lineRule } from "../../contract/rule.ts";
import type { CodeSystem } from "../../model/values.ts";

/** Systems that a cell of the other kind holds; SNOMED CT, NDC and the like have rules of their own. */
const IN_PROCEDURE: Partial<Record<CodeSystem, string>> = {
  "ICD-10-CM": "an ICD-10-CM diagnosis code",
  "ICD-9-CM": "an ICD-9-CM diagnosis code",
  "ICD-11": "an ICD-11 diagnosis code",
};

const IN_DIAGNOSIS: Partial<Record<CodeSystem, string>> = {
  CPT: "a CPT procedure code",
  HCPCS: "a HCPCS Level II code",
  CDT: "a dental (CDT) procedure code",
  "ICD-9-CM procedure": "an ICD-9-CM procedure code",
  "ICD-10-PCS": "an ICD-10-PCS procedure code",
  "revenue code": "a revenue code",
  NDC: "a National Drug Code",
  "MS-DRG": "an MS-DRG",
  "foreign procedure": "a procedure code of another country",
};

export default lineRule({
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

  needs: [] as never[],
  reads: ["procedure", "diagnoses", "lineDiagnosis", "serviceFrom"],
  columns: ["procedure"],
  message: "{code} looks like {found}; this column takes {expected}",

  check(line, { report }) {
    const { procedure } = line;
    const inProcedure = procedure?.problem === "other-system" ? IN_PROCEDURE[procedure.system] : undefined;
    if (procedure !== undefined && inProcedure !== undefined)
      report("procedure", { code: procedure.text, found: inProcedure, expected: "CPT or HCPCS Level II" });

    const oldDate = (line.serviceFrom?.days ?? ICD10CM_FIRST_DAY) < ICD10CM_FIRST_DAY;
    for (const { at, diagnosis } of placedCells(line)) {
      const found = diagnosis.problem === "other-system" ? IN_DIAGNOSIS[diagnosis.system] : undefined;
      // 25000 is a CPT number and, before October 2015, diabetes in ICD-9-CM.
      if (found === undefined || (diagnosis.fitsIcd9 && oldDate)) continue;
      const either = diagnosis.fitsIcd9 ? `${found} or an ICD-9-CM diagnosis code` : found;
      report(at, { code: diagnosis.text, found: either, expected: oldDate ? "ICD-9-CM" : "ICD-10-CM" });
    }
  },

  examples: {
    passes: [
      { procedure_code: "J1100", diagnosis_1: "J01.90" },
      { procedure_code: "E0601", diagnosis_1: "G47.33" },
      { diagnosis_1: "E0840" },
      { diagnosis_1: "J9312" },
      { diagnosis_1: "25000", service_from: "2014-03-02" },
    ],
    finds: [
      { procedure_code: "E11.9" },
      { procedure_code: "M54.16" },
      { diagnosis_1: "99213" },
      { diagnosis_1: "G2211" },
    ],
  },
  notes:
    "One letter and four digits is the shape of a HCPCS Level II code and of an ICD-10-CM code without its dot " +
    "(J1100 is a drug and J11.00 influenza). The column decides; a dot always means a diagnosis.",
});
