import { isBesideTelehealth, telemedicineVisit } from "../../codes/telehealth.ts";
import { lineRule } from "../../contract/rule.ts";
import telehealthList from "../../datasets/telehealth-list.ts";
import { daysOf, modifierCodes, modifiersReadable } from "../../model/claim.ts";
import { datePartsOf } from "../../model/dates.ts";

const PLACES = new Set(["02", "10"]);
const MODIFIERS = ["95", "93", "GT"];
/** Billed for a denial: the biller knows that Medicare does not pay. */
const EXCLUDED = ["GY", "GX"];

export default lineRule({
  id: "telehealth-code-not-on-list",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Service billed as telehealth that is not on Medicare's list of the year",
  why: "Medicare pays by telehealth only for the services on its yearly list; any other one is denied.",
  fix: "Check how the patient was seen: correct the place and the modifier, or bill a service that is on the list.",
  repair: "never",
  sources: [
    "CMS, List of Telehealth Services for the calendar year",
    "Medicare Claims Processing Manual, chapter 12, section 190.3",
    "42 CFR 410.78(b), (f)",
  ],
  denial: { carc: ["CO-96", "CO-5", "CO-B7"] },
  payers: ["medicare"],
  forms: ["professional"],
  data: { list: telehealthList },

  needs: ["procedure", "serviceFrom"],
  reads: ["placeOfService", "modifiers"],
  // 98000–98015 Medicare does not take at all: telehealth-pos-modifier says so.
  procedures: (code) => telemedicineVisit(code) === undefined && !isBesideTelehealth(code),
  message: "{code} with {sign} is not on Medicare's list of telehealth services for {year}",

  check(line, { data, report }) {
    if (line.payerKind !== "medicare" || !modifiersReadable(line)) return;
    const modifiers = modifierCodes(line);
    if (EXCLUDED.some((modifier) => modifiers.includes(modifier))) return;
    const place = line.placeOfService?.code ?? "";
    const modifier = MODIFIERS.find((each) => modifiers.includes(each));
    const sign = PLACES.has(place) ? `place ${place}` : modifier;
    const date = daysOf(line.serviceFrom);
    if (sign === undefined || data.list.has(line.procedure.code, date)) return;
    report("procedure", { code: line.procedure.code, sign, year: datePartsOf(date).year });
  },

  examples: {
    data: { list: ["90834", "99213", "99214"] },
    passes: [
      { procedure_code: "90834", modifier_1: "95", place_of_service: "10", $payer: "medicare" },
      { procedure_code: "99214", modifier_1: "95", $payer: "medicare" },
      { procedure_code: "27447", place_of_service: "22", $payer: "medicare" },
      { procedure_code: "99396", modifier_1: "95", $payer: "commercial" },
      { procedure_code: "99457", place_of_service: "02", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "27447", place_of_service: "02", $payer: "medicare" },
      { procedure_code: "99396", modifier_1: "95", $payer: "medicare" },
    ],
  },
  notes: `Only for Medicare itself: plans have lists of their own. Not flagged: what is remote by its nature and no telehealth service
(check-ins, e-visits, monitoring, care management by the month), quality measures, the fee of the originating site, lines
billed as excluded (GY, GX).`,
});
