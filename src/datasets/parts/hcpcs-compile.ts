import type {
  CompileOptions,
  Release,
  SourceFile,
  SourceOrigin,
  SourcePart,
  Table,
  TableDraft,
} from "../../contract/dataset.ts";
import { calendarDate, datePartsOf, day } from "../../model/dates.ts";
import { UsageError } from "../../model/errors.ts";
import type { CalendarDate } from "../../model/values.ts";
import { codeKey, keyText } from "./code-key.ts";
import { type HcpcsRow, readHcpcs } from "./hcpcs-files.ts";
import { Strings, stringSections } from "./strings.ts";
import { distinctOrigins, mergeCoverage, refusal } from "./tables.ts";

/**
 * Every release keeps which codes it had (`present`, a bit each); of a code's dates the newest release that has them
 * is believed, because CMS corrects them backwards:
 *
 *     code u32               key of a code or modifier (a modifier has two characters), ascending
 *     added, ended i32       first and last day in force; NONE where there is none
 *     present u32            bits of the releases, `words` per code
 *     texts                  action, coverage, cross references and long description, tab separated
 */
export interface HcpcsRelease {
  readonly name: string;
  readonly start: CalendarDate;
  /** Days on which the absence of a code means that it was not in force. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** A bare list of codes: it knows no modifiers and no dates, so it proves that a code exists, not that it is in force. */
  readonly list: boolean;
  readonly rows: number;
  readonly sources: readonly SourceOrigin[];
}

export interface HcpcsMeta {
  readonly releases: readonly HcpcsRelease[];
}

export const NONE = -0x80000000;

const MONTHS = ["JAN", "APR", "JUL", "OCT"];
const EXCERPT_BELOW = 1000;

interface Held extends HcpcsRelease {
  readonly byCode: ReadonlyMap<string, HcpcsRow>;
}

export function compileHcpcs(
  parts: readonly SourcePart[],
  installed: Table | undefined,
  options: CompileOptions,
): TableDraft {
  const held = unpack(installed);
  const fresh = new Map<string, Held>();
  for (const part of preferred(parts)) {
    const { source, role } = part;
    const rows = readHcpcs(part);
    if (rows.length === 0) throw refusal(source, undefined, "it holds no code");
    const { year, month } = releaseOf(source, rows, options);
    const start = calendarDate(year, month, 1)!;
    const to = calendarDate(month === 10 ? year + 1 : year, month === 10 ? 1 : month + 3, 1)! - 1;
    const name = `${year} ${MONTHS[(month - 1) / 3]}`;
    const list = role === "list";
    const from = Math.min(start, historyFrom(rows, start, list));
    const release = { name, start, from, to, list, rows: rows.length, sources: [source.origin] };
    const id = `${start}${list ? " list" : ""}`;
    const byCode = new Map(rows.map((row) => [row.code, row]));
    const twin = fresh.get(id);
    if (twin !== undefined && twin.rows !== rows.length) {
      throw refusal(source, undefined, `it differs from the other file of ${name} that is being added`);
    }
    const old = held.get(id);
    if (old !== undefined && twin === undefined && old.rows > 10 * rows.length) {
      throw refusal(
        source,
        undefined,
        `${rows.length} rows would replace the ${old.rows} of ${name} that are installed`,
      );
    }
    const sources = distinctOrigins([...(twin?.sources ?? []), source.origin]);
    fresh.set(id, { ...release, sources, byCode });
    held.set(id, fresh.get(id)!);
  }
  const releases = [...held.values()].sort((a, b) => a.start - b.start || Number(b.list) - Number(a.list));
  return draftOfHcpcs(releases);
}

/** CMS ships the same rows as text and as a workbook in one zip: the text is read, it is quicker. */
function preferred(parts: readonly SourcePart[]): SourcePart[] {
  return parts.filter(
    ({ source, role }) =>
      role !== "sheet" ||
      !parts.some(
        (other) =>
          other.role === "record" &&
          other.source.origin === source.origin &&
          other.source.container === source.container &&
          stem(other.source) === stem(source),
      ),
  );
}

const stem = ({ name }: SourceFile): string => name.replace(/\.[^.]*$/, "").toLowerCase();

/** The quarter: `--release`, else the name, else the last date at which the file says that something changed. */
function releaseOf(
  source: SourceFile,
  rows: readonly HcpcsRow[],
  { release }: CompileOptions,
): { year: number; month: number } {
  const asked = release === undefined ? undefined : quarterIn(release);
  if (release !== undefined && asked === undefined) {
    throw new UsageError(`--release ${release} is no HCPCS release`, "Write the year and the quarter: 2026 OCT.");
  }
  const said = asked ?? quarterIn(source.name) ?? quarterIn(source.container ?? "");
  if (said !== undefined) return said;
  const last = rows.reduce((latest, row) => Math.max(latest, row.effective ?? row.added ?? NONE), NONE);
  if (last === NONE) {
    throw refusal(
      source,
      undefined,
      "neither its name nor its rows say of which quarter it is",
      "Say it: --release '2026 OCT'.",
    );
  }
  const { year, month } = datePartsOf(last);
  return { year, month: Math.floor((month - 1) / 3) * 3 + 1 };
}

