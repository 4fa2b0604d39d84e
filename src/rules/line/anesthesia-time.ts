import { isAnesthesia } from "../../codes/cpt.ts";
import { type LineView, lineRule } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";

/** Paid without time: the burn add-on, daily epidural management; 01999 is anything. */
const NO_TIME = new Set(["01953", "01996", "01999"]);

type Line = LineView<"procedure" | "serviceFrom", "serviceTo" | "units" | "unitType" | "minutes">;

function problem(line: Line): { at: "units" | "unitType" | "minutes"; text: string } | undefined {
  const { units, minutes } = line;
  const unitType = line.unitType?.trimmed.toUpperCase();
  // Zero and malformed units are units-invalid.
  if (unitType !== undefined && unitType !== "MJ" && unitType !== "UN") return undefined;
  const measured = unitType === "MJ" ? units : minutes;
  const longest = (Math.max(daysOf(line.serviceFrom), line.serviceTo?.days ?? 0) - daysOf(line.serviceFrom) + 1) * 1440;
  const at = unitType === "MJ" ? "units" : "minutes";
  if (measured?.ok && measured.amount > longest)
    return { at, text: `has ${measured.amount} minutes, more than the days of the line hold` };
  if (minutes?.ok && minutes.amount <= 0 && unitType !== "MJ") return { at: "minutes", text: "has no minutes" };
  if (line.payerKind !== "medicare") return undefined;
  if (unitType === "UN") return { at: "unitType", text: "is billed in units (UN); Medicare wants minutes (MJ)" };
  if (unitType === undefined && minutes === undefined && units?.amount === 1)
    return { at: "units", text: "has 1 unit and no minutes; Medicare pays by the minute" };
  return undefined;
}

export default lineRule({
  id: "anesthesia-time",
  severity: "error",
  tier: "T2",
  since: "0.1.0",
  summary: "Anesthesia line without usable minutes",
  why: "Anesthesia is paid by time; the payer cannot price a line whose minutes are missing or impossible.",
  fix: "Report the minutes of the anesthesia record: in the units, with MJ as their unit of measure.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 12, section 50.G", "ASC X12N 837P (005010X222A1), 2400 SV103"],
  doubt: "Some payers take 15-minute units on paper; units in place of minutes are reported for Medicare only.",
  denial: { carc: ["CO-16"], rarc: ["N203", "N443"] },
  forms: ["professional"],

  needs: ["procedure", "serviceFrom"],
  reads: ["serviceTo", "units", "unitType", "minutes"],
  procedures: (code) => isAnesthesia(code) && !NO_TIME.has(code.code),
  message: "{code} {problem}",

  check(line, { report }) {
    const found = problem(line);
    if (found) report(found.at, { code: line.procedure.code, problem: found.text });
  },

  examples: {
    passes: [
      { procedure_code: "00142", units: "35", unit_type: "MJ", $payer: "medicare" },
      { procedure_code: "01996", units: "1", unit_type: "UN", $payer: "medicare" },
      { procedure_code: "00142", units: "3", unit_type: "UN", $payer: "commercial" },
    ],
    finds: [
      { procedure_code: "00142", units: "1", unit_type: "UN", $payer: "medicare" },
      { procedure_code: "00790", units: "4", minutes: "0" },
      { procedure_code: "00790", units: "1600", unit_type: "MJ" },
    ],
  },
});
