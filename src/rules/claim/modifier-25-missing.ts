import { isMinorProcedure } from "../../codes/minor-procedure.ts";
import { bypassingModifiers, sameNcciProvider } from "../../codes/ncci.ts";
import { takesModifier25 } from "../../codes/visit.ts";
import { optional } from "../../contract/dataset.ts";
import { claimRule, type LineView } from "../../contract/rule.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf, modifierCodes, modifiersReadable } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, type EncounterColumn } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", "modifiers" | "claimId" | EncounterColumn>;

/** On the visit: it is separate, unrelated, the decision for surgery, or another encounter; or somebody says so wrongly. */
const SEPARATE = new Set("24 25 27 57 59 FT XE XP XS XU".split(" "));
/** On the procedure: not the operation itself, or done at another encounter or by somebody else. */
const NOT_BESIDE = new Set("55 56 XE XP 80 81 82 AS TC".split(" "));

const has = (line: Line, set: ReadonlySet<string>): boolean => modifierCodes(line).some((code) => set.has(code));

export default claimRule({
  id: "modifier-25-missing",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Visit beside a minor procedure of the same day and provider without modifier 25",
  why: "The usual visit is in the price of a minor procedure; without 25 the payer denies it as bundled.",
  fix: "Ask whether the record shows a significant visit apart from the procedure. Only then 25; else do not bill the visit.",
  repair: "never",
  sources: [
    "NCCI Policy Manual, chapter I, section D",
    "Medicare Claims Processing Manual, chapter 12, sections 30.6.6.B and 40.1",
  ],
  denial: { carc: ["CO-97", "CO-236"], rarc: ["N20", "M80"] },
  forms: ["professional"],
  data: { edits: optional(ptpPractitioner) },

  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "claimId", ...ENCOUNTER_COLUMNS],
  message: "{visit} with {procedure} on {date}: the visit is denied as bundled unless modifier 25 is supported",

  check({ lines }, { data, report }) {
    const procedures = lines.filter((line) => isMinorProcedure(line.procedure) && !has(line, NOT_BESIDE));
    for (const visit of procedures.length === 0 ? [] : lines) {
      if (!takesModifier25(visit.procedure) || has(visit, SEPARATE) || !modifiersReadable(visit)) continue;
      const code = visit.procedure.code;
      const day = daysOf(visit.serviceFrom);
      const beside = procedures.find((line) => line.serviceFrom.days === day && sameNcciProvider(line, visit));
      if (beside === undefined) continue;
      // With the NCCI table installed the pair is ncci-ptp's to report. A side of the body on the procedure opens the pair
      // for NCCI; the global surgery rules ask for 25 all the same (CPM chapter 12, section 30.6.6.B).
      const edit = data.edits?.pair(beside.procedure.code, code, day);
      if (edit !== undefined && (edit.indicator !== 1 || bypassingModifiers(beside, 1).length === 0)) continue;
      report(
        visit,
        "modifiers",
        { visit: code, procedure: beside.procedure.code, date: visit.serviceFrom },
        { related: [{ line: beside, at: "procedure", label: "the procedure" }] },
      );
    }
  },

  examples: {
    passes: [
      [
        { procedure_code: "99213", modifier_1: "25" },
        { procedure_code: "20610", modifier_1: "RT", line_number: "2" },
      ],
      [{ procedure_code: "99213" }, { procedure_code: "36415", line_number: "2" }],
      [{ procedure_code: "99211" }, { procedure_code: "11102", line_number: "2" }],
      [{ procedure_code: "99223" }, { procedure_code: "27447", line_number: "2" }],
    ],
    finds: [
      [{ procedure_code: "99213" }, { procedure_code: "20610", modifier_1: "RT", line_number: "2" }],
      [{ procedure_code: "99204" }, { procedure_code: "11102", line_number: "2" }],
    ],
    skips: [{ procedure_code: "99213", service_from: "" }],
  },
  notes: `A short built-in list of procedures with 0 or 10 global days. Not flagged: procedures of 90 days (modifier 57),
tests, injections, vaccines, 99211, other providers and other days. With the NCCI tables installed their pairs are
\`ncci-ptp\`, but for those that a side of the body on the procedure has opened.`,
});
