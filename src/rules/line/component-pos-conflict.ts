import { lineRule } from "../../contract/rule.ts";
import mpfs from "../../datasets/mpfs.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";

/**
 * Hospitals, partial hospitalization, inpatient psychiatry and rehabilitation. Surgical centers (24) and nursing
 * facilities (31, 32) are left out: there the equipment may be the physician's or a mobile supplier's.
 */
const HOSPITAL = new Set(["19", "21", "22", "23", "51", "52", "61"]);

export default lineRule({
  id: "component-pos-conflict",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Technical part of a test billed by a professional for a hospital patient",
  why: "In a hospital the equipment and staff are the hospital's, which is paid for them; the professional bills modifier 26.",
  fix: "Bill the professional part (26) if that is what was done; check the place of service otherwise.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 13, section 20.2", "42 CFR 410.32 and 414.22"],
  denial: { carc: ["CO-16", "CO-97"], rarc: ["M77", "M97"] },
  payers: ["medicare"],
  forms: ["professional"],
  data: { fees: mpfs },

  needs: ["procedure", "serviceFrom", "placeOfService"],
  reads: ["modifiers"],
  message: "{code}{modifier} in place of service {place}: the technical part is the hospital's, bill 26",

  check(line, { data, report }) {
    const place = line.placeOfService.code;
    const modifiers = modifierCodes(line);
    if (!HOSPITAL.has(place) || modifiers.includes("26")) return;
    const { code } = line.procedure;
    if (data.fees.on(code, daysOf(line.serviceFrom))?.pctc !== "1") return;
    report("placeOfService", { code, modifier: modifiers.includes("TC") ? "-TC" : "", place });
  },

  examples: {
    data: { fees: { "71046": { pctc: "1" }, "93306": { pctc: "1" }, "93010": { pctc: "2" } } },
    passes: [
      { procedure_code: "71046", modifier_1: "26", place_of_service: "21" },
      { procedure_code: "71046", place_of_service: "11" },
      { procedure_code: "71046", place_of_service: "24" },
      { procedure_code: "93010", place_of_service: "21" },
    ],
    finds: [
      { procedure_code: "71046", place_of_service: "21" },
      { procedure_code: "93306", modifier_1: "TC", place_of_service: "22" },
    ],
    skips: [{ procedure_code: "71046", place_of_service: "" }],
  },
});
