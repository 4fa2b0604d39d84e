import { visitFamily } from "../../codes/visit.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, type EncounterColumn, sameProvider } from "../../model/encounter.ts";

type Extra = "modifiers" | "facilityNpi" | "placeOfService" | "admissionDate" | "dischargeDate";
type Line = LineView<"procedure" | "serviceFrom", EncounterColumn | Extra>;

/** Two stays on one day: discharged from one facility, admitted to another, or back for another reason. */
function twoStays(a: Line, b: Line): boolean {
  if ([...modifierCodes(a), ...modifierCodes(b)].some((m) => ["25", "59", "XE", "76", "77"].includes(m))) return true;
  if (a.placeOfService?.ok && b.placeOfService?.ok && a.placeOfService.code !== b.placeOfService.code) return true;
  return a.facilityNpi?.ok === true && b.facilityNpi?.ok === true && a.facilityNpi.npi !== b.facilityNpi.npi;
}

export default historyRule({
  id: "em-admit-discharge-same-day",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Codes for admission and discharge do not agree with the days of the stay",
  why: "Admission and discharge on one day are one service (99234–99236); the payer pays one of two codes, or none.",
  fix: "Use 99234–99236 for a stay of 8 hours or more within one day, the initial code alone below that.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 12, section 30.6.9.1.B", "CPT, hospital services guidelines"],
  denial: { carc: ["CO-97", "CO-B15"] },
  forms: ["professional"],

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: [...ENCOUNTER_COLUMNS, "modifiers", "facilityNpi", "placeOfService", "admissionDate", "dischargeDate"],
  procedures: (code) => ["initial hospital", "discharge", "same-day stay"].includes(visitFamily(code) ?? ""),
  message: "{code} {problem}",

  start: () => [] as Line[],
  step(lines, line, { report }) {
    const family = visitFamily(line.procedure);
    const { code } = line.procedure;
    if (family === "same-day stay") {
      const [admitted, discharged] = [line.admissionDate?.days, line.dischargeDate?.days];
      if (admitted === undefined || discharged === undefined || admitted === discharged) return;
      report(line, "procedure", {
        code,
        problem: "is for a stay of one day; the dates of the stay are two",
      });
      return;
    }
    const other = lines.find((earlier) => visitFamily(earlier.procedure) !== family && sameProvider(line, earlier));
    lines.push(line);
    if (other === undefined || twoStays(line, other)) return;
    const problem = `and ${other.procedure.code} on one day: 99234–99236 cover both`;
    report(
      line,
      "procedure",
      { code, problem },
      { related: [{ line: other, at: "procedure", label: "the other code" }] },
    );
  },

  examples: {
    passes: [
      { procedure_code: "99235" },
      [
        { procedure_code: "99222", service_from: "2026-03-02" },
        { procedure_code: "99238", service_from: "2026-03-03", line_number: "2" },
      ],
      [{ procedure_code: "99222" }, { procedure_code: "99238", claim_id: "B", rendering_npi: "2123456784" }],
    ],
    finds: [
      [{ procedure_code: "99222" }, { procedure_code: "99238", line_number: "2" }],
      { procedure_code: "99235", admission_date: "2026-03-02", discharge_date: "2026-03-03" },
    ],
  },
  notes:
    "Silent where the places or facilities of the two lines differ, where modifier 25, 59 or XE says that they are separate, and where the provider is unknown.",
});