/** `HCPC2026_OCT_ANWEB`, `2026q3`, `2019-Alpha-Numeric-HCPCS-File`: without a quarter it is the yearly file of January. */
function quarterIn(name: string): { year: number; month: number } | undefined {
  const year = Number(/(?:^|\D)(20\d\d)(?!\d)/.exec(name)?.[1]);
  if (!year) return undefined;
  const quarter = /20\d\d[-_ ]?q([1-4])(?!\d)/i.exec(name)?.[1];
  if (quarter !== undefined) return { year, month: Number(quarter) * 3 - 2 };
  const month = /(?:^|[^a-z])(jan|apr|jul|oct)(?:uary|il|y|ober)?(?![a-z])/i.exec(name)?.[1]?.toUpperCase();
  const numbered = Number(/20\d\d-(\d\d)(?!\d)/.exec(name)?.[1]);
  if (numbered >= 1 && numbered <= 12) return { year, month: Math.floor((numbered - 1) / 3) * 3 + 1 };
  return { year, month: month === undefined ? 1 : MONTHS.indexOf(month) * 3 + 1 };
}

/**
 * A file keeps the codes that ended in earlier years (that of 2019 those from 2014-12-31 on, 110 to 160 a year; all 506
 * of them are still listed in that of July 2026), so it speaks about the time since: from the day after the first
 * year's end at which it keeps 20 or more. A slice of a few rows is taken at its word for as long as they reach back.
 */
function historyFrom(rows: readonly HcpcsRow[], start: CalendarDate, list: boolean): CalendarDate {
  if (isExcerpt({ rows: rows.length }))
    return rows.reduce((first, { added }) => Math.min(first, added ?? first), start);
  if (list) return KEPT_SINCE;
  const { year } = datePartsOf(start);
  for (let each = year - 15; each < year; each++) {
    const end = calendarDate(each, 12, 31)!;
    if (rows.filter(({ terminated, code }) => terminated === end && code.length === 5).length >= 20) return end + 1;
  }
  return calendarDate(year, 1, 1)!;
}

const KEPT_SINCE = day("2015-01-01");

/**
 * A slice says nothing about the codes it leaves out as soon as a whole release is there; where there are slices only,
 * somebody is trying things out, and they count as whole.
 */
export function provesAbsence(release: { readonly rows: number }, all: readonly { readonly rows: number }[]): boolean {
  return !isExcerpt(release) || all.every(isExcerpt);
}

function isExcerpt({ rows }: { readonly rows: number }): boolean {
  return rows < EXCERPT_BELOW;
}

function unpack(installed: Table | undefined): Map<string, Held> {
  const held = new Map<string, Held>();
  if (installed === undefined) return held;
  const { releases } = installed.meta as HcpcsMeta;
  const code = installed.u32("code");
  const added = installed.i32("added");
  const effective = installed.i32("effective");
  const ended = installed.i32("ended");
  const present = installed.u32("present");
  const words = Math.ceil(releases.length / 32);
  const texts = new Strings(installed, "texts").all(code.length);
  const date = (value: number): CalendarDate | undefined => (value === NONE ? undefined : value);
  const rows = texts.map((text, i): HcpcsRow => {
    const [action = "", coverage = "", references = "", title = ""] = text.split("\t");
    return {
      code: keyText(code[i]!, 5),
      added: date(added[i]!),
      effective: date(effective[i]!),
      terminated: date(ended[i]!),
      action,
      references: references === "" ? [] : references.split(" "),
      coverage,
      title,
    };
  });
  releases.forEach((release, index) => {
    const own = rows.filter((_, i) => (present[i * words + (index >> 5)]! >>> (index & 31)) & 1);
    held.set(`${release.start}${release.list ? " list" : ""}`, {
      ...release,
      byCode: new Map(own.map((row) => [row.code, row])),
    });
  });
  return held;
}

export function draftOfHcpcs(held: readonly Held[]): TableDraft {
  const rows = new Map<string, HcpcsRow>();
  for (const { byCode, list } of held) {
    for (const [code, row] of byCode) if (!list || !rows.has(code)) rows.set(code, row);
  }
  const codes = [...rows.keys()].sort((a, b) => codeKey(a, 0, 5) - codeKey(b, 0, 5));
  const all = codes.map((code) => rows.get(code)!);
  const words = Math.ceil(held.length / 32);
  const present = new Uint32Array(codes.length * words);
  codes.forEach((code, i) => {
    held.forEach(({ byCode }, index) => {
      if (byCode.has(code)) present[i * words + (index >> 5)]! |= 1 << (index & 31);
    });
  });
  const texts = all.map(({ action, coverage, references, title }) =>
    [action, coverage, references.join(" "), title].join("\t"),
  );
  const releases = held.map(
    ({ name, from, to, list, rows: count, sources }): Release => ({
      name,
      from,
      to,
      rows: count,
      sources,
      ...(list ? { note: "a bare list of codes: no modifiers, no dates" } : {}),
    }),
  );
  const warnings = held.filter(isExcerpt).map((release) => {
    const others = provesAbsence(release, held) ? "all other codes count as unknown" : "of other codes it says nothing";
    return `${release.name} is an excerpt of ${release.rows} rows: ${others}`;
  });
  const meta: HcpcsMeta = { releases: held.map(({ byCode: _, ...release }) => release) };
  const days = (of: (row: HcpcsRow) => CalendarDate | undefined): Int32Array =>
    Int32Array.from(all, (row) => of(row) ?? NONE);
  return {
    releases,
    coverage: mergeCoverage(held.filter((release) => provesAbsence(release, held))),
    counts: {
      codes: codes.filter((code) => code.length === 5).length,
      modifiers: codes.filter((code) => code.length === 2).length,
    },
    warnings,
    meta,
    sections: {
      code: Uint32Array.from(codes, (code) => codeKey(code, 0, 5)),
      added: days((row) => row.added),
      effective: days((row) => row.effective),
      ended: days((row) => row.terminated),
      present,
      ...stringSections("texts", texts),
    },
  };
}
