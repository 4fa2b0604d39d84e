import type { Section, TableDraft } from "../../contract/dataset.ts";
import { day } from "../../model/dates.ts";
import { codeKey } from "./code-key.ts";
import type { Icd10cmMeta } from "./icd10cm-compile.ts";
import { BILLABLE, HEADER } from "./icd10cm-files.ts";
import { sidesOf } from "./icd10cm-sides.ts";
import { stringSections } from "./strings.ts";

/** One status of a code for a time. A code that changed has several rows. */
export interface Icd10cmExampleRow {
  /** With or without the dot. */
  readonly code: string;
  readonly title?: string;
  readonly header?: boolean;
  /** ISO; the start of ICD-10-CM and the far future if left out. */
  readonly from?: string;
  readonly to?: string;
  /** Codes that took its place on the day after `to`. */
  readonly successors?: readonly string[];
}

const START = day("2015-10-01");
const END = day("2099-09-30");

/** A table that covers 2015-10-01 to 2099-09-30 and holds the rows of an example. */
export function exampleDraft(rows: unknown): TableDraft {
  const list = (rows as readonly Icd10cmExampleRow[]).map((row) => ({
    ...row,
    code: row.code.replace(".", ""),
    first: row.from === undefined ? START : day(row.from),
    last: row.to === undefined ? END : day(row.to),
  }));
  const starts = [
    ...new Set([START, ...list.flatMap(({ first, last }) => (last < END ? [first, last + 1] : [first]))]),
  ];
  starts.sort((a, b) => a - b);
  const spans = starts.map((from, index) => ({ index, from, to: (starts[index + 1] ?? END + 1) - 1 }));
  const codes = [...new Set(list.map(({ code }) => code))].sort();
  const titles = codes.map((code) => list.findLast((row) => row.code === code && row.title !== undefined)?.title ?? "");
  const patterns = new Uint8Array(codes.length * spans.length);
  for (const { code, header, first, last } of list) {
    for (const { index, from } of spans) {
      if (first > from || from > last) continue;
      patterns[codes.indexOf(code) * spans.length + index] = header === true ? HEADER : BILLABLE;
    }
  }
  const next = list
    .flatMap(({ code, last, successors }) =>
      (successors ?? []).map((successor) => ({ code, successor: successor.replace(".", ""), from: last + 1 })),
    )
    .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const meta: Icd10cmMeta = {
    editions: spans.map(() => ({ year: 2016, month: 10, kind: "order", rows: codes.length, sources: [] })),
    spans,
    conversion: [],
  };
  const sections: Record<string, Section> = {
    head: Uint32Array.from(codes, (code) => codeKey(code, 0, 4)),
    tail: Uint16Array.from(codes, (code) => codeKey(code, 4, 3)),
    pattern: Uint16Array.from(codes, (_, row) => row),
    patterns,
    side: sidesOf(codes, titles),
    ...stringSections("titles", titles),
    "next.old.head": Uint32Array.from(next, ({ code }) => codeKey(code, 0, 4)),
    "next.old.tail": Uint16Array.from(next, ({ code }) => codeKey(code, 4, 3)),
    "next.new.head": Uint32Array.from(next, ({ successor }) => codeKey(successor, 0, 4)),
    "next.new.tail": Uint16Array.from(next, ({ successor }) => codeKey(successor, 4, 3)),
    "next.from": Int32Array.from(next, ({ from }) => from),
  };
  return {
    releases: [{ name: "example", from: START, to: END, rows: codes.length, sources: [] }],
    coverage: [{ from: START, to: END }],
    counts: { codes: codes.length },
    warnings: [],
    meta,
    sections,
  };
}
