import type { DataSet } from "../contract/dataset.ts";
import type { CalendarDate } from "../model/values.ts";
import { type CodeHeader, codeRecords } from "./parts/code-table.ts";
import { refusal } from "./parts/tables.ts";
import { exampleLists, type YearlyLists, yearlyListTable } from "./parts/yearly-list.ts";

/** What CMS's lists of a year say of laboratory codes; each list may be there or not. */
export interface CliaLists {
  /** Undefined where the lists of the year do not decide. */
  readonly needsCertificate: (code: string, date: CalendarDate) => boolean | undefined;
  /** A waived test: billed with QW, or as it stands; undefined where it is not on the list of the year. */
  readonly waived: (code: string, date: CalendarDate) => "with QW" | "as it stands" | undefined;
}

const LISTS = ["subject", "excluded", "waived"] as const;
type List = (typeof LISTS)[number];

const PLAIN = 1;
const WITH_QW = 2;

const WORDS: Readonly<Record<List, RegExp>> = {
  excluded: /exclu|not subject/i,
  subject: /(?<!not )subject/i,
  waived: /waive/i,
};

/** The one list that a text names; undefined where it names none, or several ("subject to and excluded from"). */
function listNamed(text: string): List | undefined {
  const named = LISTS.filter((list) => WORDS[list].test(text));
  return named.length === 1 ? named[0] : undefined;
}

/** The column that says of each row which list it is of: a file of several lists. */
const listColumn = ({ names }: CodeHeader): number =>
  names.findIndex((name) => /^(?:clia)?(?:list|status|category|edit)$/.test(name));

const cliaOf = (lists: YearlyLists): CliaLists => ({
  needsCertificate(code, date) {
    if (lists.bits(code, date, "subject") !== 0) return true;
    if (lists.bits(code, date, "excluded") !== 0) return false;
    return lists.covers(date, "subject") ? false : undefined;
  },
  waived(code, date) {
    const bits = lists.bits(code, date, "waived");
    if (bits & WITH_QW) return "with QW";
    return bits === 0 ? undefined : "as it stands";
  },
});

/** Codes by list, on every date; of the waived tests, `87880QW` for those that are billed with the modifier. */
export type CliaExample = Readonly<Partial<Record<List, readonly string[]>>>;

function fromExample(example: unknown): CliaLists {
  const parts = Object.entries(example as CliaExample).map(([list, codes]) => ({
    list,
    codes: new Map(codes.map((text) => [text.slice(0, 5), text.endsWith("QW") ? WITH_QW : PLAIN])),
  }));
  return cliaOf(exampleLists(parts));
}

/**
 * CMS's lists of codes subject to CLIA edits, excluded from them, and of waived tests (with QW behind the code, or in a
 * column of modifiers). Any table with a column of codes that names CLIA and says which list it is: in its title or
 * header, or row by row in a column `list`.
 */
const cliaList: DataSet<CliaLists> = {
  id: "clia-list",
  title: "CLIA lists: subject to CLIA edits, excluded, waived tests",
  publisher: "CMS",
  licence: "CPT codes are copyright of the American Medical Association; their descriptors are not kept",
  install:
    "claimlint data add FILE, with a list (xlsx or csv) from cms.gov, CLIA, Categorization of Tests; its first line says CLIA and which list it is (subject, excluded, waived)",
  concerns: ({ form }) => form === "professional",
  fromExample,
  stored: yearlyListTable({
    fits: (header) =>
      /\bclia\b|waived tests?\b/i.test(header.title) &&
      (listNamed(header.title) !== undefined || listColumn(header) >= 0),
    read(source, header) {
      const listAt = listColumn(header);
      const modifierAt = header.names.findIndex((name) => /^mod(?:ifiers?)?$/.test(name));
      const lists = new Map<List, Map<string, number>>();
      for (const { line, code, suffix, cell } of codeRecords(source, header)) {
        // A status column with other words leaves it to the title.
        const list = (listAt < 0 ? undefined : listNamed(cell(listAt))) ?? listNamed(header.title);
        if (list === undefined) throw refusal(source, line, `does not say which list ${code} is on`);
        const codes = lists.get(list) ?? new Map<string, number>();
        const qw = suffix === "QW" || (modifierAt >= 0 && /\bQW\b/i.test(cell(modifierAt)));
        codes.set(code, (codes.get(code) ?? 0) | (qw ? WITH_QW : PLAIN));
        lists.set(list, codes);
      }
      return LISTS.flatMap((list) => (lists.has(list) ? [{ list, codes: lists.get(list)! }] : []));
    },
    open: cliaOf,
    words: (bits) => (bits & WITH_QW ? "with QW" : "listed"),
    excerpt: { list: "subject", below: 100, warning: "all others count as not subject to CLIA" },
  }),
};

export default cliaList;
