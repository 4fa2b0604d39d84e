import { day } from "../model/dates.ts";
import type { CalendarDate } from "../model/values.ts";

/**
 * CPT codes that came or went, with dates: the well-known changes that still cause denials, not the whole history.
 * Numbers and dates only. Checked 2026-11 against CMS files: none of the deleted codes through 2024 is in the October
 * 2025 fee schedule (PPRRVU25D), the 2025 deletions are still in it, the 2026 codes are not yet, all older new codes are.
 */
interface Deletion {
  /** Single codes and ranges, both ends included; a range may hold numbers that never were codes. */
  readonly codes: string;
  readonly lastValid: string;
  /** Where to look instead. A pointer for a person: which of them fits depends on the record. */
  readonly successor: string;
}

const DELETIONS: readonly Deletion[] = [
  { codes: "97001 97002", lastValid: "2016-12-31", successor: "97161–97164" },
  { codes: "97003 97004", lastValid: "2016-12-31", successor: "97165–97168" },
  { codes: "11100 11101", lastValid: "2018-12-31", successor: "11102–11107" },
  { codes: "96101-96103 96118-96120", lastValid: "2018-12-31", successor: "96130–96139 or 96146" },
  { codes: "99201", lastValid: "2020-12-31", successor: "99202" },
  { codes: "80500 80502", lastValid: "2021-12-31", successor: "80503–80506" },
  { codes: "99217", lastValid: "2022-12-31", successor: "99238 or 99239" },
  { codes: "99218-99220", lastValid: "2022-12-31", successor: "99221–99223" },
  { codes: "99224-99226", lastValid: "2022-12-31", successor: "99231–99233" },
  { codes: "99241", lastValid: "2022-12-31", successor: "99242" },
  { codes: "99251", lastValid: "2022-12-31", successor: "99252" },
  { codes: "99318", lastValid: "2022-12-31", successor: "99307–99310" },
  { codes: "99324-99328", lastValid: "2022-12-31", successor: "99341, 99342, 99344 or 99345" },
  { codes: "99334-99337", lastValid: "2022-12-31", successor: "99347–99350" },
  { codes: "99339 99340", lastValid: "2022-12-31", successor: "99424, 99425, 99437 or 99491" },
  { codes: "99343", lastValid: "2022-12-31", successor: "99341, 99342, 99344 or 99345" },
  { codes: "99354 99355", lastValid: "2022-12-31", successor: "99417" },
  { codes: "99356 99357", lastValid: "2022-12-31", successor: "99418" },
  {
    codes: "49560 49561 49565 49566 49570 49572 49580 49582 49585 49587 49590 49652-49657",
    lastValid: "2022-12-31",
    successor: "49591–49596 or 49613–49618",
  },
  { codes: "0001A-0174A", lastValid: "2023-10-31", successor: "90480" },
  {
    codes: "99441-99443",
    lastValid: "2024-12-31",
    successor: "98008–98015 (Medicare: the office visit code with modifier 93)",
  },
  // HCPCS Level II, but the question is always asked together with 99441.
  { codes: "G2012", lastValid: "2024-12-31", successor: "98016" },
  { codes: "37220-37235", lastValid: "2025-12-31", successor: "37254–37299" },
  { codes: "55700", lastValid: "2025-12-31", successor: "55705–55715" },
];

const ADDITIONS: readonly { readonly codes: string; readonly from: string }[] = [
  { codes: "97161-97168", from: "2017-01-01" },
  { codes: "11102-11107 96130-96133 96136-96139 96146", from: "2019-01-01" },
  { codes: "99417", from: "2021-01-01" },
  { codes: "80503-80506", from: "2022-01-01" },
  { codes: "99418 49591-49596 49613-49618 49621-49623", from: "2023-01-01" },
  // The day the FDA acted on the 2023–2024 vaccines.
  { codes: "90480", from: "2023-09-11" },
  { codes: "98000-98016", from: "2025-01-01" },
  {
    codes: "37254-37299 55707-55715 90482-90484 97007-97009 98979 98984-98986 99445 99470",
    from: "2026-01-01",
  },
];

export interface DeletedCode {
  /** The last date of service the code may stand on. */
  readonly lastValid: CalendarDate;
  readonly successor: string;
}

function* expand(codes: string): Generator<string> {
  for (const part of codes.split(" ")) {
    const [first = "", last = first] = part.split("-");
    if (first === last) {
      yield first;
      continue;
    }
    const digits = first.replace(/[A-Z]$/, "").length;
    for (let n = Number.parseInt(first, 10); n <= Number.parseInt(last, 10); n++)
      yield String(n).padStart(digits, "0") + first.slice(digits);
  }
}

const DELETED: ReadonlyMap<string, DeletedCode> = new Map(
  DELETIONS.flatMap(({ codes, lastValid, successor }) =>
    [...expand(codes)].map((code) => [code, { lastValid: day(lastValid), successor }] as const),
  ),
);

const ADDED: ReadonlyMap<string, CalendarDate> = new Map(
  ADDITIONS.flatMap(({ codes, from }) => [...expand(codes)].map((code) => [code, day(from)] as const)),
);

/** When a code was deleted and what took its place; undefined where no deletion is known here (not: still valid). */
export function deletedCode(code: string): DeletedCode | undefined {
  return DELETED.get(code);
}

/** The first date of service of a code, where it is one of the recent additions known here. */
export function firstValidDate(code: string): CalendarDate | undefined {
  return ADDED.get(code);
}
