import { day } from "../model/dates.ts";
import type { CalendarDate, Parsed, PlaceOfService } from "../model/values.ts";
import { trimCode } from "./code-text.ts";

export interface PlaceAbout {
  readonly name: string;
  /** Medicare pays the facility rate (CPM ch. 26 §10.5 and ch. 12 §20.4.2). */
  readonly facility: boolean;
  /** First day of service; undefined for the places older than 2003. */
  readonly from?: CalendarDate;
}

// biome-ignore format: one place a line
const PLACES: readonly (readonly [code: string, facility: 0 | 1, name: string, from?: string])[] = [
  ["01", 0, "pharmacy", "2003-10-01"],
  ["02", 1, "telehealth, not in the patient's home", "2017-01-01"],
  ["03", 0, "school", "2003-01-01"],
  ["04", 0, "homeless shelter", "2003-01-01"],
  ["05", 0, "IHS free-standing facility", "2003-01-01"],
  ["06", 1, "IHS provider-based facility", "2003-01-01"],
  ["07", 0, "Tribal 638 free-standing facility", "2003-01-01"],
  ["08", 1, "Tribal 638 provider-based facility", "2003-01-01"],
  ["09", 0, "prison or correctional facility", "2006-07-01"],
  ["10", 0, "telehealth in the patient's home", "2022-01-01"],
  ["11", 0, "office"],
  ["12", 0, "home"],
  ["13", 0, "assisted living facility", "2003-10-01"],
  ["14", 0, "group home", "2003-10-01"],
  ["15", 0, "mobile unit", "2003-01-01"],
  ["16", 0, "temporary lodging", "2008-01-01"],
  ["17", 0, "walk-in retail clinic", "2010-05-01"],
  ["18", 0, "worksite", "2013-05-01"],
  ["19", 1, "off-campus outpatient hospital", "2016-01-01"],
  ["20", 0, "urgent care facility", "2003-01-01"],
  ["21", 1, "inpatient hospital"],
  ["22", 1, "on-campus outpatient hospital"],
  ["23", 1, "emergency room, hospital"],
  ["24", 1, "ambulatory surgical center"],
  ["25", 0, "birthing center"],
  ["26", 1, "military treatment facility"],
  ["27", 0, "outreach site or street", "2023-10-01"],
  ["31", 1, "skilled nursing facility"],
  ["32", 0, "nursing facility"],
  ["33", 0, "custodial care facility"],
  ["34", 1, "hospice"],
  ["41", 1, "ambulance, land"],
  ["42", 1, "ambulance, air or water"],
  ["49", 0, "independent clinic", "2003-10-01"],
  ["50", 0, "federally qualified health center"],
  ["51", 1, "inpatient psychiatric facility"],
  ["52", 1, "psychiatric facility, partial hospitalization"],
  ["53", 1, "community mental health center"],
  ["54", 0, "intermediate care facility for intellectual disabilities"],
  ["55", 0, "residential substance use treatment facility"],
  ["56", 1, "psychiatric residential treatment center"],
  ["57", 0, "non-residential substance use treatment facility", "2003-10-01"],
  ["58", 0, "non-residential opioid treatment facility", "2020-01-01"],
  ["60", 0, "mass immunization center"],
  ["61", 1, "comprehensive inpatient rehabilitation facility"],
  ["62", 0, "comprehensive outpatient rehabilitation facility"],
  ["65", 0, "end-stage renal disease facility"],
  ["66", 0, "PACE center", "2024-08-01"],
  ["71", 0, "public health clinic"],
  ["72", 0, "rural health clinic"],
  ["81", 0, "independent laboratory"],
  ["99", 0, "other"],
];

const ABOUT: ReadonlyMap<string, PlaceAbout> = new Map(
  PLACES.map(([code, facility, name, from]): [string, PlaceAbout] => [
    code,
    { name, facility: facility === 1, ...(from === undefined ? {} : { from: day(from) }) },
  ]),
);

/** What is at a two-digit place of service code; undefined for the unassigned numbers. Source: CMS POS code set. */
export function placeAbout(code: string): PlaceAbout | undefined {
  return ABOUT.get(code);
}

/** A place of service cell. `ok` is two digits; whether the place exists is `placeAbout`'s to say. Never throws. */
export function parsePlace(text: string): Parsed<PlaceOfService> {
  const code = trimCode(text);
  return { text, ok: /^\d{2}$/.test(code), code };
}
