import { establishedCounterpart, isFaceToFace, isNewPatientVisit } from "../../codes/visit.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { ageInYears } from "../../model/dates.ts";
import { ENCOUNTER_COLUMNS, type EncounterColumn, sameProvider } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom", EncounterColumn | "modifiers">;

/** Reading only, technical part, assistant, postoperative or preoperative part only; audio-only. */
const NOT_SEEN = new Set(["26", "TC", "80", "81", "82", "AS", "55", "56", "93", "FQ", "GQ"]);

export default historyRule({
  id: "em-new-vs-established",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "New-patient visit although the same provider saw the patient within three years",
  why: "A patient is new only if nobody of that specialty in the group saw him or her in three years; the visit is denied.",
  fix: "Check the earlier visit; if it stands, report the established-patient code that the record supports.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 12, section 30.6.7.A", "CPT E/M guidelines: new patient"],
  denial: { carc: ["CO-B16", "CO-16"], rarc: ["M51", "N113"] },
  forms: ["professional"],

  per: "patient",
  needs: ["procedure", "serviceFrom"],
  reads: [...ENCOUNTER_COLUMNS, "modifiers"],
  procedures: (code) => isNewPatientVisit(code) || isFaceToFace(code),
  message:
    "{code} is for a new patient; the same provider or specialty billed {earlierCode} on {earlier}{instead} (seen from {since})",

  start: () => ({ first: undefined as Line | undefined, seen: [] as Line[] }),
  step(state, line, { report }) {
    state.first ??= line;
    const on = daysOf(line.serviceFrom);
    if (isNewPatientVisit(line.procedure)) {
      const earlier = state.seen.findLast((other) => {
        const before = daysOf(other.serviceFrom);
        // Three completed years, as for an age: on the anniversary the patient may be new again.
        return before < on && ageInYears(before, on) < 3 && sameProvider(line, other);
      });
      if (earlier) {
        const established = establishedCounterpart(line.procedure);
        const instead = established === undefined ? "" : `, which makes it ${established}`;
        const [code, earlierCode] = [line.procedure.code, earlier.procedure.code];
        const slots = { code, earlierCode, earlier: earlier.serviceFrom, instead, since: state.first.serviceFrom };
        const related = [{ line: earlier, at: "procedure" as const, label: "the earlier service" }];
        report(line, "procedure", slots, { related });
      }
    }
    const apart = modifierCodes(line).some((modifier) => NOT_SEEN.has(modifier));
    if (isFaceToFace(line.procedure) && !apart) state.seen.push(line);
  },

  examples: {
    passes: [
      [
        { procedure_code: "99213", service_from: "2023-03-02" },
        { procedure_code: "99204", claim_id: "B" },
      ],
      [
        { procedure_code: "99213", service_from: "2025-01-10" },
        { procedure_code: "99203", claim_id: "B", rendering_npi: "2123456784" },
      ],
    ],
    finds: [
      [
        { procedure_code: "99213", service_from: "2025-01-10" },
        { procedure_code: "99204", claim_id: "B" },
      ],
      [
        { procedure_code: "99395", service_from: "2023-03-03" },
        { procedure_code: "99385", claim_id: "B" },
      ],
    ],
  },
  notes: "Not judged where the provider is unknown. Earlier services count only if face to face.",
});
