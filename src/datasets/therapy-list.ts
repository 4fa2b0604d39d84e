import type { DataSet } from "../contract/dataset.ts";
import type { CalendarDate } from "../model/values.ts";
import { codeRecords } from "./parts/code-table.ts";
import { refusal } from "./parts/tables.ts";
import { exampleLists, type YearlyLists, yearlyListTable } from "./parts/yearly-list.ts";

/** Medicare's therapy codes, by calendar year. */
export interface TherapyList {
  /** Always therapy, whoever bills it; undefined where no list covers the date. */
  readonly isAlways: (code: string, date: CalendarDate) => boolean | undefined;
}

const ALWAYS = 1;
const SOMETIMES = 2;

const listOf = (lists: YearlyLists): TherapyList => ({
  isAlways: (code, date) => (lists.covers(date) ? (lists.bits(code, date) & ALWAYS) !== 0 : undefined),
});

/** Disposition of each code, on every date. */
export type TherapyExample = Readonly<Record<string, "always" | "sometimes">>;

const DISPOSITION = /disposition|therapy|status/;

/** CMS annual therapy update: codes that are always, or sometimes, therapy. The disposition is read as far as it says so. */
const therapyList: DataSet<TherapyList> = {
  id: "therapy-list",
  title: "Medicare therapy code list (annual therapy update)",
  publisher: "CMS",
  licence: "CPT codes are copyright of the American Medical Association; their descriptors are not kept",
  install:
    "claimlint data add FILE, with the year's therapy code list (xlsx or csv) from cms.gov, Annual Therapy Update; its column Disposition says always or sometimes therapy",
  fromExample: (example) => {
    const rows = Object.entries(example as TherapyExample);
    const codes = new Map(rows.map(([code, said]) => [code, said === "always" ? ALWAYS : SOMETIMES]));
    return listOf(exampleLists([{ list: "", codes }]));
  },
  stored: yearlyListTable({
    fits: ({ title, names }) => /therapy|\bdisposition\b/i.test(title) && names.some((name) => DISPOSITION.test(name)),
    read(source, header) {
      const at = header.names.findIndex((name) => DISPOSITION.test(name));
      const codes = new Map<string, number>();
      for (const { line, code, cell } of codeRecords(source, header)) {
        const said = cell(at);
        if (/^delet/i.test(said)) continue;
        const always = /\balways\b/i.test(said);
        if (always === /\bsometimes\b/i.test(said)) {
          throw refusal(source, line, `the disposition of ${code} says neither "always" nor "sometimes": "${said}"`);
        }
        codes.set(code, always ? ALWAYS : SOMETIMES);
      }
      return [{ list: "", codes }];
    },
    open: listOf,
    words: (bits) => (bits & ALWAYS ? "always" : "sometimes"),
    excerpt: { below: 30, warning: "all others count as no therapy" },
  }),
};

export default therapyList;
