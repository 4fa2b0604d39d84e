import type { CompileOptions, Coverage, SourceFile, SourceOrigin } from "../../contract/dataset.ts";
import { calendarDate, datePartsOf } from "../../model/dates.ts";
import { UsageError } from "../../model/errors.ts";
import type { CalendarDate } from "../../model/values.ts";
import { type CodeList, EXCERPT_BELOW } from "./icd10cm-files.ts";
import { refusal } from "./tables.ts";

/** FY n runs from 1 October n−1 to 30 September n; an update within it takes over on its own day. */
export interface EditionName {
  readonly year: number;
  /** Month in which it takes effect: 10 for the base edition. */
  readonly month: 10 | 1 | 4;
}

export function editionStart({ year, month }: EditionName): CalendarDate {
  return calendarDate(month === 10 ? year - 1 : year, month, 1)!;
}

export function editionEnd({ year }: { readonly year: number }): CalendarDate {
  return calendarDate(year, 9, 30)!;
}

export function editionTitle({ year, month }: EditionName): string {
  return `FY${year}${month === 4 ? " April" : month === 1 ? " January" : ""}`;
}

/** ICD-10-CM became the HIPAA code set on 2015-10-01 (45 CFR 162.1002(c)): no edition before FY2016 was in force. */
const FIRST_YEAR = 2016;

/** The edition a file name or a `--release` speaks of: `icd10cm-order-April-2024.txt`, `icd10cm_order_2021jan`, `FY2023`. */
export function editionNamed(text: string): EditionName | undefined {
  const year = /(?:^|\D)(20\d\d)(?!\d)/.exec(text)?.[1];
  if (year === undefined || Number(year) < FIRST_YEAR) return undefined;
  const month = /(?:^|[^a-z])(jan|apr)(?:uary|il)?(?![a-z])/i.exec(text)?.[1]?.toLowerCase();
  if (month === undefined && /(?:^|\D)20\d\d-0?4(?!\d)/.test(text)) return { year: Number(year), month: 4 };
  return { year: Number(year), month: month === "apr" ? 4 : month === "jan" ? 1 : 10 };
}

/**
 * Billable codes and headers of editions that are known, counted in the official files (FY2022 April: in the FY2023
 * addenda). They tell an edition whose name does not (CMS issued the April 2022 edition under the name of the base one),
 * unmask a file under a wrong name, and one that is cut short.
 */
const KNOWN: readonly (EditionName & { readonly billable: number; readonly headers: number })[] = [
  { year: 2021, month: 1, billable: 72_621, headers: 22_737 },
  { year: 2022, month: 10, billable: 72_748, headers: 22_776 },
  { year: 2022, month: 4, billable: 72_750, headers: 22_778 },
  { year: 2023, month: 10, billable: 73_639, headers: 23_106 },
  { year: 2023, month: 4, billable: 73_674, headers: 23_121 },
  { year: 2024, month: 10, billable: 74_044, headers: 23_252 },
  { year: 2024, month: 4, billable: 74_044, headers: 23_252 },
  { year: 2025, month: 10, billable: 74_260, headers: 23_324 },
  { year: 2025, month: 4, billable: 74_260, headers: 23_324 },
  { year: 2026, month: 10, billable: 74_719, headers: 23_467 },
  { year: 2026, month: 4, billable: 74_719, headers: 23_467 },
];

const same = (a: EditionName, b: EditionName): boolean => a.year === b.year && a.month === b.month;

