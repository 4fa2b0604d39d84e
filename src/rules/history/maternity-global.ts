import { historyRule, type LineView } from "../../contract/rule.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, type EncounterColumn, sameBiller } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", EncounterColumn | "serviceTo" | "modifiers" | "diagnoses">;

/** Antepartum care, delivery and postpartum care in one. */
const GLOBAL = new Set("59400 59510 59610 59618".split(" "));

/** The parts, and how many days before and after the delivery they belong to it. Well under a second pregnancy. */
const PARTS = new Map<string, readonly [before: number, after: number]>([
  ...["59425", "59426"].map((code) => [code, [190, 0]] as const),
  ...["59409", "59410", "59514", "59515", "59612", "59614", "59620", "59622"].map((code) => [code, [3, 3]] as const),
  ["59430", [0, 90]],
]);

/** Of twins the second delivery is billed by itself, beside the package. */
function isOfTwins(line: Line): boolean {
  if (modifierCodes(line).some((modifier) => /^(?:51|59|X[ESPU]|22)$/.test(modifier))) return true;
  return line.diagnoses.some((diagnosis) => diagnosis && /^(?:O3[01]|Z37[2-7])/.test(diagnosis.code));
}

function isPartOf(part: Line, whole: Line): boolean {
  const window = PARTS.get(part.procedure.code);
  if (window === undefined || isOfTwins(part) || isOfTwins(whole) || !sameBiller(part, whole)) return false;
  const distance = daysOf(part.serviceFrom) - Math.max(daysOf(whole.serviceFrom), whole.serviceTo?.days ?? 0);
  return distance >= -window[0] && distance <= window[1];
}

export default historyRule({
  id: "maternity-global",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Part of a maternity package billed beside the package",
  why: "The package pays antepartum care, delivery and postpartum care together; a part of it is denied as included.",
  fix: "Bill the package alone; or, where another practice gave a part of the care, the parts alone.",
  repair: "never",
  sources: ["CPT, maternity care and delivery guidelines", "NCCI Policy Manual, chapter VII"],
  doubt: "Some Medicaid programs and plans do not take the package and pay the parts.",
  denial: { carc: ["CO-97"], rarc: ["N20"] },
  forms: ["professional"],

  per: "patient",
  needs: ["procedure", "serviceFrom"],
  reads: [...ENCOUNTER_COLUMNS, "serviceTo", "modifiers", "diagnoses"],
  procedures: (code) => GLOBAL.has(code.code) || PARTS.has(code.code),
  message: "{part} on {date} is part of {whole}, billed by the same practice on {delivery}",

  start: (): Line[] => [],
  step: (lines, line) => void lines.push(line),
  finish(lines, { report }) {
    const wholes = lines.filter((line) => GLOBAL.has(line.procedure.code));
    for (const part of lines) {
      const whole = wholes.find((candidate) => isPartOf(part, candidate));
      if (whole === undefined) continue;
      const date = { date: part.serviceFrom, delivery: whole.serviceFrom };
      const slots = { part: part.procedure.code, whole: whole.procedure.code, ...date };
      report(part, "procedure", slots, { related: [{ line: whole, at: "procedure", label: "the package" }] });
    }
  },

  examples: {
    passes: [
      [{ procedure_code: "59426" }, { procedure_code: "59409", line_number: "2" }],
      [{ procedure_code: "59400" }, { procedure_code: "59409", modifier_1: "59", line_number: "2" }],
    ],
    finds: [
      [{ procedure_code: "59400" }, { procedure_code: "59426", service_from: "2026-02-20", claim_id: "B" }],
      [{ procedure_code: "59510" }, { procedure_code: "59514", line_number: "2" }],
    ],
  },
  notes:
    "Visits coded one by one are not judged: only the record tells whether they were routine. Silent on multiple births.",
});
