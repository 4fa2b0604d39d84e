import { lineRule } from "../../contract/rule.ts";

/** Hospital inpatient part B, outpatient, and non-patient bills; not critical access (85x), which OPPS does not price. */
const OUTPATIENT = /^0?1[234][1-9A-Z]?$/i;

/**
 * Laboratory, imaging, therapy, emergency room, pulmonary, audiology, clinic, MRI, drugs with a detailed code. Left out is
 * what OPPS lets stand without a code, as packaged: pharmacy, supplies, operating room, anesthesia, blood, respiratory
 * therapy, radiopharmaceuticals (0343, 0344), recovery, EKG, treatment room and observation.
 */
const NEEDS_CODE = /^0(?:3[01]\d|32\d|35[012]|34[012]|40[1234]|4[234]\d|45[0-29]|460|47[0-2]|51\d|61\d|636)$/;

export default lineRule({
  id: "revenue-hcpcs-required",
  severity: "error",
  tier: "T3",
  since: "0.1.0",
  summary: "Outpatient revenue code without the procedure it must carry",
  why: "Outpatient services are paid by HCPCS code; a line that has only a revenue code of this kind is returned.",
  fix: "Add the CPT or HCPCS code from the order or the charge master.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 4, sections 10.4 and 20",
    "Medicare Claims Processing Manual, chapter 25, section 75.4 (FL 44)",
    "Integrated Outpatient Code Editor, edit 48 (revenue center requires HCPCS)",
  ],
  denial: { carc: ["CO-16"], rarc: ["M20", "M51"] },
  payers: ["medicare"],
  forms: ["institutional"],

  needs: ["revenueCode", "typeOfBill"],
  reads: ["procedure", "charge"],
  columns: ["procedure"],
  message: "Revenue code {revenue} on bill type {bill} needs a CPT or HCPCS code",

  check(line, { report }) {
    if (line.procedure !== undefined || line.charge?.cents === 0) return;
    const revenue = line.revenueCode.trimmed.padStart(4, "0");
    const bill = line.typeOfBill.trimmed;
    if (OUTPATIENT.test(bill) && NEEDS_CODE.test(revenue)) report("revenueCode", { revenue, bill });
  },

  examples: {
    passes: [
      { revenue_code: "0450", type_of_bill: "131", procedure_code: "99284", $payer: "medicare" },
      { revenue_code: "0270", type_of_bill: "131", procedure_code: "", $payer: "medicare" },
      { revenue_code: "0300", type_of_bill: "111", procedure_code: "", $payer: "medicare" },
    ],
    finds: [
      { revenue_code: "0450", type_of_bill: "131", procedure_code: "", $payer: "medicare" },
      { revenue_code: "0300", type_of_bill: "0141", procedure_code: "", $payer: "medicare" },
    ],
    skips: [{ revenue_code: "0450", type_of_bill: "" }],
  },
});
