import { foreignCharacter, withoutForeign } from "../../codes/foreign.ts";
import { valueRule } from "../../contract/rule.ts";

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
    const found = value.ok ? foreignCharacter(value.text) : undefined;
    if (found === undefined) return;
    const character = `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
    const replacement = withoutForeign(value.text);
    report({ character }, replacement === undefined ? {} : { suggestion: { safe: true, replacement } });
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
