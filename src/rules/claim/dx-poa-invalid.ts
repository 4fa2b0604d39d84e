import { isInpatientBill } from "../../codes/short-number.ts";
import { claimRule } from "../../contract/rule.ts";

const VALID = new Set(["Y", "N", "U", "W"]);

export default claimRule({
  id: "dx-poa-invalid",
  severity: "error",
  tier: "T3",
  since: "0.1.0",
  summary: "Present-on-admission indicator is not Y, N, U or W",
  why: "An inpatient claim with an unknown indicator is returned to the hospital.",
  fix: "Report Y, N, U or W from the record; leave it empty for a diagnosis that is exempt.",
  repair: "suggest",
  sources: [
    "ICD-10-CM Official Guidelines, appendix I",
    "CMS, Hospital-Acquired Conditions: coding of the present-on-admission indicator",
    "ASC X12N 837I (005010X223A2), 2300 HI01-9",
  ],
  doubt: "Whether an empty one is right cannot be told without the list of exempt codes.",
  denial: { carc: ["CO-16"], rarc: ["N434"] },
  payers: ["medicare"],
  forms: ["institutional"],

  needs: ["typeOfBill"],
  reads: ["presentOnAdmission"],
  columns: ["presentOnAdmission"],
  message: 'Present-on-admission indicator {position} is "{poa}"',

  check({ lines }, { report }) {
    const told = new Set<string>();
    for (const line of lines) {
      if (!isInpatientBill(line.typeOfBill)) continue;
      line.presentOnAdmission.forEach((poa, slot) => {
        const text = poa?.trimmed.toUpperCase() ?? "Y";
        if (VALID.has(text) || told.has(`${slot} ${text}`)) return;
        told.add(`${slot} ${text}`);
        // 1 meant exempt before version 5010.
        const suggestion = text === "1" ? { suggestion: { safe: false, replacement: "" } } : {};
        report(line, ["presentOnAdmission", slot], { position: slot + 1, poa: text }, suggestion);
      });
    }
  },

  examples: {
    passes: [
      { type_of_bill: "0111", revenue_code: "0120", poa_1: "Y", poa_2: "w" },
      { type_of_bill: "0111", revenue_code: "0120", poa_1: "Y", poa_2: "" },
      { type_of_bill: "0131", revenue_code: "0510", poa_1: "X" },
    ],
    finds: [
      { type_of_bill: "0111", revenue_code: "0120", poa_1: "X" },
      { type_of_bill: "0111", revenue_code: "0120", poa_1: "Y", poa_2: "1" },
    ],
  },
});
