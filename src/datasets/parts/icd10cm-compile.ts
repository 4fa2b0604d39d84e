import type { CompileOptions, Release, SourceOrigin, SourcePart, Table, TableDraft } from "../../contract/dataset.ts";
import { codeKey, keyText } from "./code-key.ts";
import {
  type Edition,
  type EditionName,
  editionOf,
  editionStart,
  editionTitle,
  inForce,
  nameOf,
} from "./icd10cm-editions.ts";
import {
  type Addenda,
  BILLABLE,
  type CodeList,
  type Conversion,
  EXCERPT_BELOW,
  HEADER,
  readCodes,
  readConversion,
  readOrder,
  readOrderAddenda,
} from "./icd10cm-files.ts";
import { sidesOf } from "./icd10cm-sides.ts";
import { Strings, stringSections } from "./strings.ts";
import { distinctOrigins, mergeCoverage, refusal } from "./tables.ts";

/**
 * All installed editions in one table. Most codes have the same history, so each code has the number of a pattern, and
 * a pattern is one status per edition (0 not in it, 1 header, 2 billable):
 *
 *     head u32, tail u16     the code's first four and last three characters as keys, ascending
 *     pattern u16            history of each code
 *     patterns u8            history × editions
 *     side u8                SIDES
 *     titles                 long title of each code, of the newest edition that has it
 *     next.*                 conversion table: previous code → current code and the day it took effect
 */
export interface Icd10cmMeta {
  readonly editions: readonly Edition[];
  /** Editions in force, by column of `patterns`. */
  readonly spans: readonly { readonly index: number; readonly from: number; readonly to: number }[];
  readonly conversion: readonly SourceOrigin[];
}

interface Draft extends Edition {
  readonly sources: SourceOrigin[];
  /** Status by number of the code; grows with the codes. */
  statuses: Uint8Array;
}

/** Codes in the order they were met, with the title of the newest edition. */
class Codes {
  readonly numbers = new Map<string, number>();
  readonly codes: string[] = [];
  readonly titles: string[] = [];
  readonly titleDays: number[] = [];

  number(code: string): number {
    let number = this.numbers.get(code);
    if (number === undefined) {
      number = this.codes.length;
      this.numbers.set(code, number);
      this.codes.push(code);
      this.titles.push("");
      this.titleDays.push(-1);
    }
    return number;
  }

  title(number: number, title: string, day: number): void {
    if (day <= this.titleDays[number]!) return;
    this.titles[number] = title;
    this.titleDays[number] = day;
  }
}

function set(edition: Draft, number: number, status: number): void {
  if (number >= edition.statuses.length) {
    const larger = new Uint8Array(Math.max(number + 1, edition.statuses.length * 2));
    larger.set(edition.statuses);
    edition.statuses = larger;
  }
  edition.statuses[number] = status;
}

interface Read {
  readonly part: SourcePart;
  readonly list: CodeList;
  readonly name: EditionName;
}

export function compileIcd10cm(
  parts: readonly SourcePart[],
  installed: Table | undefined,
  options: CompileOptions,
): TableDraft {
  const codes = new Codes();
  const warnings: string[] = [];
  const { editions, conversions, conversionOrigins } = unpack(installed, codes);
  const fresh = new Map<string, Draft>();

  const lists = parts.filter(({ role }) => role === "order" || role === "codes");
  const orders = lists.filter(({ role }) => role === "order");
  if (options.release !== undefined && orders.length > 1) {
    throw refusal(
      orders[1]!.source,
      undefined,
      "--release names one edition, but this is the second order file",
      "Add them one by one.",
    );
  }
  const read: Read[] = orders.map((part) => {
    const list = readOrder(part.source);
    return { part, list, name: editionOf(part.source, list, true, options) };
  });
  for (const each of read) addEdition(each, "order", codes, editions, fresh);

  for (const part of parts) {
    const { source, role } = part;
    if (role === "codes") {
      const list = readCodes(source);
      const order = besides(part, read, list);
      if (order !== undefined) confirm(part, list, order);
      else {
        const name = editionOf(source, list, false, options);
        if (!fresh.has(key(name))) addEdition({ part, list, name }, "codes", codes, editions, fresh);
      }
    } else if (role === "order addenda") {
      const order = besides(part, read, undefined);
      if (order === undefined) warnings.push(`${source.name}: addenda without their order file are not used`);
      else addPredecessor(part, order, readOrderAddenda(source), codes, editions, fresh);
    }
  }

  for (const { source, role } of parts) {
    if (role !== "conversion") continue;
    conversions.clear();
    conversionOrigins.splice(0, Infinity, source.origin);
    for (const each of readConversion(source)) conversions.set(`${each.previous} ${each.current}`, each);
  }
  keepWhole(read, editions, fresh, warnings);
  return draftOf(codes, editions, conversions, conversionOrigins, warnings);
}

