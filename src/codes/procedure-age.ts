import { ageInYears, datePartsOf } from "../model/dates.ts";
import type { CalendarDate } from "../model/values.ts";

type Unit = "days" | "months" | "years";

/** Both ends included, in completed units of age. */
interface Band {
  readonly codes: string;
  readonly unit: Unit;
  readonly from?: number;
  readonly to?: number;
  /** A usual age, not a limit. */
  readonly advisory?: true;
}

/**
 * Procedure codes bound to an age by their definition; numbers only. Left out on purpose: 54150 (its age limit is
 * gone), 45378 and other endoscopies (no limit), the preventive visits (rule `preventive-age-band`).
 */
const BANDS: readonly Band[] = [
  { codes: "42820 42825 42830 42835", unit: "years", to: 11 },
  { codes: "42821 42826 42831 42836", unit: "years", from: 12 },
  { codes: "54160", unit: "days", to: 28 },
  { codes: "54161", unit: "days", from: 29 },
  { codes: "49500 49501", unit: "years", to: 4 },
  { codes: "49505 49507", unit: "years", from: 5 },
  { codes: "36555 36557 36560 36568 36570", unit: "years", to: 4 },
  { codes: "36556 36558 36561 36569 36571", unit: "years", from: 5 },
  { codes: "36400 36405 36406", unit: "years", to: 2 },
  { codes: "36410", unit: "years", from: 3 },
  { codes: "99460 99461 99462 99463 99468 99469 99477", unit: "days", to: 28 },
  { codes: "99471 99472", unit: "months", to: 24 },
  { codes: "99475 99476", unit: "years", from: 2, to: 5 },
  { codes: "90632", unit: "years", from: 18 },
  { codes: "90633", unit: "years", to: 18 },
  { codes: "90744", unit: "years", to: 19 },
  { codes: "90746", unit: "years", from: 18 },
  { codes: "77063 77067", unit: "years", from: 35, advisory: true },
];

const BY_CODE: ReadonlyMap<string, Band> = new Map(
  BANDS.flatMap((band) => band.codes.split(" ").map((code) => [code, band] as const)),
);

export function hasAgeBand(code: string): boolean {
  return BY_CODE.has(code);
}

function ageIn(unit: Unit, birth: CalendarDate, on: CalendarDate): number {
  if (unit === "days") return on - birth;
  if (unit === "years") return ageInYears(birth, on);
  const a = datePartsOf(birth);
  const b = datePartsOf(on);
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}

export interface AgeProblem {
  /** `up to 11 years`, `5 years and older`, `2 to 5 years`. */
  readonly band: string;
  readonly advisory: boolean;
}

/** What is wrong with the age for the code; undefined where nothing is, or no band is known. */
export function ageProblem(code: string, birth: CalendarDate, on: CalendarDate): AgeProblem | undefined {
  const band = BY_CODE.get(code);
  if (band === undefined) return undefined;
  const { unit, from, to } = band;
  const age = ageIn(unit, birth, on);
  if ((from === undefined || age >= from) && (to === undefined || age <= to)) return undefined;
  const text =
    from === undefined
      ? `up to ${to} ${unit}`
      : to === undefined
        ? `${from} ${unit} and older`
        : `${from} to ${to} ${unit}`;
  return { band: text, advisory: band.advisory ?? false };
}
