import { isAnesthesia } from "../../codes/cpt.ts";
import { isSuppliedForAPeriod } from "../../codes/span.ts";
import { claimRule, type LineView } from "../../contract/rule.ts";
import { day, formatDate } from "../../model/dates.ts";

type Line = LineView<"serviceFrom", "serviceTo" | "procedure" | "typeOfBill" | "drg">;

/** First day on which ICD-10-CM is required on US claims (45 CFR 162.1002(c)). */
const CUTOVER = day("2015-10-01");

/** Services whose code set goes by the first day, although they end after the boundary. */
function goesByFirstDay({ procedure, serviceFrom, serviceTo }: Line): boolean {
  if (!procedure?.ok) return false;
  if (isSuppliedForAPeriod(procedure)) return true;
  const oneNight = serviceTo?.days === serviceFrom.days! + 1;
  const emergency = procedure.number >= 99281 && procedure.number <= 99285;
  return oneNight && (isAnesthesia(procedure) || emergency);
}

/** An inpatient stay goes by its discharge date and is not split. */
function isInpatient({ form, typeOfBill, drg }: Line): boolean {
  return form === "institutional" && (drg !== undefined || /^0?(?:1[18]|21|41|86)/.test(typeOfBill?.trimmed ?? ""));
}

export default claimRule({
  id: "date-cutover-span",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Claim spans the change from ICD-9-CM to ICD-10-CM on 2015-10-01",
  why: "A claim carries diagnoses of one code set only; payers return one with services before and after the change.",
  fix: "Split the claim: services through 2015-09-30 with ICD-9-CM, later ones with ICD-10-CM.",
  repair: "never",
  sources: ["45 CFR 162.1002", "MLN Matters SE1325 and SE1408: claims that span the ICD-10 implementation date"],
  denial: { carc: ["CO-16", "CO-146"], rarc: ["M76"] },

  needs: ["serviceFrom"],
  reads: ["serviceTo", "procedure", "typeOfBill", "drg"],
  message: "{subject} from {from} to {to} crosses {boundary}; the code set of the diagnoses changes there",

  check({ lines }, { report }) {
    const judged = lines.filter((line) => !isInpatient(line));
    const boundary = formatDate(CUTOVER);
    const spanning = judged.filter((l) => l.serviceFrom.days! < CUTOVER && (l.serviceTo?.days ?? 0) >= CUTOVER);
    const split = spanning.filter((line) => !goesByFirstDay(line));
    for (const line of split) {
      report(line, "serviceTo", { subject: "The line", from: line.serviceFrom, to: line.serviceTo!, boundary });
    }
    if (split.length > 0) return;
    const before = judged.find((line) => line.serviceFrom.days! < CUTOVER);
    const after = judged.find((line) => line.serviceFrom.days! >= CUTOVER);
    if (before === undefined || after === undefined) return;
    const slots = { subject: "The claim", from: before.serviceFrom, to: after.serviceFrom, boundary };
    report(after, "serviceFrom", slots, {
      related: [{ line: before, at: "serviceFrom", label: "a service before the change" }],
    });
  },

  examples: {
    passes: [
      { service_from: "2015-09-29", service_to: "2015-09-30" },
      { service_from: "2015-10-01", service_to: "2015-10-02" },
      { service_from: "2015-09-30", service_to: "2015-10-01", procedure_code: "00840" },
      { service_from: "2015-09-15", service_to: "2015-10-14", procedure_code: "E0601", modifier_1: "RR" },
      { service_from: "2015-09-29", service_to: "2015-10-02", type_of_bill: "0111" },
      { service_from: "2025-09-29", service_to: "2025-10-02" },
    ],
    finds: [
      { service_from: "2015-09-28", service_to: "2015-10-03", procedure_code: "97110" },
      [{ service_from: "2015-09-30" }, { line_number: "2", service_from: "2015-10-01" }],
    ],
  },
  notes: `Go by the first day and are not flagged: equipment and supplies for a period; anesthesia and emergency visits that
run past midnight. Inpatient claims go by the discharge date. At later 1 October boundaries each diagnosis is judged on
the line's own date: \`icd10-not-valid-on-date\`.`,
});