/**
 * A slice among whole editions would make every code it leaves out unknown for its time: a new one is refused, one
 * that was there before gives way. Slices alone (somebody trying things out) count as whole.
 */
function keepWhole(read: readonly Read[], editions: Editions, fresh: Editions, warnings: string[]): void {
  const isExcerpt = ({ rows }: Edition): boolean => rows < EXCERPT_BELOW;
  if ([...editions.values()].every(isExcerpt)) return;
  for (const [id, edition] of editions) {
    if (!isExcerpt(edition)) continue;
    const title = editionTitle(edition);
    const from = read.find(({ name }) => fresh.has(id) && key(name) === id);
    if (from !== undefined) {
      const what = `an excerpt of ${edition.rows} codes for ${title}, beside editions that are whole`;
      throw refusal(from.part.source, undefined, what, "Add the whole file.");
    }
    editions.delete(id);
    warnings.push(`${title} was an excerpt of ${edition.rows} codes and has been removed`);
  }
}

const key = (name: EditionName, derived = false): string => `${editionStart(name)}${derived ? " addenda" : ""}`;

type Editions = Map<string, Draft>;

function addEdition(
  { part, list, name }: Read,
  kind: "order" | "codes",
  codes: Codes,
  editions: Editions,
  fresh: Editions,
): void {
  const { source } = part;
  const old = editions.get(key(name));
  const twin = fresh.get(key(name));
  if (twin === undefined && old !== undefined && old.rows > 10 * list.codes.length) {
    throw refusal(
      source,
      undefined,
      `${list.codes.length} codes would replace the ${old.rows} of ${editionTitle(name)} that are installed`,
      "Remove those first if that is what you want: claimlint data remove icd10cm",
    );
  }
  const day = editionStart(name);
  const edition: Draft = {
    ...name,
    kind,
    rows: list.codes.length,
    sources: [source.origin],
    statuses: new Uint8Array(131_072),
  };
  list.codes.forEach((code, i) => {
    const number = codes.number(code);
    set(edition, number, list.statuses[i]!);
    codes.title(number, list.titles[i]!, day);
  });
  if (kind === "codes") headersOf(edition, list, codes);
  if (twin !== undefined) {
    if (difference(twin.statuses, edition.statuses) !== undefined) {
      throw refusal(source, undefined, `it differs from the other file of ${editionTitle(name)} that is being added`);
    }
    twin.sources.push(source.origin);
    return;
  }
  editions.set(key(name), edition);
  fresh.set(key(name), edition);
}

/** A codes file leaves the headers out; what a billable code begins with is one. */
function headersOf(edition: Draft, list: CodeList, codes: Codes): void {
  list.codes.forEach((code) => {
    for (let length = 3; length < code.length; length++) {
      const number = codes.number(code.slice(0, length));
      if (edition.statuses[number] !== BILLABLE) set(edition, number, HEADER);
    }
  });
}

function difference(a: Uint8Array, b: Uint8Array): number | undefined {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) if ((a[i] ?? 0) !== (b[i] ?? 0)) return i;
  return undefined;
}

