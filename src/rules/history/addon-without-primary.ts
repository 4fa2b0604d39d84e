import { codesInWords } from "../../codes/code-text.ts";
import { isEdited, sameNcciProvider } from "../../codes/ncci.ts";
import { optional } from "../../contract/dataset.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import addOnCodes from "../../datasets/add-on-codes.ts";
import mpfs from "../../datasets/mpfs.ts";
import { daysOf } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, isVoid, sameBiller } from "../../model/encounter.ts";
import { groupBy } from "../../model/group.ts";

type Reads = "claimId" | "charge" | "typeOfBill" | "drg" | (typeof ENCOUNTER_COLUMNS)[number];
type Line = LineView<"procedure" | "serviceFrom", Reads>;

/** The primary may be a colleague's, or anybody's where one side names nobody. */
function mayBelong(addOn: Line, line: Line): boolean {
  if (addOn === line || addOn.form !== line.form) return false;
  const unnamed = ({ renderingNpi, billingNpi }: Line): boolean => !renderingNpi?.ok && !billingNpi?.ok;
  return unnamed(addOn) || unnamed(line) || sameBiller(addOn, line) || sameNcciProvider(addOn, line);
}

export default historyRule({
  id: "addon-without-primary",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Add-on code without a primary procedure of the same day",
  why: "An add-on code is paid only beside its primary procedure of the same provider and day.",
  fix: "Look for the primary procedure that was not billed, or for the stand-alone code that was meant.",
  repair: "never",
  sources: ["NCCI add-on code edits", "NCCI Policy Manual, chapter I, section R"],
  denial: { carc: ["CO-16", "CO-107"], rarc: ["N122"] },
  forms: ["professional", "institutional"],
  data: { edits: addOnCodes, fees: optional(mpfs) },
  notes: "A primary of the same biller on any claim counts; of critical care (99292) one of the day before too.",

  per: "patient",
  needs: ["procedure", "serviceFrom"],
  reads: ["claimId", "charge", "typeOfBill", "drg", ...ENCOUNTER_COLUMNS],
  message: "{code} is an add-on code; no {primary} of this provider on {date}",

  start: (): Line[] => [],
  step: (lines, line) => void (isEdited(line) && !isVoid(line) && lines.push(line)),
  finish(lines, { data, report }) {
    const byDay = groupBy(lines, (line) => daysOf(line.serviceFrom));
    const about = (line: Line) => {
      const setting = line.form === "institutional" ? "institutional" : "professional";
      return data.edits.addOn(line.procedure.code, daysOf(line.serviceFrom), setting);
    };
    const isAddOn = (line: Line) =>
      about(line) !== undefined || data.fees?.on(line.procedure.code, daysOf(line.serviceFrom))?.global === "ZZZ";
    for (const line of lines) {
      if (line.charge?.cents === 0 || !isAddOn(line)) continue;
      const { code } = line.procedure;
      const date = daysOf(line.serviceFrom);
      const days = code === "99292" ? [...byDay.get(date)!, ...(byDay.get(date - 1) ?? [])] : byDay.get(date)!;
      const beside = days.filter((other) => mayBelong(line, other));
      const { type = 2, primaries = new Set<string>() } = about(line) ?? {};
      if (beside.some((other) => primaries.has(other.procedure.code))) continue;
      if (type > 1 && beside.some((other) => !isAddOn(other))) continue;
      const primary = codesInWords(primaries, "primary procedure");
      const severity = type > 1 ? "warning" : "error";
      report(line, "procedure", { code, primary, date: line.serviceFrom }, { severity });
    }
  },

  examples: {
    data: {
      edits: [
        [1, "11045", "11042"],
        [1, "90472", "90471"],
        [1, "99292", "99291"],
      ],
    },
    passes: [
      [{ procedure_code: "11042" }, { procedure_code: "11045", line_number: "2" }],
      [{ procedure_code: "99291", service_from: "2026-03-01", claim_id: "B" }, { procedure_code: "99292" }],
    ],
    finds: [{ procedure_code: "90472" }, [{ procedure_code: "11044" }, { procedure_code: "11045", line_number: "2" }]],
  },
});
