import type { DataSet } from "../contract/dataset.ts";
import type { CalendarDate } from "../model/values.ts";
import { codeRecords } from "./parts/code-table.ts";
import { exampleLists, type ListPart, type YearlyLists, yearlyListTable } from "./parts/yearly-list.ts";

/** The services that Medicare pays for by telehealth, by calendar year. */
export interface TelehealthList {
  readonly has: (code: string, date: CalendarDate) => boolean;
  readonly covers: (date: CalendarDate) => boolean;
}

const LISTED = 1;
const PROVISIONAL = 2;
const AUDIO_ONLY = 4;

/** What a proposed action or a status says of a code that does not stand on the list. */
const NOT_LISTED = /^(?:delet|remov|not\b|do not|declin|den|reject)/i;

const listOf = (lists: YearlyLists): TelehealthList => ({
  has: (code, date) => lists.bits(code, date) !== 0,
  covers: (date) => lists.covers(date),
});

/** Codes on the list, on every date. */
export type TelehealthExample = readonly string[];

/** CMS list of telehealth services. Layout: domain notes, C.13; the columns have changed from year to year. */
const telehealthList: DataSet<TelehealthList> = {
  id: "telehealth-list",
  title: "Medicare list of telehealth services",
  publisher: "CMS",
  licence: "CPT codes are copyright of the American Medical Association; their descriptors are not kept",
  install: "claimlint data add FILE, with the year's list (zip, xlsx or csv) from cms.gov, List of Telehealth Services",
  concerns: ({ form }) => form === "professional",
  fromExample: (rows) =>
    listOf(exampleLists([{ list: "", codes: new Map((rows as TelehealthExample).map((code) => [code, LISTED])) }])),
  stored: yearlyListTable({
    fits: ({ title, names }) =>
      names.some((name) => name.includes("audioonly")) ||
      (names.some((name) => /^(?:status|proposedaction)/.test(name)) &&
        (/telehealth/i.test(title) || (names.includes("hcpcs") && names.includes("proposedaction")))),
    read(source, header) {
      const status = header.names.findIndex((name) => /^(?:status|proposedaction)/.test(name));
      const audio = header.names.findIndex((name) => name.includes("audioonly"));
      const codes = new Map<string, number>();
      for (const { code, cell } of codeRecords(source, header)) {
        const said = status < 0 ? "" : cell(status);
        if (NOT_LISTED.test(said)) continue;
        const provisional = /provisional|temporary/i.test(said) ? PROVISIONAL : 0;
        const audioOnly = audio >= 0 && /^y/i.test(cell(audio)) ? AUDIO_ONLY : 0;
        codes.set(code, LISTED | provisional | audioOnly);
      }
      return [{ list: "", codes }] satisfies ListPart[];
    },
    open: listOf,
    words: (bits) =>
      ["listed", ...(bits & PROVISIONAL ? ["provisional"] : []), ...(bits & AUDIO_ONLY ? ["audio only"] : [])].join(
        ", ",
      ),
    excerpt: { below: 50, warning: "all others count as not on the list" },
  }),
};

export default telehealthList;
