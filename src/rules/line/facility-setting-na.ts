import { isSurgery } from "../../codes/cpt.ts";
import { lineRule } from "../../contract/rule.ts";
import mpfs from "../../datasets/mpfs.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";

/** Certain settings only: offices, homes, urgent care and clinics; hospitals. */
const OFFICE = new Set(["11", "12", "13", "20", "49"]);
const HOSPITAL = new Set(["19", "21", "22", "23", "51", "61"]);
/** Only a part of the operation, which may well be done elsewhere: aftercare in the office, preparation, a reading. */
const PART = new Set(["26", "54", "55", "56"]);

export default lineRule({
  id: "facility-setting-na",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Procedure that Medicare has no price for in this place of service",
  why: "The fee schedule marks what is rarely or never done in an office, and what is not paid to a professional in a hospital.",
  fix: "Check the place of service first; in a hospital the service of staff and equipment is the hospital's to bill.",
  repair: "never",
  sources: [
    "Medicare physician fee schedule, record layout: NA indicators",
    "Medicare Claims Processing Manual, chapter 12, section 20.4.2",
  ],
  denial: { carc: ["CO-5", "CO-58"] },
  payers: ["medicare"],
  forms: ["professional"],
  data: { fees: mpfs },

  needs: ["procedure", "serviceFrom", "placeOfService"],
  reads: ["modifiers"],
  message: "{code} in place of service {place}: {what}",

  check(line, { data, report }) {
    const { code } = line.procedure;
    const place = line.placeOfService.code;
    const fees = data.fees.on(code, daysOf(line.serviceFrom));
    if (line.payerKind !== "medicare" || fees === undefined || fees.status === "C" || fees.global === "MMM") return;
    if (modifierCodes(line).some((modifier) => PART.has(modifier))) return;
    // Tests with a technical part in a hospital are component-pos-conflict.
    if (HOSPITAL.has(place) && fees.facilityNa === "NA" && fees.pctc !== "1") {
      report("placeOfService", { code, place, what: "not paid to a professional in a hospital" });
    } else if (OFFICE.has(place) && fees.nonFacilityNa === "NA" && isSurgery(line.procedure)) {
      report("placeOfService", { code, place, what: "rarely or never done outside a facility" });
    }
  },

  examples: {
    data: {
      fees: {
        "33533": { nonFacilityNa: "NA", global: "090" },
        "17110": { global: "010" },
        "96372": { facilityNa: "NA", pctc: "5" },
      },
    },
    passes: [
      { procedure_code: "33533", place_of_service: "21", $payer: "medicare" },
      { procedure_code: "33533", place_of_service: "11", modifier_1: "55", $payer: "medicare" },
      { procedure_code: "17110", $payer: "medicare" },
      { procedure_code: "96372", $payer: "medicare" },
      { procedure_code: "33533", place_of_service: "11" },
    ],
    finds: [
      { procedure_code: "33533", place_of_service: "11", $payer: "medicare" },
      { procedure_code: "96372", place_of_service: "22", $payer: "medicare" },
    ],
    skips: [{ procedure_code: "33533", place_of_service: "" }],
  },
});
