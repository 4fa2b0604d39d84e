import { isInpatientBill } from "../../codes/short-number.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";
import { isVoid } from "../../model/encounter.ts";

type Reads =
  | "placeOfService"
  | "procedure"
  | "serviceTo"
  | "typeOfBill"
  | "admissionDate"
  | "dischargeDate"
  | "frequency";
type Line = LineView<"serviceFrom", Reads>;

/** Office and hospital outpatient department: what is done there for an inpatient is still 21. */
const OUTPATIENT = new Set(["11", "19", "22"]);

interface Stays {
  readonly stays: Line[];
  readonly visits: Line[];
}

const admitted = (stay: Line): number => stay.admissionDate?.days ?? daysOf(stay.serviceFrom);
const discharged = (stay: Line): number | undefined => stay.dischargeDate?.days ?? stay.serviceTo?.days;

const STAY = { claim_id: "H", type_of_bill: "0111", service_from: "2026-03-01", service_to: "2026-03-05" };

export default historyRule({
  id: "pos-vs-billing",
  severity: "info",
  tier: "T3",
  since: "0.1.0",
  summary: "Office or outpatient place of service in the middle of the patient's inpatient stay",
  why: "Medicare pays a registered inpatient's physician services at the facility rate, wherever they are given, and takes the rest back.",
  fix: "Check the dates of the stay; during it the place of service is 21.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 12, section 20.4.2",
    "Medicare Claims Processing Manual, chapter 26, section 10.5",
  ],
  denial: { carc: ["CO-5", "CO-97", "CO-109"], rarc: ["M77"] },
  payers: ["medicare"],
  forms: ["professional", "institutional"],

  per: "patient",
  needs: ["serviceFrom"],
  reads: ["placeOfService", "procedure", "serviceTo", "typeOfBill", "admissionDate", "dischargeDate", "frequency"],
  message: "Place of service {place} on {date}, while an inpatient bill runs around that day",

  start: (): Stays => ({ stays: [], visits: [] }),
  step({ stays, visits }, line) {
    if (isVoid(line)) return;
    if (line.form === "institutional") {
      if (isInpatientBill(line.typeOfBill)) stays.push(line);
    } else if (line.procedure?.ok && OUTPATIENT.has(line.placeOfService?.code ?? "")) visits.push(line);
  },
  finish({ stays, visits }, { report }) {
    for (const visit of visits) {
      const on = daysOf(visit.serviceFrom);
      // Not the days of admission and discharge, on which the patient was an outpatient too.
      const stay = stays.find((line) => admitted(line) < on && on < (discharged(line) ?? on));
      if (stay === undefined) continue;
      const slots = { place: visit.placeOfService!.code, date: visit.serviceFrom };
      report(visit, "placeOfService", slots, {
        related: [{ line: stay, at: "typeOfBill", label: "the inpatient bill" }],
      });
    }
  },

  examples: {
    passes: [
      [STAY, { claim_id: "P", place_of_service: "21", service_from: "2026-03-03" }],
      [STAY, { claim_id: "P", place_of_service: "11", service_from: "2026-03-05" }],
    ],
    finds: [[STAY, { claim_id: "P", place_of_service: "11", service_from: "2026-03-03" }]],
  },
  notes:
    "Different places on one day are not flagged: a physician may see a patient in the office and operate in the hospital.",
});
