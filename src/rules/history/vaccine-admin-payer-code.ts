import { countsVaccines, isCovidVaccine, isVaccine, medicareAdministration } from "../../codes/vaccine.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { ENCOUNTER_COLUMNS, groupByBiller } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom" | "units", "claimId" | (typeof ENCOUNTER_COLUMNS)[number]>;

const isMedicareCode = (line: Line) => line.procedure.system === "HCPCS";
const expectedOf = (line: Line) => medicareAdministration(line.procedure);

export default historyRule({
  id: "vaccine-admin-payer-code",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Vaccine billed to Medicare under an administration code that Medicare does not take for it",
  why: "For influenza, pneumococcal and hepatitis B vaccines Medicare pays the administration under G0008, G0009 and G0010 only.",
  fix: "Use the G code of the vaccine; other vaccines keep 90471–90474.",
  repair: "suggest",
  sources: ["Medicare Claims Processing Manual, chapter 18, section 10.2"],
  denial: { carc: ["CO-16", "CO-4"], rarc: ["M51"] },
  payers: ["medicare"],
  forms: ["professional"],

  per: "patient+date",
  needs: ["procedure", "serviceFrom", "units"],
  reads: ["claimId", ...ENCOUNTER_COLUMNS],
  procedures: (code) => countsVaccines(code) || isVaccine(code),
  message: "{code} for {vaccine}: Medicare takes {expected}",

  start: () => [] as Line[],
  step: (lines, line) => void (line.payerKind === "medicare" && lines.push(line)),
  finish(lines, { report }) {
    for (const group of groupByBiller(lines)) {
      const vaccines = group.filter((line) => isVaccine(line.procedure) && !isCovidVaccine(line.procedure));
      const given = group.filter((line) => countsVaccines(line.procedure));
      const wanted = vaccines.map((line) => expectedOf(line) as string | undefined);
      const missing = vaccines.find((line) => {
        const expected = expectedOf(line);
        return expected !== undefined && !given.some((other) => other.procedure.code === expected);
      });
      const expected = missing && expectedOf(missing);
      if (missing === undefined || expected === undefined) continue;
      const [cpt] = given.filter((line) => !isMedicareCode(line));
      const spare = given.reduce((sum, line) => sum + (isMedicareCode(line) ? 0 : line.units.amount), 0);
      const others = wanted.filter((code) => code === undefined).length;
      const wrong =
        given.find((line) => isMedicareCode(line) && !wanted.includes(line.procedure.code)) ??
        (spare > others ? cpt : undefined);
      if (wrong === undefined) continue;
      const slots = { code: wrong.procedure.code, vaccine: missing.procedure.code, expected };
      const suggestion = { safe: false, replacement: expected };
      const related = [{ line: missing, at: "procedure", label: "the vaccine" }] as const;
      report(wrong, "procedure", slots, { related, suggestion });
    }
  },

  examples: {
    passes: [
      [{ procedure_code: "90662", $payer: "medicare" }, { procedure_code: "G0008" }],
      [{ procedure_code: "90686", $payer: "commercial" }, { procedure_code: "90471" }],
      [{ procedure_code: "90750", $payer: "medicare" }, { procedure_code: "90471" }],
    ],
    finds: [
      [{ procedure_code: "90662", $payer: "medicare" }, { procedure_code: "90471" }],
      [{ procedure_code: "90732", $payer: "medicare" }, { procedure_code: "G0008" }],
    ],
  },
  notes:
    "Only where the payer is known to be Medicare fee-for-service. G0008–G0010 to other payers are not flagged: Medicare " +
    "Advantage plans ask for them, and a plan's name does not always tell.",
});
