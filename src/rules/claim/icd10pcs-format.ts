import { tidyCode } from "../../codes/code-text.ts";
import { ICD10CM_FIRST_DAY } from "../../codes/icd10cm-categories.ts";
import { icd10PcsMeant, isIcd10PcsShape } from "../../codes/icd10pcs.ts";
import { isInpatientBill } from "../../codes/short-number.ts";
import { claimRule } from "../../contract/rule.ts";

export default claimRule({
  id: "icd10pcs-format",
  severity: "error",
  tier: "T3",
  since: "0.1.0",
  summary: "Inpatient procedure is not an ICD-10-PCS code",
  why: "An inpatient bill is grouped by its ICD-10-PCS codes; one that is not of that form is returned.",
  fix: "Seven characters without I and O and without a point; take the code from the coding summary of the stay.",
  repair: "suggest",
  sources: [
    "ICD-10-PCS, structure of the code",
    "45 CFR 162.1002(c)(3)",
    "ASC X12N 837I (005010X223A2), 2300 HI (BBR, BBQ)",
  ],
  denial: { carc: ["CO-16"], rarc: ["M67", "MA66"] },
  forms: ["institutional"],

  needs: ["inpatientProcedures"],
  reads: ["typeOfBill", "drg", "serviceFrom", "serviceTo", "dischargeDate"],
  message: '"{raw}" is not an ICD-10-PCS code',

  check({ lines }, { report }) {
    const seen = new Set<string>();
    for (const line of lines) {
      // An outpatient bill has CPT in columns of this name, and nothing to be grouped.
      if (line.typeOfBill === undefined ? line.drg === undefined : !isInpatientBill(line.typeOfBill)) continue;
      const end = line.dischargeDate?.days ?? line.serviceTo?.days ?? line.serviceFrom?.days;
      if (end === undefined || end < ICD10CM_FIRST_DAY) continue;
      line.inpatientProcedures.forEach((cell, slot) => {
        if (cell === undefined || seen.has(cell.text) || isIcd10PcsShape(tidyCode(cell.text))) return;
        seen.add(cell.text);
        const replacement = icd10PcsMeant(cell.text);
        const extra = replacement === undefined ? undefined : { suggestion: { safe: false, replacement } };
        report(line, ["inpatientProcedures", slot], { raw: cell.text }, extra);
      });
    }
  },

  examples: {
    passes: [
      { type_of_bill: "111", inpatient_procedure_1: "0SRD0J9", inpatient_procedure_2: "4A023N7" },
      { type_of_bill: "111", inpatient_procedure_1: "81.54", service_from: "2015-09-30" },
      { type_of_bill: "131", inpatient_procedure_1: "27447" },
    ],
    finds: [
      { type_of_bill: "111", inpatient_procedure_1: "0SRD0J" },
      { type_of_bill: "111", inpatient_procedure_1: "0SRDOJ9" },
    ],
    skips: [{ type_of_bill: "111", inpatient_procedure_1: "" }],
  },
  doubt: "Whether the code exists is not checked: the ICD-10-PCS order file is no data set of claimlint.",
});
