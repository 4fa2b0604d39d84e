import { valueRule } from "../../contract/rule.ts";

/** No-break and odd spaces, soft hyphen, zero-width and bidirectional marks, curly quotes, NUL, the replacement character. */
const FOREIGN = /[\u0000\u00A0\u00AD\u2000-\u200F\u2018-\u201F\u202A-\u202F\u2060\u2066-\u2069\u3000\uFEFF\uFFFD]/u;

export default valueRule({
  id: "file-encoding",
  severity: "info",
  tier: "T3",
  since: "0.1.0",
  summary: "Invisible or foreign character in an identifier, a date or a number",
  why: "The clearinghouse compares the cell byte by byte: it rejects the character, or finds no such member or claim.",
  fix: "Delete the character in the source system; it comes along when a value is copied from a web page or a PDF.",
  repair: "safe",
  sources: ["ASC X12 005010 TR3 appendix B: basic and extended character sets"],

  on: [
    "claimId",
    "lineNumber",
    "patientId",
    "memberId",
    "dob",
    "sex",
    "dateOfDeath",
    "serviceFrom",
    "serviceTo",
    "placeOfService",
    "pointers",
    "units",
    "unitType",
    "charge",
    "claimTotal",
    "renderingNpi",
    "billingNpi",
    "referringNpi",
    "orderingNpi",
    "supervisingNpi",
    "facilityNpi",
    "taxId",
    "taxonomy",
    "revenueCode",
    "typeOfBill",
    "drg",
    "admissionDate",
    "dischargeDate",
    "receivedDate",
    "ndc",
    "ndcQuantity",
    "ndcUnit",
    "clia",
    "authorization",
    "frequency",
    "payerControlNumber",
  ],
  message: "The cell holds the character {character}, which is no part of the value",

  check(value, { report }) {
    // A value that is not well formed has a finding of its own, and its text shows the character there.
    const found = value.ok ? FOREIGN.exec(value.text)?.[0] : undefined;
    if (found === undefined) return;
    report({ character: `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}` });
  },

  examples: {
    passes: [
      { claim_id: "CLM-1 " },
      { procedure_code: "99213\u00A0" },
      { payer: "Caf\u00E9\u00A0Health" },
      { service_from: "2026-03-\u200B02" },
    ],
    finds: [{ claim_id: "CLM\u200B1" }, { rendering_npi: "1245319599\u00A0" }, { units: "1\u00A0" }],
  },
  notes: `Procedure, diagnosis and modifier cells are the business of \`code-whitespace-case\`, which knows the code that is
meant; this rule leaves them out, so that one character gives one finding. So are cells that could not be read at all:
the rule of their column reports them. Names and free text may hold any letter.`,
});
