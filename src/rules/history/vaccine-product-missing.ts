import { isVaccineAdministration } from "../../codes/cpt.ts";
import { countsVaccines, isRsvAntibody, isVaccine } from "../../codes/vaccine.ts";
import { codeList, vaccineProblem } from "../../codes/vaccine-count.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, groupByBiller, isVoid } from "../../model/encounter.ts";

type Reads = "units" | "modifiers" | "claimId" | (typeof ENCOUNTER_COLUMNS)[number];
type Line = LineView<"procedure" | "serviceFrom", Reads>;

/** Equal lines are duplicate-line, and what they add up to says nothing. */
function hasTwins(lines: readonly Line[]): boolean {
  const keys = lines.map((line) => `${line.procedure.code} ${modifierCodes(line).toSorted()} ${line.units?.amount}`);
  return new Set(keys).size < keys.length;
}

export default historyRule({
  id: "vaccine-product-missing",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Vaccine administration does not agree with the vaccines billed",
  why: "The payer counts one administration for each vaccine; those without a vaccine are denied, missing ones are not paid.",
  fix: "Compare with the immunization record: one product line and one administration for each vaccine.",
  repair: "never",
  sources: [
    "CPT, immunization administration guidelines",
    "Medicare Claims Processing Manual, chapter 18, section 10.2",
  ],
  denial: { carc: ["CO-16", "CO-97"], rarc: ["M51"] },

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: ["units", "modifiers", "claimId", ...ENCOUNTER_COLUMNS],
  procedures: (code) => isVaccine(code) || isRsvAntibody(code) || isVaccineAdministration(code),
  message: "{codes}: {problem}",

  start: () => [] as Line[],
  step: (lines, line) => void (isVoid(line) || lines.push(line)),
  finish(lines, { report }) {
    // The retired COVID-19 codes (0001A) came with free vaccine.
    const given = lines.filter((line) => countsVaccines(line.procedure) || line.procedure.number === 90480);
    const [first] = given;
    // On a day with facility claims the vaccine, or the giving of it, may be the facility's.
    if (first === undefined || hasTwins(lines) || lines.some((line) => line.form !== "professional")) return;
    if (!lines.some((line) => isVaccine(line.procedure) || isRsvAntibody(line.procedure))) {
      // A vaccine that came free is not billed to Medicare, and in some states not to Medicaid.
      const free = first.payerKind === "medicare" || first.payerKind === "medicaid";
      const slots = { codes: codeList(given), problem: "no vaccine is billed on this day" };
      report(first, "procedure", slots, free ? { severity: "info" } : {});
      return;
    }
    for (const group of groupByBiller(lines)) {
      const found = vaccineProblem(group);
      if (found === undefined) continue;
      const codes = codeList(group.filter((line) => isVaccineAdministration(line.procedure)));
      const extra = found.line.payerKind === "medicaid" ? ({ severity: "info" } as const) : {};
      report(found.line, "procedure", { codes, problem: found.problem }, extra);
    }
  },

  examples: {
    passes: [
      [{ procedure_code: "90471" }, { procedure_code: "90715" }],
      [{ procedure_code: "90480" }, { procedure_code: "91320" }],
      [{ procedure_code: "90460" }, { procedure_code: "90461", units: "2" }, { procedure_code: "90707" }],
    ],
    finds: [
      [{ procedure_code: "90471" }, { procedure_code: "90472", units: "3" }, { procedure_code: "90715" }],
      [{ procedure_code: "90471" }, { procedure_code: "90473" }, { procedure_code: "90715" }],
    ],
  },
  notes:
    "90461 counts components and is not compared. Silent where lines repeat (`duplicate-line`), and on the numbers where " +
    "another biller has the vaccine. Advisory for Medicaid and, without any vaccine, for Medicare.",
});
