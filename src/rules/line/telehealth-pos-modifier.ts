import { isOfficeTalk, needsPresence, telemedicineVisit } from "../../codes/telehealth.ts";
import { isAlwaysTherapy } from "../../codes/therapy.ts";
import { optional } from "../../contract/dataset.ts";
import { type LineView, lineRule } from "../../contract/rule.ts";
import telehealthList, { type TelehealthList } from "../../datasets/telehealth-list.ts";
import { daysOf, modifierCodes, modifiersReadable } from "../../model/claim.ts";
import { day } from "../../model/dates.ts";

const PLACES = new Set(["02", "10"]);
const VIDEO = ["95", "GT"];
const AUDIO = ["93", "FQ"];
const REMOTE = [...VIDEO, ...AUDIO, "GQ", "G0"];

/** Until then Medicare took the place of an in-person visit with 95 (public health emergency and the months after). */
const MEDICARE_PLACES = day("2024-01-01");

type Line = LineView<"procedure" | "serviceFrom", "placeOfService" | "modifiers">;
type Problem = readonly [at: "procedure" | "placeOfService", text: string, severity?: "info"];

function problem(line: Line, list: TelehealthList | undefined): Problem | undefined {
  const modifiers = modifierCodes(line);
  const has = (any: readonly string[]) => any.find((modifier) => modifiers.includes(modifier));
  const place = line.placeOfService?.code ?? "";
  const visit = telemedicineVisit(line.procedure);
  const medicare = line.payerKind === "medicare";
  if (visit && medicare && !has(["GY"])) return ["procedure", "is not taken by Medicare; bill the office visit"];
  const wrong = visit && has(visit === "video" ? AUDIO : VIDEO);
  if (wrong) return ["procedure", `is a visit by ${visit}; ${wrong} says otherwise`];
  // Where Medicare's list is installed, telehealth-code-not-on-list says it.
  if (PLACES.has(place) && needsPresence(line.procedure) && !(medicare && list?.covers(daysOf(line.serviceFrom))))
    return ["placeOfService", `needs the patient present; place ${place} is telehealth`];
  const remote = has(REMOTE);
  const inPerson = medicare && (place === "11" || place === "12") && !isAlwaysTherapy(line.procedure);
  if (inPerson && remote && daysOf(line.serviceFrom) >= MEDICARE_PLACES)
    return ["placeOfService", `with ${remote} in place ${place}: Medicare wants 02 or 10`];
  if (line.payerKind === "commercial" && PLACES.has(place) && isOfficeTalk(line.procedure) && !remote)
    return ["placeOfService", `in place ${place} has no 95 or 93, which many plans want`, "info"];
  return undefined;
}

export default lineRule({
  id: "telehealth-pos-modifier",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Procedure, place of service and modifier that contradict each other about telehealth",
  why: "Place 02 or 10, the modifier and the code together tell the payer how the patient was seen; if they disagree, the line is denied.",
  fix: "Check how and where the patient was seen; Medicare wants place 02 or 10 (93 for audio only), many plans 95 as well.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 12, section 190",
    "CMS, MLN901705 Telehealth and remote patient monitoring (places from 2024)",
    "CMS, Medicare Physician Fee Schedule final rule for 2025 (98000–98015 status I)",
  ],
  denial: { carc: ["CO-4", "CO-5", "CO-16"], rarc: ["M77", "N428"] },
  forms: ["professional"],
  data: { list: optional(telehealthList) },

  needs: ["procedure", "serviceFrom"],
  reads: ["placeOfService", "modifiers"],
  message: "{code} {problem}",

  check(line, { data, report }) {
    const [at, text, severity] = (modifiersReadable(line) && problem(line, data.list)) || [];
    if (at && text) report(at, { code: line.procedure.code, problem: text }, severity && { severity });
  },

  examples: {
    passes: [
      { place_of_service: "10", modifier_1: "93", $payer: "medicare" },
      { place_of_service: "10", modifier_1: "95", $payer: "commercial" },
      { procedure_code: "98005", place_of_service: "10", modifier_1: "95", $payer: "commercial" },
    ],
    finds: [
      { procedure_code: "98005", place_of_service: "10", $payer: "medicare" },
      { place_of_service: "11", modifier_1: "95", $payer: "medicare" },
      { procedure_code: "20610", place_of_service: "10" },
    ],
  },
});