/** The order file that a codes file or addenda came with: in the same zip, else of the same name. */
function besides({ source }: SourcePart, read: readonly Read[], list: CodeList | undefined): Read | undefined {
  const together = read.filter(
    ({ part }) => part.source.origin === source.origin && part.source.container === source.container,
  );
  if (together.length === 1) return together[0];
  const name = nameOf(source);
  const named = read.filter((each) => name !== undefined && key(each.name) === key(name));
  return named.length === 1
    ? named[0]
    : read.find((each) => list !== undefined && each.list.billable === list.billable);
}

function confirm({ source }: SourcePart, list: CodeList, order: Read): void {
  const billable = new Set(order.list.codes.filter((_, i) => order.list.statuses[i] === BILLABLE));
  const extra = list.codes.findIndex((code) => !billable.delete(code));
  const [missing] = billable;
  if (extra < 0 && missing === undefined) return;
  const line = extra < 0 ? list.codes.length : extra + 1;
  const what =
    extra < 0
      ? `${missing} of the order file is missing here`
      : `${list.codes[extra]} is not billable in the order file`;
  throw refusal(source, line, `it does not agree with the order file beside it: ${what}`, "Download both again.");
}

/** The edition before this one, worked out from what the addenda say changed. */
function addPredecessor(
  { source }: SourcePart,
  order: Read,
  addenda: Addenda,
  codes: Codes,
  editions: Editions,
  fresh: Editions,
): void {
  const { billable, codes: all } = order.list;
  if (all.length < EXCERPT_BELOW) return;
  if (addenda.codesAfter !== undefined && addenda.codesAfter !== billable) {
    throw refusal(
      source,
      undefined,
      `it ends at ${addenda.codesAfter} codes, the order file beside it has ${billable}`,
    );
  }
  if (addenda.beforeYear !== order.name.year - 1) return;
  const name: EditionName = { year: addenda.beforeYear, month: 10 };
  const statuses = (fresh.get(key(order.name)) ?? editions.get(key(order.name)))!.statuses.slice();
  const edition: Draft = { ...name, kind: "addenda", rows: 0, sources: [source.origin], statuses };
  for (const { code } of addenda.added) set(edition, codes.number(code), 0);
  for (const { code, status, title } of addenda.deleted) {
    const number = codes.number(code);
    set(edition, number, status);
    codes.title(number, title, editionStart(name));
  }
  const before = edition.statuses.reduce((sum, status) => sum + (status === BILLABLE ? 1 : 0), 0);
  if (before !== addenda.codesBefore) {
    throw refusal(source, undefined, `undoing it gives ${before} codes, not the ${addenda.codesBefore} it starts from`);
  }
  const rows = edition.statuses.reduce((sum, status) => sum + (status === 0 ? 0 : 1), 0);
  editions.set(key(name, true), { ...edition, rows, statuses: edition.statuses });
}

function unpack(
  installed: Table | undefined,
  codes: Codes,
): { editions: Editions; conversions: Map<string, Conversion>; conversionOrigins: SourceOrigin[] } {
  const editions: Editions = new Map();
  const conversions = new Map<string, Conversion>();
  if (installed === undefined) return { editions, conversions, conversionOrigins: [] };
  const meta = installed.meta as Icd10cmMeta;
  const head = installed.u32("head");
  const tail = installed.u16("tail");
  const pattern = installed.u16("pattern");
  const patterns = installed.u8("patterns");
  const columns = meta.editions.length;
  const titles = new Strings(installed, "titles").all(head.length);
  const drafts = meta.editions.map(
    (edition): Draft => ({ ...edition, sources: [...edition.sources], statuses: new Uint8Array(131_072) }),
  );
  for (let row = 0; row < head.length; row++) {
    const number = codes.number(keyText(head[row]!, 4) + keyText(tail[row]!, 3));
    drafts.forEach((edition, column) => {
      const status = patterns[pattern[row]! * columns + column]!;
      if (status === 0) return;
      set(edition, number, status);
      codes.title(number, titles[row]!, editionStart(edition));
    });
  }
  for (const draft of drafts) editions.set(key(draft, draft.kind === "addenda"), draft);
  const from = installed.i32("next.from");
  const pair = (name: string, i: number): string =>
    keyText(installed.u32(`next.${name}.head`)[i]!, 4) + keyText(installed.u16(`next.${name}.tail`)[i]!, 3);
  for (let i = 0; i < from.length; i++) {
    const each = { previous: pair("old", i), current: pair("new", i), from: from[i]! };
    conversions.set(`${each.previous} ${each.current}`, each);
  }
  return { editions, conversions, conversionOrigins: [...meta.conversion] };
}

