import { placeAbout } from "../../codes/place.ts";
import { visitPlaceProblem } from "../../codes/visit-place.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";

/** With these the place may be where the patient would have been seen, and not where anybody was. */
const TELEHEALTH = new Set(["93", "95", "FQ", "FR", "GQ", "GT"]);

export default lineRule({
  id: "em-pos-mismatch",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Visit code that does not fit the place of service",
  why: "Each family of visit codes belongs to a setting; payers deny a visit that is billed in another one.",
  fix: "Check where the patient was seen and as what (inpatient, observation, resident), then correct the place or the code family.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 12, sections 30.6.9 to 30.6.14",
    "Medicare Claims Processing Manual, chapter 26, section 10.5",
  ],
  denial: { carc: ["CO-5", "CO-16"], rarc: ["M77", "N428"] },
  forms: ["professional"],

  needs: ["procedure", "placeOfService"],
  reads: ["modifiers"],
  procedures: (code) => code.section === "Evaluation and management",
  message: "{code} is {how} in place of service {place} ({name})",

  check(line, { report }) {
    const place = line.placeOfService.code;
    const name = placeAbout(place)?.name;
    const problem = visitPlaceProblem(line.procedure, place);
    // A place that does not exist is pos-unknown.
    if (problem === undefined || name === undefined) return;
    if (modifierCodes(line).some((modifier) => TELEHEALTH.has(modifier))) return;
    const slots = { code: line.procedure.code, place, name };
    if (problem === "unusual") report("placeOfService", { ...slots, how: "not normally reported" });
    else report("placeOfService", { ...slots, how: "accepted by some payers only" }, { severity: "info" });
  },

  examples: {
    passes: [
      { procedure_code: "99213", place_of_service: "22" },
      { procedure_code: "99284", place_of_service: "23" },
      { procedure_code: "99232", place_of_service: "22" },
      { procedure_code: "99213", place_of_service: "10", modifier_1: "95" },
      { procedure_code: "99213", place_of_service: "21", modifier_1: "95" },
    ],
    finds: [
      { procedure_code: "99213", place_of_service: "21" },
      { procedure_code: "99284", place_of_service: "11" },
      { procedure_code: "99308", place_of_service: "11" },
    ],
  },
  notes:
    "Not flagged: telehealth places and modifiers, places 05–08, 26 and 99, an office visit in the emergency room. " +
    "Advisory only: office visits in 24, 31, 34 and 61, hospital codes in 12, 24, 31 and 32, emergency visits in 19, 21 " +
    "and 22, critical care in an office, 98000–98015 outside the telehealth places.",
});
