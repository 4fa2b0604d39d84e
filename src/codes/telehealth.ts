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