function draftOf(
  codes: Codes,
  editionMap: Editions,
  conversions: ReadonlyMap<string, Conversion>,
  conversion: readonly SourceOrigin[],
  warnings: string[],
): TableDraft {
  const editions = [...editionMap.values()].sort(
    (a, b) => editionStart(a) - editionStart(b) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0),
  );
  const spans = inForce(editions, (a, b) => difference(editions[a]!.statuses, editions[b]!.statuses) === undefined);
  // A code that only an edition had which is replaced now is in no edition any more.
  const kept = codes.codes.filter((_, number) => editions.some(({ statuses }) => statuses[number])).sort();
  const head = new Uint32Array(kept.length);
  const tail = new Uint16Array(kept.length);
  const pattern = new Uint16Array(kept.length);
  const patterns: number[] = [];
  const known = new Map<string, number>();
  kept.forEach((code, row) => {
    const number = codes.numbers.get(code)!;
    head[row] = codeKey(code, 0, 4);
    tail[row] = codeKey(code, 4, 3);
    const history = editions.map(({ statuses }) => statuses[number] ?? 0);
    const text = history.join("");
    let found = known.get(text);
    if (found === undefined) {
      found = known.size;
      known.set(text, found);
      patterns.push(...history);
    }
    pattern[row] = found;
  });
  const titles = kept.map((code) => codes.titles[codes.numbers.get(code)!]!);
  const next = [...conversions.values()].sort(
    (a, b) => compare(a.previous, b.previous) || a.from - b.from || compare(a.current, b.current),
  );
  const releases: Release[] = spans.map(({ index, name, from, to, note }) => {
    const { rows, sources } = editions[index]!;
    if (rows < EXCERPT_BELOW) warnings.push(`${name} is an excerpt of ${rows} codes: all others count as unknown`);
    const release = { name, from, to, rows, sources: distinctOrigins(sources) };
    return note === undefined ? release : { ...release, note };
  });
  for (const { name, note } of spans) if (note?.startsWith("ends early")) warnings.push(`${name} ${note}`);
  const meta: Icd10cmMeta = {
    editions: editions.map(({ year, month, kind, rows, sources }) => ({
      year,
      month,
      kind,
      rows,
      sources: distinctOrigins(sources),
    })),
    spans: spans.map(({ index, from, to }) => ({ index, from, to })),
    conversion,
  };
  return {
    releases,
    coverage: mergeCoverage(spans),
    counts: { codes: kept.length, conversions: next.length },
    warnings,
    meta,
    sections: {
      head,
      tail,
      pattern,
      patterns: Uint8Array.from(patterns),
      side: sidesOf(kept, titles),
      ...stringSections("titles", titles),
      "next.old.head": Uint32Array.from(next, ({ previous }) => codeKey(previous, 0, 4)),
      "next.old.tail": Uint16Array.from(next, ({ previous }) => codeKey(previous, 4, 3)),
      "next.new.head": Uint32Array.from(next, ({ current }) => codeKey(current, 0, 4)),
      "next.new.tail": Uint16Array.from(next, ({ current }) => codeKey(current, 4, 3)),
      "next.from": Int32Array.from(next, ({ from }) => from),
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
