import { type LineView, lineRule } from "../../contract/rule.ts";
import type { ProcedureCode } from "../../model/values.ts";

const NOT_MEDICARE = /^[HST]\d{4}$/;
const HOSPITAL_ONLY = /^C\d{4}$/;
/** Ambulatory surgical centers bill on the professional form and do use C codes. */
const SURGICAL_CENTER = "24";

function mismatch(line: LineView<"procedure", "placeOfService">): string | undefined {
  const { code } = line.procedure;
  if (NOT_MEDICARE.test(code)) {
    if (line.payerKind !== "medicare") return undefined;
    return code.startsWith("S")
      ? "is for private payers; Medicare does not take it"
      : "is for Medicaid programs; Medicare does not take it";
  }
  if (line.form !== "professional" || line.placeOfService?.code === SURGICAL_CENTER) return undefined;
  return "is for hospital outpatient claims; professional claims do not take it";
}

export default lineRule({
  id: "hcpcs-payer-mismatch",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "HCPCS code that this payer or claim form does not take",
  why: "H, S and T codes were made for Medicaid and private payers, C codes for hospital outpatient claims; elsewhere they are denied.",
  fix: "Use the code this payer takes for the service (often CPT), or check that the claim goes to the right payer.",
  repair: "never",
  sources: [
    "CMS, HCPCS Level II coding procedures: code families",
    "CMS, National Physician Fee Schedule relative value file: status I (not valid for Medicare)",
  ],
  denial: { carc: ["CO-16", "CO-96", "CO-109"], rarc: ["M51", "N425"] },

  needs: ["procedure"],
  reads: ["placeOfService"],
  procedures: (code: ProcedureCode) => NOT_MEDICARE.test(code.code) || HOSPITAL_ONLY.test(code.code),
  message: "{code} {mismatch}",

  check(line, { report }) {
    const found = mismatch(line);
    if (found !== undefined) report("procedure", { code: line.procedure.code, mismatch: found });
  },

  examples: {
    passes: [
      { procedure_code: "T1019", $payer: "medicaid" },
      { procedure_code: "S9083", $payer: "commercial" },
      { procedure_code: "S9083" },
      { procedure_code: "C1713", type_of_bill: "131", revenue_code: "0278" },
      { procedure_code: "C1713", place_of_service: "24" },
    ],
    finds: [
      { procedure_code: "S9083", $payer: "medicare" },
      { procedure_code: "H0031", $payer: "medicare" },
      { procedure_code: "C1713" },
    ],
  },
  notes: "G codes billed to other payers are not flagged: many of them take G codes by contract.",
});
