import { type VisitFamily, visitFamily } from "../../codes/visit.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, type EncounterColumn, sameProvider } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", EncounterColumn | "modifiers">;

/** Which visits are one visit to the payer. Initial with discharge is em-admit-discharge-same-day. */
const ONE_VISIT: Readonly<Record<VisitFamily, readonly VisitFamily[]>> = {
  office: ["office", "initial hospital"],
  emergency: ["emergency", "initial hospital"],
  "initial hospital": ["office", "emergency", "initial hospital", "subsequent hospital", "same-day stay"],
  "subsequent hospital": ["initial hospital", "subsequent hospital", "same-day stay", "discharge"],
  "same-day stay": ["initial hospital", "subsequent hospital", "same-day stay", "discharge"],
  discharge: ["subsequent hospital", "same-day stay", "discharge"],
  "nursing facility": ["nursing facility"],
  home: ["home"],
};

/** Said to be separate (25, 27, XE …), shared with another provider (FS), or unrelated critical care (FT). */
const SEPARATE = new Set(["25", "27", "59", "XE", "XP", "XU", "FS", "FT"]);

const separate = (line: Line) => modifierCodes(line).some((modifier) => SEPARATE.has(modifier));
const sameService = (a: Line, b: Line) =>
  a.procedure.code === b.procedure.code && modifierCodes(a).toSorted().join() === modifierCodes(b).toSorted().join();

export default historyRule({
  id: "em-multiple-same-day",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Two visits of one provider and patient on one day",
  why: "Payers pay one visit a day per provider and specialty; the work of both counts toward its level.",
  fix: "Bill one visit at the level of the whole day, or 25 where the record shows separate visits for unrelated problems.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 12, sections 30.6.7.B, 30.6.9.1 and 30.6.11"],
  denial: { carc: ["CO-97", "CO-B14", "CO-151"], rarc: ["N20"] },
  forms: ["professional"],

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: [...ENCOUNTER_COLUMNS, "modifiers"],
  procedures: (code) => visitFamily(code) !== undefined,
  message: "{first} and {second} on one day by the same provider or specialty",

  start: () => [] as Line[],
  step(visits, line, { report }) {
    const wanted = ONE_VISIT[visitFamily(line.procedure)!];
    const first = visits.find(
      (other) =>
        wanted.includes(visitFamily(other.procedure)!) &&
        !sameService(line, other) &&
        !(separate(line) || separate(other)) &&
        sameProvider(line, other),
    );
    visits.push(line);
    if (first === undefined) return;
    const slots = { first: first.procedure.code, second: line.procedure.code };
    report(line, "procedure", slots, { related: [{ line: first, at: "procedure", label: "the other visit" }] });
  },

  examples: {
    passes: [
      [{ procedure_code: "99213" }, { procedure_code: "99214", line_number: "2", modifier_1: "25" }],
      [{ procedure_code: "99213" }, { procedure_code: "99291", line_number: "2", modifier_1: "25" }],
      [{ procedure_code: "99213" }, { procedure_code: "99214", claim_id: "B", rendering_npi: "2123456784" }],
    ],
    finds: [
      [{ procedure_code: "99213" }, { procedure_code: "99214", line_number: "2" }],
      [{ procedure_code: "99284" }, { procedure_code: "99223", claim_id: "B" }],
    ],
  },
  notes:
    "Two equal lines are `duplicate-line`, a preventive visit with an office visit `preventive-with-problem-visit`. Silent where the provider is unknown.",
});
