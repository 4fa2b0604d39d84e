import type { ProcedureCode } from "../model/values.ts";
import { isAnesthesia, isSurgery, isVaccineAdministration } from "./cpt.ts";

type Range = readonly [first: number, last: number];

const within = (number: number, ranges: readonly Range[]): boolean =>
  ranges.some(([first, last]) => first <= number && number <= last);

/** 98000–98015, visits by audio and video or by audio only, in CPT since 2025. 98016 is a check-in, not a visit. */
export function telemedicineVisit(code: ProcedureCode): "video" | "audio" | undefined {
  if (within(code.number, [[98000, 98007]])) return "video";
  return within(code.number, [[98008, 98015]]) ? "audio" : undefined;
}

/** Infusions and injections, osteopathic and chiropractic manipulation. */
const GIVEN_BY_HAND: readonly Range[] = [
  [96360, 96379],
  [96401, 96549],
  [98925, 98929],
  [98940, 98943],
];

/** In the Surgery numbers, yet possible from afar: maternity packages with their visits, analysis of a pump. */
const NOT_BY_HAND: readonly Range[] = [
  [59400, 59622],
  [62367, 62370],
];

/** A service that nobody can give by telehealth: anesthesia, surgery, vaccines, infusions, manipulation. */
export function needsPresence(code: ProcedureCode): boolean {
  if (within(code.number, NOT_BY_HAND)) return false;
  return isAnesthesia(code) || isSurgery(code) || isVaccineAdministration(code) || within(code.number, GIVEN_BY_HAND);
}

/** Talks that are office services when the patient comes: office visits, psychiatric evaluation, psychotherapy. */
export function isOfficeTalk(code: ProcedureCode): boolean {
  return within(code.number, [
    [90791, 90792],
    [90832, 90853],
    [99202, 99205],
    [99212, 99215],
  ]);
}

/** Check-ins, e-visits, consults between colleagues, monitoring and care management by the month, prolonged time on records. */
const REMOTE_BY_NATURE: readonly Range[] = [
  [98016, 98016],
  [98970, 98981],
  [99091, 99091],
  [99358, 99359],
  [99421, 99427],
  [99437, 99439],
  [99446, 99458],
  [99473, 99474],
  [99484, 99494],
];

/** The same under HCPCS codes, with the fee of the originating site and what health centers bill. */
const REMOTE_HCPCS = new Set(
  (
    "G0019 G0022 G0023 G0024 G0071 G0140 G0146 G0181 G0182 G0323 G0511 G0512 G0556 G0557 G0558 G2010 G2012 G2025 " +
    "G2064 G2065 G2214 G2250 G2251 G2252 G3002 G3003 Q3014"
  ).split(" "),
);

/** Quality measures, which go along with a visit and are not services: category II, G8xxx and G9xxx, M0xxx and M1xxx. */
const MEASURE = /^(?:\d{4}F|G[89]\d{3}|M[01]\d{3})$/;

/** What Medicare pays for, or takes note of, without its being a telehealth service: its list says nothing about it. */
export function isBesideTelehealth(code: ProcedureCode): boolean {
  return within(code.number, REMOTE_BY_NATURE) || REMOTE_HCPCS.has(code.code) || MEASURE.test(code.code);
}
