import { claimRule } from "../../contract/rule.ts";
import type { ClaimForm } from "../../model/claim.ts";
import { COLUMNS } from "../../model/columns.ts";

const LINE_FIELDS = [
  "claimId",
  "serviceFrom",
  "placeOfService",
  "procedure",
  "revenueCode",
  "units",
  "charge",
] as const;
const CLAIM_FIELDS = ["dob", "typeOfBill", "billingNpi"] as const;
type Field = (typeof LINE_FIELDS | typeof CLAIM_FIELDS)[number];

/** 837I asks no procedure of a revenue line and 837D no units; vision and pharmacy exports only what all claims have. */
const REQUIRED: Readonly<Record<ClaimForm, readonly Field[]>> = {
  professional: ["claimId", "serviceFrom", "placeOfService", "procedure", "units", "charge", "dob", "billingNpi"],
  institutional: ["claimId", "serviceFrom", "revenueCode", "units", "charge", "dob", "billingNpi", "typeOfBill"],
  dental: ["claimId", "serviceFrom", "procedure", "charge", "dob", "billingNpi"],
  other: ["claimId", "serviceFrom", "charge"],
};

export default claimRule({
  id: "required-field-missing",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Required field is empty",
  why: "Incomplete claims are the most common rejection: the payer does not process the line, or the whole claim.",
  fix: "Fill the field from the source system; a placeholder such as N/A counts as empty.",
  repair: "never",
  sources: [
    "ASC X12N 837P and 837I, loops 2000 to 2400",
    "Medicare Claims Processing Manual, chapter 1, section 80.3.2",
  ],
  denial: { carc: ["CO-16"], rarc: ["M51", "M53", "M79", "M77", "M52", "N257", "N329", "N382"] },

  needs: [],
  reads: [...LINE_FIELDS, ...CLAIM_FIELDS, "patientId", "memberId"],
  message: "Required field {field} is empty",

  check({ lines }, { mapped, report }) {
    const require = (line: (typeof lines)[number], key: Field) => {
      if (REQUIRED[line.form].includes(key) && mapped(line, key)) report(line, key, { field: COLUMNS[key].field });
    };
    for (const line of lines) {
      // 0001 is the total of a paper UB-04: it has a charge and nothing else.
      if (line.revenueCode?.trimmed.padStart(4, "0") === "0001") continue;
      for (const key of LINE_FIELDS) if (line[key] === undefined) require(line, key);
    }
    // Fields of the whole claim may stand on its first line only.
    const first = lines[0]!;
    for (const key of CLAIM_FIELDS) if (lines.every((line) => line[key] === undefined)) require(first, key);
    if (lines.some((line) => line.patientId || line.memberId)) return;
    const known = (["patientId", "memberId"] as const).filter((key) => mapped(first, key));
    if (known[0]) report(first, known[0], { field: known.map((key) => COLUMNS[key].field).join(" or ") });
  },

  examples: {
    passes: [
      { patient_id: "", member_id: "M-77", rendering_npi: "", diagnosis_1: "", diagnosis_2: "" },
      [{ dob: "1980-04-12" }, { line_number: "2", dob: "" }],
      { type_of_bill: "0131", revenue_code: "0250", procedure_code: "", place_of_service: "" },
      { type_of_bill: "0131", revenue_code: "0001", procedure_code: "", units: "" },
    ],
    finds: [
      { procedure_code: "" },
      { place_of_service: "NaN" },
      { patient_id: "", member_id: "" },
      { billing_npi: "0" },
      [{ units: "" }, { line_number: "2", units: "N/A" }],
    ],
  },
  notes: `One finding for each empty field. A field that the file has no column for is not counted line by line:
\`file-header-unmapped\` says it once, and \`inspect\` shows what else is not there. Patient, date of birth, billing
provider and type of bill belong to the whole claim, and one line that carries them is enough. A missing diagnosis is
\`dx-required\`, a missing pointer \`dx-pointer-missing\`; a rendering NPI is not asked for (solo practice).`,
});