/** Which edition a file is: `--release`, else its content, else its name, else that of the zip or folder it lay in. */
export function editionOf(
  source: SourceFile,
  list: CodeList,
  withHeaders: boolean,
  options: CompileOptions,
): EditionName {
  if (options.release !== undefined) {
    const wanted = editionNamed(options.release);
    if (wanted !== undefined) return wanted;
    throw new UsageError(`--release ${options.release} is no ICD-10-CM edition`, "Write FY2024, or FY2024 April.");
  }
  const named = nameOf(source);
  const equal = KNOWN.filter(
    ({ billable, headers }) => billable === list.billable && (!withHeaders || headers === list.headers),
  );
  if (named === undefined) {
    // Two known editions of equal size are a base edition and an April one that changed nothing.
    if (equal[0] !== undefined) return { year: equal[0].year, month: equal[0].month };
    throw refusal(
      source,
      undefined,
      "an ICD-10-CM file does not say its fiscal year, and neither does the name of this one",
      "Say it: --release FY2024, or --release 'FY2024 April'.",
    );
  }
  const known = KNOWN.find((each) => same(each, named));
  if (equal.length > 0) {
    const fit = equal.find((each) => same(each, named)) ?? equal.find(({ year }) => year === named.year);
    if (fit !== undefined) return { year: fit.year, month: fit.month };
    const is = editionTitle(equal[0]!);
    throw refusal(source, undefined, `it is named for ${editionTitle(named)}, but holds the codes of ${is}`);
  }
  if (known !== undefined && list.codes.length >= EXCERPT_BELOW) {
    throw refusal(
      source,
      list.codes.length,
      `${editionTitle(named)} has ${known.billable} billable codes, this file ${list.billable}: it is cut short or altered`,
      "Download it again; if CMS reissued it, add it alone with --release.",
    );
  }
  return named;
}

/** By name alone, for the files beside the order file. */
export function nameOf({ name, container }: SourceFile): EditionName | undefined {
  const inner = editionNamed(name);
  const outer = container === undefined ? undefined : editionNamed(container);
  if (inner === undefined) return outer;
  return inner.month === 10 && outer !== undefined && outer.year === inner.year ? outer : inner;
}

/** Updates within a fiscal year that changed codes; none was issued in the other years before FY2027. */
const UPDATES: readonly EditionName[] = [
  { year: 2020, month: 4 },
  { year: 2021, month: 1 },
  { year: 2022, month: 4 },
  { year: 2023, month: 4 },
];

export interface Edition extends EditionName {
  /**
   * `addenda`: worked out backwards from the addenda of the next year's edition, the state at the end of this year. It
   * comes into force only where the update that led to it is not installed itself.
   */
  readonly kind: "order" | "codes" | "addenda";
  readonly rows: number;
  readonly sources: readonly SourceOrigin[];
}

export interface InForce extends Coverage {
  readonly index: number;
  readonly name: string;
  readonly note?: string;
}

/**
 * The days each edition speaks about, ascending. `equal` says whether two editions hold the same codes. An edition is
 * not stretched over an update that is known to have changed codes and is not installed: those days are not covered.
 */
export function inForce(editions: readonly Edition[], equal: (a: number, b: number) => boolean): InForce[] {
  const published = editions
    .map((edition, index) => ({ edition, index, from: editionStart(edition) }))
    .filter(({ edition }) => edition.kind !== "addenda")
    .sort((a, b) => a.from - b.from);
  const spans: InForce[] = [];
  published.forEach(({ edition, index, from }, position) => {
    const next = published[position + 1];
    const end = editionEnd(edition);
    const to = next === undefined ? end : Math.min(end, next.from - 1);
    const update = UPDATES.filter(({ year }) => year === edition.year)
      .map(editionStart)
      .find((day) => day > from && day <= to);
    const name = editionTitle(edition);
    const last = editions.findIndex(({ kind, year }) => kind === "addenda" && year === edition.year);
    if (to < end || last < 0) {
      spans.push(
        update === undefined ? { index, name, from, to } : { index, name, from, to: update - 1, note: missing(update) },
      );
    } else if (equal(index, last)) spans.push({ index, name, from, to });
    else if (edition.month === 10) {
      const change = update ?? calendarDate(edition.year, 4, 1)!;
      spans.push({ index, name, from, to: change - 1 });
      const derived = `FY${edition.year} ${datePartsOf(change).month === 1 ? "January" : "April"}`;
      const note = `worked out from the addenda of FY${edition.year + 1}`;
      spans.push({ index: last, name: derived, from: change, to, note });
    } else
      spans.push({ index, name, from, to, note: `differs from what the addenda of FY${edition.year + 1} start from` });
  });
  return spans;
}

function missing(update: CalendarDate): string {
  const { year, month } = datePartsOf(update);
  return `ends early: the edition of ${year}-0${month}-01 changed codes and is not installed`;
}
