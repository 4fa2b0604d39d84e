import { placeAbout } from "../../codes/place.ts";
import { lineRule } from "../../contract/rule.ts";

/** Equipment and wheelchairs for use at home. Implanted stimulators and pumps are a facility's or surgeon's. */
const EQUIPMENT = /^(?:E\d{4}|K0[0-8]\d{2})$/;
const IMPLANTED = new Set("E0749 E0782 E0783 E0785 E0786".split(" "));

/** Hospitals, surgical centers and ambulances: the equipment is used afterwards, at home. */
const NOT_HOME = new Set("19 21 22 23 24 41 42 51 61".split(" "));

export default lineRule({
  id: "dme-pos",
  severity: "warning",
  tier: "T3",
  since: "0.1.0",
  summary: "Medical equipment billed with a hospital as its place",
  why: "Medicare pays equipment for use at home; in a hospital or surgical center it belongs to the facility and is denied.",
  fix: "Report the place where the patient will use the item (12 for the home), if it was delivered for use there.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 20, section 211", "42 CFR 410.38"],
  denial: { carc: ["CO-5", "CO-16"], rarc: ["M77"] },
  payers: ["medicare"],
  forms: ["professional"],

  needs: ["procedure", "placeOfService"],
  procedures: (code) => EQUIPMENT.test(code.code) && !IMPLANTED.has(code.code),
  message: "{code} in place {place} ({name}); Medicare wants the place of use",

  check(line, { report }) {
    const { code } = line.placeOfService;
    if (!NOT_HOME.has(code) || line.payerKind === "commercial" || line.payerKind === "medicaid") return;
    report("placeOfService", { code: line.procedure.code, place: code, name: placeAbout(code)?.name ?? "unknown" });
  },

  examples: {
    passes: [
      { procedure_code: "E0601", place_of_service: "12", $payer: "medicare" },
      { procedure_code: "L3908", place_of_service: "22", $payer: "medicare" },
      { procedure_code: "E0783", place_of_service: "22", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "E0601", place_of_service: "21", $payer: "medicare" },
      { procedure_code: "K0001", place_of_service: "23", $payer: "medicare" },
    ],
  },
  notes:
    "Offices, nursing facilities and other residences are not flagged: what is allowed there depends on the item and the stay.",
});
